import Testing

@testable import Screening

@Suite struct NameAlignmentTests {
  struct Pair: CustomTestStringConvertible {
    let one: String
    let other: String
    let level: NameAlignment.Level
    let word: FactLevel?
    let agrees: Bool
    var testDescription: String { "\(one) / \(other)" }

    init(_ one: String, _ other: String, _ level: NameAlignment.Level, _ word: FactLevel?, agrees: Bool = true) {
      (self.one, self.other, self.level, self.word, self.agrees) = (one, other, level, word, agrees)
    }
  }

  @Test(arguments: [
    Pair("Skolastika Nahak", "SKOLASTIKA NAHAK, S.E.", .equal, nil),
    Pair("Skolastika Nahak", "Nahak Skolastika", .reordered, .nameReordered),
    Pair("Kusuma Wati", "Kusumawati", .variant, .nameJoined),
    Pair("Yohana Kusuma Wati", "Kusumawati Yohana", .variant, .nameJoined),
    Pair("Skolastika Nahak", "S. Nahak", .initials, .nameInitial),
    Pair("Skolastika Goreti Nahak", "Skolastika Nahak", .missing, .nameMissing),
    Pair("Maria Skolastika Nahak", "Skolastika Nahak", .missing, .nameMissingCommon),
    Pair("Skolastika Nahak", "Skolatsika Nahak", .variant, .nameSlip),
    Pair("Hironimus Banunaek", "Hironimus Bamunark", .variant, .nameSlips),
    Pair("Vandar Nahak", "Fandar Nahak", .variant, .nameSound),
    Pair("Frans Nahak", "Fransiskus Nahak", .variant, .nameShort),
    Pair("Skol. Nahak", "Skolastika Nahak", .variant, .namePrefix),
    Pair("Skolastika Nahak", "Skolastika Bria", .partial, .nameConflict, agrees: false),
    Pair("Ahmad bin Yusuf", "Ahmad", .missing, .nameMissingPatronym),
    Pair("Skolastika Nahak", "Yustina Bria", .differs, .nameConflict, agrees: false),
    Pair("S. N.", "Skolastika Nahak", .differs, .nameInitial, agrees: false),
    Pair("Joao da Costa", "Joao Costa", .equal, nil),
  ])
  func `names the level of a pair, whichever stands first`(_ pair: Pair) {
    for (one, other) in [(pair.one, pair.other), (pair.other, pair.one)] {
      let name = CountedNames.align(one, other, common: ["Maria": 1_000])
      #expect(name.level == pair.level)
      if let word = pair.word { #expect(name.count(word) > 0) }
      #expect(name.agrees == pair.agrees)
    }
  }

  @Test(arguments: ["", "...", "(alm.)"])
  func `tells where there is no name`(_ nothing: String) {
    #expect(CountedNames.align(nothing, "Skolastika Nahak").level == (nothing == "(alm.)" ? .differs : .missingName))
  }

  @Test func `gives equal names similarity 1 and names without a word in common 0`() {
    for name in ["Suharto", "Skolastika Nahak", "Ahmad bin Yusuf", "Joao da Costa", "Maria Goreti Skolastika Nahak"] {
      #expect(CountedNames.align(name, name).similarity == 1)
    }
    #expect(CountedNames.align("Skolastika Nahak", "Yustina Bria").similarity == 0)
  }

  /// 120,000 pairs, as a debug build aligns a million in half a minute.
  @Test func `is the same both ways, and its similarity stays from 0 to 1`() {
    let counted = InventedWords(seed: 5).names(3_000)
    var aligner = NameAligner(counted.vocabulary, .builtIn)
    var random = Seeded(9)
    for _ in 0..<120_000 {
      let (one, other) = (random.pick(counted.names), random.pick(counted.names))
      let (there, back) = (aligner.align(one, other), aligner.align(other, one))
      guard (0...1).contains(there.similarity), isAlike(there, back) else {
        Issue.record("\(counted.text(one)) and \(counted.text(other)): \(there) but \(back)")
        return
      }
    }
  }

  private func isAlike(_ there: NameAlignment, _ back: NameAlignment) -> Bool {
    there.level == back.level && there.shared == back.shared && there.conflicts == back.conflicts
      && there.missing == back.missing && there.isWhole == back.isWhole && abs(there.bits - back.bits) < 1e-9
      && abs(there.sharedBits - back.sharedBits) < 1e-9 && abs(there.similarity - back.similarity) < 1e-9
  }

  @Test func `gives any name without initials similarity 1 with itself`() {
    let counted = InventedWords(seed: 6).names(3_000)
    var aligner = NameAligner(counted.vocabulary, .builtIn)
    for name in counted.names where name.tokens.allSatisfy(counted.vocabulary.isName) {
      let itself = aligner.align(name, name)
      #expect(itself.similarity == 1 && itself.level == .equal && itself.isWhole, "\(counted.text(name))")
    }
  }
}

extension CountedNames {
  fileprivate func text(_ name: FoldedName) -> String {
    name.tokens.map { String(decoding: vocabulary.letters[vocabulary.range($0)], as: UTF8.self) }.joined(separator: " ")
  }
}

/// Names of words that differ by a slip, a blank, an initial or an ending.
struct InventedWords {
  private var random: Seeded
  private var words: [String] = []

  init(seed: UInt64) {
    random = Seeded(seed)
    let syllables = [
      "na", "hak", "bri", "a", "yo", "han", "es", "ma", "ri", "se", "ran", "kris", "ti", "nu", "te", "fa",
    ]
    for _ in 0..<150 {
      let word = (0...random.below(4)).map { _ in random.pick(syllables) }.joined()
      words += [word, slipped(word), String(word.prefix(1)), word + random.pick(syllables), String(word.prefix(4))]
    }
  }

  func names(_ count: Int) -> CountedNames {
    var copy = self
    return CountedNames((0..<count).map { _ in copy.next() })
  }

  private mutating func next() -> String {
    let between = random.below(10) == 0 ? " bin " : " "
    return (0...random.below(5)).map { _ in random.pick(words) }.joined(separator: between)
  }

  private mutating func slipped(_ word: String) -> String {
    var letters = Array(word)
    letters[random.below(letters.count)] = random.pick(["a", "o", "i", "t", "k"])
    return String(letters)
  }
}
