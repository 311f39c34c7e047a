import Testing

@testable import Screening

@Suite struct KeyFilterTests {
  @Test(arguments: [0, 1, 63, 5000])
  func `holds what was added, and little else`(_ count: Int) {
    var filter = KeyFilter(count: count)
    for number in 0..<UInt64(count) { filter.add(LinkKey.mix(number, kind: 1)) }
    #expect((0..<UInt64(count)).allSatisfy { filter.mayHold(LinkKey.mix($0, kind: 1)) })
    let others = (0..<1000 as Range<UInt64>).count { filter.mayHold(LinkKey.mix($0, kind: 2)) }
    #expect(others < 200)
  }
}
