/// Spellings of given names and house names that stand for one name, and letter rules of the old spelling.
struct SpellingTable: Sendable {
  private var canonical: [String: [String]] = [:]
  /// Short forms, each with the name it usually stands for: `Frans` is most often a Fransiskus, but not always.
  private(set) var shortForms: [String: String] = [:]
  /// First words of spellings of two words.
  private(set) var firstWords: Set<String> = []

  /// Rules that always hold between two spellings of one name; loose and ambiguous ones are left to later facts.
  private static let used: Set<String> = [
    "arabic", "arabic-fused", "arabic-christian", "christian", "abbr", "ortho", "ortho-old-name", "fam-ntt", "bali",
  ]
  private static let doubts = ["loose", "ambiguous", "collides", "own name", "recalled;weak", "distinct)"]

  init() {
    for row in KnowledgeTable(PackageResources.spelling_csv).rows where row.count >= 3 {
      let rule = row[row.count - 1]
      let kind = rule.split(separator: ";").first.map(String.init) ?? ""
      let variant = Self.words(row[0])
      var name = Self.words(row[1])
      // The article says only the sex, and is taken off names written out.
      if kind == "bali", name.count > 1, name[0] == "i" { name.removeFirst() }
      guard !variant.isEmpty, variant.joined().utf8.count > 1, !name.isEmpty, variant != name else { continue }
      if kind == "christian-dim", variant.count == 1, name.count == 1 { shortForms[variant[0]] = name[0] }
      guard Self.used.contains(kind), !rule.contains("weak"), !Self.doubts.contains(where: rule.contains),
        !row[0].contains("(")
      else { continue }
      canonical[variant.joined(separator: " ")] = name
      if variant.count == 2 { firstWords.insert(variant[0]) }
    }
  }

  /// The canonical words of one word, or of two that stand together; `nil` where the table has neither.
  func canonical(_ word: String, _ next: String? = nil) -> [String]? {
    canonical[next.map { word + " " + $0 } ?? word]
  }

  /// Old spelling made new, and doubled letters single: `Soetjipto` becomes `sucipto`.
  ///
  /// Applied to both sides of every comparison, so that it only ever brings spellings together; applied until nothing
  /// changes any more, so that its result is its own.
  func modernised(_ word: [UInt8]) -> [UInt8] {
    var current = word
    while true {
      let next = Self.modernisedOnce(current)
      if next == current { return next }
      current = next
    }
  }

  private static func modernisedOnce(_ word: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < word.count {
      let byte = word[index]
      let next = index + 1 < word.count ? word[index + 1] : 0
      index += 2
      switch (byte, next) {
      case (0x74, 0x6A): result.append(0x63)  // tj
      case (0x64, 0x6A): result.append(0x6A)  // dj
      case (0x6E, 0x6A), (0x73, 0x6A): result += [byte, 0x79]  // nj, sj
      case (0x6F, 0x65): result.append(0x75)  // oe
      case (0x70, 0x68): result.append(0x66)  // ph
      case (0x74, 0x68), (0x64, 0x68), (0x62, 0x68): result.append(byte)  // th, dh, bh
      default:
        if result.last != byte { result.append(byte) }
        index -= 1
      }
    }
    return result
  }

  private static func words(_ text: String) -> [String] { Letters.written(text).map(\.letters) }
}
