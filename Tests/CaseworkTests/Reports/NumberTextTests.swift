import Records
import Testing

@testable import Casework

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.98765, "0.9877"), (0, "0.0000"), (1, "1.0000"), (0.99999, "0.9999"), (0.00001, "0.0001"), (0.5, "0.5000"),
  ])
  func `only certainty is written as zero or one`(value: Double, text: String) {
    #expect(NumberText.probability(value) == text)
  }

  @Test(arguments: [
    (9.1204, "+9.120"), (-14, "-14.000"), (-0.0001, "+0.000"), (0.57, "+0.570"), (.infinity, "+0.000"),
  ])
  func `bits have a sign and three decimals`(value: Double, text: String) {
    #expect(NumberText.bits(value) == text)
  }

  @Test(arguments: [(333_333, "33.33"), (1_000_000, "100"), (5_000, "0.5")])
  func `a share is percent with a point`(millionths: Int64, text: String) {
    #expect(NumberText.percent(Fraction(millionths: millionths)) == text)
  }

  @Test func `zero has no minus sign in JSON`() {
    #expect(NumberText.rounded(-0.0001).sign == .plus)
  }
}
