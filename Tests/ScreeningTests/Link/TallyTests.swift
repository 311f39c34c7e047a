import Testing

@testable import Screening

@Suite struct TallyTests {
  @Test func `counts each number as often as it came, across growth, and no nought`() {
    let tally = Tally { count in
      for number in 0..<5000 as Range<UInt64> {
        for _ in 0..<number % 4 { count(number) }
      }
    }
    #expect(tally[0] == 0)
    #expect((1..<6000 as Range<UInt64>).allSatisfy { tally[$0] == ($0 < 5000 ? Int($0 % 4) : 0) })
  }
}
