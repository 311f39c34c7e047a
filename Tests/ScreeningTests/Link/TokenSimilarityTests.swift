import Testing

@testable import Screening

@Suite struct TokenSimilarityTests {
  /// The words stand in a vocabulary with as many people as given.
  private func similarity(_ words: [(String, UInt32)]) -> TokenSimilarity.Answer {
    var table = TokenTable()
    for (word, people) in words { table.count([table.number(of: Array(word.utf8))], times: people) }
    var similarity = TokenSimilarity(Vocabulary(table), .builtIn)
    let answer = similarity.of(0, 1)
    let back = similarity.of(1, 0)
    #expect(answer.level == back.level)
    #expect(answer.bits == back.bits)
    return answer
  }

  @Test func `a rare misspelling of a name tells more than two common names one letter apart`() {
    let misspelt = similarity([("nahak", 3_000), ("nahat", 1), ("bria", 20_000)])
    let names = similarity([("nahak", 3_000), ("nahat", 3_000), ("bria", 20_000)])
    #expect(misspelt.level == .nameSlip)
    #expect(names.level == .nameSlip)
    #expect(misspelt.bits > names.bits)
    #expect(names.bits < 0)
  }

  @Test func `no pair tells more than the commoner of its words`() {
    for people in [1, 10, 100, 1_000, 10_000] as [UInt32] {
      let answer = similarity([("fandar", people), ("vandar", 1), ("bria", 5_000)])
      let rarity = Logarithm.wholeBits(Double(people + 5_001 + 2_000) / Double(people + 1))
      #expect(answer.level == .nameSound)
      #expect(answer.bits <= rarity)
    }
  }

  @Test(arguments: [
    ("antonio", "antonia"), ("fernando", "fernanda"), ("antoni", "antonia"), ("maria", "mariana"), ("lay", "lau"),
    ("nahak", "bria"), ("yuliana", "yulianus"), ("s", "nahak"),
  ])
  func `two names are not one`(_ one: String, _ other: String) {
    #expect(similarity([(one, 1), (other, 1)]).level == nil)
  }

  @Test(arguments: [
    ("skolastika", "skolatsika", FactLevel.nameSlip), ("vandar", "fandar", .nameSound), ("yakub", "iakub", .nameSound),
    ("wilhelmina", "wihelmna", .nameSlips), ("skol", "skolastika", .namePrefix), ("s", "skolastika", .nameInitial),
    ("dina", "dona", .nameSlip), ("lay", "lai", .nameSound),
  ])
  func `names how two spellings stand to each other`(_ one: String, _ other: String, _ level: FactLevel) {
    #expect(similarity([(one, 1), (other, 1)]).level == level)
  }
}
