import Testing

@testable import Screening

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("maria", "maria", 0), ("maria", "mraia", 1), ("maria", "mariana", 2), ("ca", "abc", 3), ("", "abc", 3),
    ("abc", "", 3), ("yohanes", "yohanis", 1), ("a", "b", 1), ("abcdef", "badcfe", 3),
  ])
  func `counts each slip once`(_ one: String, _ other: String, _ slips: Int) {
    #expect(Self.distance(Array(one.utf8), Array(other.utf8)) == slips)
  }

  /// 50,000 pairs, of which one in a hundred is longer than 12 letters: the textbook's table costs time in a debug build.
  @Test func `is the textbook's optimal string alignment, both ways round`() {
    var random = Seeded(11)
    for round in 0..<50_000 {
      let one = Self.word(longest: round % 100 == 0 ? 64 : 12, &random)
      let other = round % 2 == 0 ? Self.slipped(one, &random) : Self.word(longest: one.count > 12 ? 64 : 12, &random)
      let slips = Self.distance(one, other)
      #expect(slips == Self.textbook(one, other))
      #expect(slips == Self.distance(other, one))
    }
  }

  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int { EditDistance.of(one.span, other.span) }

  /// Of few letters, so that words have much in common.
  private static func word(longest: Int, _ random: inout Seeded) -> [UInt8] {
    let letters = 2 + random.below(6)
    return (0..<random.below(longest + 1)).map { _ in UInt8(0x61 + random.below(letters)) }
  }

  /// The word with up to four slips, at most 64 letters long.
  private static func slipped(_ word: [UInt8], _ random: inout Seeded) -> [UInt8] {
    var word = word
    for _ in 0..<random.below(5) {
      let place = random.below(word.count + 1)
      switch random.below(4) {
      case 0 where word.count < 64: word.insert(UInt8(0x61 + random.below(26)), at: place)
      case 1 where place < word.count: word.remove(at: place)
      case 2 where place < word.count: word[place] = UInt8(0x61 + random.below(26))
      case 3 where place + 1 < word.count: word.swapAt(place, place + 1)
      default: break
      }
    }
    return word
  }

  /// The recurrence, a full table.
  private static func textbook(_ one: [UInt8], _ other: [UInt8]) -> Int {
    let width = other.count + 1
    var table = [Int](repeating: 0, count: (one.count + 1) * width)
    for i in 0...one.count {
      for j in 0...other.count {
        guard i > 0, j > 0 else {
          table[i * width + j] = i + j
          continue
        }
        let differs = one[i - 1] == other[j - 1] ? 0 : 1
        var least = min(table[(i - 1) * width + j] + 1, table[i * width + j - 1] + 1)
        least = min(least, table[(i - 1) * width + j - 1] + differs)
        if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
          least = min(least, table[(i - 2) * width + j - 2] + 1)
        }
        table[i * width + j] = least
      }
    }
    return table[one.count * width + other.count]
  }
}
