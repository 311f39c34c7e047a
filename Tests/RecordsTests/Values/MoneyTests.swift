import Records
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    (139_981_865_461, "1399818654.61"), (5_000_000_000, "50000000"), (0, "0"), (1, "0.01"), (10, "0.10"), (99, "0.99"),
    (100, "1"), (-1, "-0.01"), (-150, "-1.50"), (-100, "-1"), (Int64.max, "92233720368547758.07"),
    (Int64.min, "-92233720368547758.08"),
  ])
  func `writes rupiah with a decimal point only where there are sen`(_ sen: Int64, _ text: String) {
    #expect(Money(sen: sen).description == text)
  }

  @Test func `amounts are ordered`() {
    #expect(Money(sen: -1) < Money(sen: 0))
    #expect(Money(sen: 1) < Money(sen: 2))
  }
}

@Suite struct FractionTests {
  @Test(arguments: [
    (1_000_000, "100"), (0, "0"), (333_333, "33,33"), (666_667, "66,67"), (305_000, "30,5"), (300_500, "30,05"),
    (5_000, "0,5"), (100, "0,01"), (50, "0,01"), (49, "0"), (999_950, "100"), (999_949, "99,99"),
  ])
  func `writes percent with a decimal comma and at most two decimals`(_ millionths: Int64, _ text: String) {
    #expect(Fraction(millionths: millionths).description == text)
  }

  @Test func `parts are ordered, and an unknown share has no amount`() {
    #expect(Fraction(millionths: 1) < Fraction(millionths: 2))
    #expect(Share.unknown == Share(notation: .none, amount: 0))
  }
}
