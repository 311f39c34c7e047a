import Records
import Testing

@Suite struct LevenshteinTests {
  struct Pair: CustomTestStringConvertible {
    let one: String
    let other: String
    let distance: Int
    var testDescription: String { "\(one) \(other)" }
  }

  @Test(arguments: [
    Pair(one: "kitten", other: "sitting", distance: 3), Pair(one: "", other: "abc", distance: 3),
    Pair(one: "abc", other: "", distance: 3), Pair(one: "abc", other: "abc", distance: 0),
    Pair(one: "keputusan", other: "keptusan", distance: 1), Pair(one: "ab", other: "ba", distance: 2),
  ])
  func `counts letters put in, taken out and changed`(_ pair: Pair) {
    #expect(levenshtein(Array(pair.one.utf8), Array(pair.other.utf8)) == pair.distance)
  }
}
