import Records
import Testing

@testable import Intake

@Suite struct RepeatFinderTests {
  @Test(arguments: [1, 100, 5_000])
  func `tells what was said before, as a set of all contents does`(_ kinds: Int) {
    var random = Seeded(UInt64(kinds))
    let contents = (0..<5_000).map { _ in
      // Sums that differ in few bits meet in the finder's marks.
      let number = UInt64.random(in: 0..<UInt64(kinds), using: &random)
      return ContentHash.Value(low: number, high: number & 0xFF)
    }
    var finder = RepeatFinder(rows: contents.count)
    for content in contents { finder.note(content) }
    finder.settle()
    var seen: Set<ContentHash.Value> = []
    for content in contents {
      let isRepeat = finder.isRepeat(content)
      // A content of noughts alone cannot be told from none.
      if content != ContentHash.Value(low: 0, high: 0) { #expect(isRepeat == !seen.insert(content).inserted) }
    }
  }
}
