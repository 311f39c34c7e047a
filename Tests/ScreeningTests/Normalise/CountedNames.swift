@testable import Screening

/// Names folded into one vocabulary and counted, each once, as a registry's names are.
struct CountedNames {
  let names: [FoldedName]
  let vocabulary: Vocabulary

  /// - Parameter common: Names that many others bear as well.
  init(_ written: [String], common: [String: UInt32] = [:]) {
    var folder = NameFolder()
    let folded = written.map { folder.fold($0) }
    let borne = common.map { (folder.fold($0.key), $0.value) }
    names = folded
    vocabulary = folder.finished { table in
      for name in folded { table.count(name.tokens[...]) }
      for (name, people) in borne { table.count(name.tokens[...], times: people) }
    }
  }

  /// Aligns two names of one small vocabulary.
  static func align(_ one: String, _ other: String, common: [String: UInt32] = [:]) -> NameAlignment {
    let counted = CountedNames([one, other], common: common)
    var aligner = NameAligner(counted.vocabulary, .builtIn)
    return aligner.align(counted.names[0], counted.names[1])
  }
}

extension NameFolder {
  mutating func fold(_ text: String) -> FoldedName {
    let bytes = Array(text.utf8)
    return fold(bytes.span)
  }

  /// The words that are left of a name.
  mutating func words(_ text: String) -> [String] { fold(text).tokens.map { table.text($0) } }
}

extension NameAligner {
  mutating func align(_ one: FoldedName, _ other: FoldedName) -> NameAlignment {
    align(one.tokens.span, UInt8(one.patronym), other.tokens.span, UInt8(other.patronym))
  }
}
