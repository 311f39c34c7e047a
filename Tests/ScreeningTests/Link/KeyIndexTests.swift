import Testing

@testable import Screening

@Suite struct KeyIndexTests {
  @Test(arguments: [0, 1, 2, 3, 17, 1_000, 6_000])
  func `finds for each key the rows that a dictionary would, once each`(_ count: Int) {
    var random = Seeded(UInt64(count))
    let rows = 500
    let tags = (0..<rows).map { _ in random.next() }
    let keys = (0..<max(1, count / 3)).map { _ in random.next() }
    // In the order of rows, as the rows of a table come.
    let entries = (0..<count).map { KeyedRow(key: random.pick(keys), row: UInt32($0 * rows / max(count, 1))) }
    let index = KeyIndex(entries, tags: tags)
    let expected = Dictionary(grouping: entries, by: \.key).mapValues { Set($0.map(\.row)).sorted() }
    for key in keys + (0..<200).map({ _ in random.next() }) {
      let run = index.run(of: key)
      #expect(run.map { index.row(at: $0) } == expected[key] ?? [])
      #expect(run.map { index.tag(at: $0).bits } == (expected[key] ?? []).map { tags[Int($0)] })
      if expected[key] != nil { #expect(index.mayHold(key)) }
    }
  }

  @Test(arguments: [UInt64.max, 0xFFFF, 0xFF00_0000_0000_0000, 0])
  func `sorts by key and leaves rows of one key in their order`(_ mask: UInt64) {
    var random = Seeded(3)
    for count in [0, 1, 2, 255, 256, 257, 3_000] {
      let entries = (0..<count).map { KeyedRow(key: random.next() & mask & ~6, row: UInt32($0)) }
      var sorted = entries
      RadixSort.sort(&sorted)
      let expected = entries.sorted { ($0.key, $0.row) < ($1.key, $1.row) }
      #expect(sorted.map(\.key) == expected.map(\.key))
      #expect(sorted.map(\.row) == expected.map(\.row))
    }
  }
}
