import Records
import Testing

@testable import Intake

@Suite struct MoneyReaderTests {
  struct Written: CustomTestStringConvertible {
    let text: String
    let sen: Int64
    var testDescription: String { text }
  }

  @Test(arguments: [
    Written(text: "Rp 1.234.567,00", sen: 123_456_700), Written(text: "Rp. 1.234.567", sen: 123_456_700),
    Written(text: "Rp1.234.567", sen: 123_456_700), Written(text: "rp 1.234.567,-", sen: 123_456_700),
    Written(text: "1.234.567,-", sen: 123_456_700), Written(text: "1.234.567,--", sen: 123_456_700),
    Written(text: "1.234.567.-", sen: 123_456_700), Written(text: "1234567.00", sen: 123_456_700),
    Written(text: "1234567,00", sen: 123_456_700), Written(text: "1,234,567.00", sen: 123_456_700),
    Written(text: "1,234,567", sen: 123_456_700), Written(text: "IDR 1,234,567.00", sen: 123_456_700),
    Written(text: "1234567", sen: 123_456_700), Written(text: "+1234567", sen: 123_456_700),
    Written(text: "Rp\u{A0}1.234.567,00", sen: 123_456_700), Written(text: "Rp 3.800.000,00", sen: 380_000_000),
    Written(text: "1234567 rupiah", sen: 123_456_700), Written(text: "1.234.567,89", sen: 123_456_789),
    Written(text: "99999999.9", sen: 9_999_999_990), Written(text: "1399818654.61", sen: 139_981_865_461),
    Written(text: "2308000000.98", sen: 230_800_000_098), Written(text: "1.234", sen: 123_400),
    Written(text: "1,234", sen: 123_400), Written(text: "123.456", sen: 12_345_600),
    Written(text: "1234.567", sen: 123_457),
    Written(text: "0.125", sen: 13), Written(text: "0,5", sen: 50), Written(text: "12.34", sen: 1_234),
    Written(text: "(1.000)", sen: -100_000), Written(text: "-1.000", sen: -100_000),
    Written(text: "Rp (1.000.000)", sen: -100_000_000), Written(text: "0", sen: 0), Written(text: "0.00", sen: 0),
    Written(text: "578,9 Jt", sen: 57_890_000_000), Written(text: "578.9 juta", sen: 57_890_000_000),
    Written(text: "1,2 M", sen: 120_000_000_000), Written(text: "1,2 Milyar", sen: 120_000_000_000),
    Written(text: "1,2 miliar", sen: 120_000_000_000), Written(text: "Rp 2 M", sen: 200_000_000_000),
    Written(text: "9 T", sen: 900_000_000_000_000), Written(text: "1,5 Triliun", sen: 150_000_000_000_000),
    Written(text: "500 rb", sen: 50_000_000), Written(text: "500 Ribu", sen: 50_000_000),
    Written(text: "1.5E+9", sen: 150_000_000_000), Written(text: "1,5E+09", sen: 150_000_000_000),
    Written(text: "1E9", sen: 100_000_000_000), Written(text: "15E-1", sen: 150),
  ])
  func `reads an amount in every notation that was seen`(_ written: Written) {
    #expect(MoneyReader.read(written.text.bytes.span) == .amount(Money(sen: written.sen)))
  }

  @Test func `a rounded amount has a decimal mark, never thousands`() {
    #expect(MoneyReader.read("1,250 M".bytes.span) == .amount(Money(sen: 125_000_000_000)))
  }

  @Test func `a point before three digits and a unit is unclear, unless the column tells`() {
    let text = "1.500 Jt"
    #expect(MoneyReader.read(text.bytes.span) == .unclear)
    #expect(MoneyReader.read(text.bytes.span, decimalMark: 0) == .unclear)
    #expect(MoneyReader.read(text.bytes.span, decimalMark: 0x2C) == .amount(Money(sen: 150_000_000_000)))
    #expect(MoneyReader.read(text.bytes.span, decimalMark: 0x2E) == .amount(Money(sen: 150_000_000)))
    #expect(MoneyReader.read("1,500 Jt".bytes.span, decimalMark: 0x2E) == .amount(Money(sen: 150_000_000_000)))
    #expect(MoneyReader.read("1.250,5 Jt".bytes.span) == .amount(Money(sen: 125_050_000_000)))
  }

  @Test(arguments: ["30%", "300 lembar", "12 persen"])
  func `percentages and sheets are no rupiah`(_ text: String) {
    #expect(MoneyReader.read(text.bytes.span) == .unreadable)
  }

  @Test(arguments: [
    "Rp", "gratis", "1.2.3", "1,2,3", "1.234,5.6", "1.234.56", "1.2E", "1E+", "1E+100", "5 karung", "5 Jt lembu",
    "9999999999999999999", "999999999999999999", "1E+30", "2024-01-01", "1/2", "12 345", "(", "+", "=A1", "١٢٣",
    "1.000-", "1000 -", "1000\u{A0}-", "Rp 1.500.000-", "92233720368547758.08",
  ])
  func `what is no amount is unreadable`(_ text: String) {
    #expect(MoneyReader.read(text.bytes.span) == .unreadable)
  }

  @Test(arguments: ["", "-", "--", ".", "null", "n/a", "tidak ada", "#N/A"])
  func `nothing written is nothing, not zero`(_ text: String) {
    #expect(MoneyReader.read(text.bytes.span) == .none)
  }

  @Test func `any amount is read from each of its notations`() {
    var random = Seeded(6)
    for _ in 0..<5_000 {
      let rupiah = Int64.random(in: 1_000...9_999_999_999_999, using: &random)
      let sen = Int64.random(in: 0...99, using: &random)
      let groups = Self.grouped(rupiah)
      let rest = sen < 10 ? "0\(sen)" : "\(sen)"
      let expected = MoneyReader.Reading.amount(Money(sen: rupiah * 100 + sen))
      let dotted = groups.joined(separator: ".")
      for text in [
        "\(rupiah).\(rest)", "\(rupiah),\(rest)", "Rp \(dotted),\(rest)",
        "Rp. \(groups.joined(separator: ",")).\(rest)",
      ] where MoneyReader.read(text.bytes.span) != expected {
        Issue.record("\(text) is not read")
      }
      if groups.count > 2 {
        #expect(MoneyReader.read("\(dotted),-".bytes.span) == .amount(Money(sen: rupiah * 100)))
      }
    }
  }

  private static func grouped(_ number: Int64) -> [String] {
    var (rest, groups) = (number, [String]())
    while rest >= 1_000 {
      let low = String(rest % 1_000)
      groups.insert(String(repeating: "0", count: 3 - low.count) + low, at: 0)
      rest /= 1_000
    }
    return [String(rest)] + groups
  }

  @Test func `amounts and shares are read from any bytes without stopping`() {
    var random = Seeded(7)
    let telling = "0123456789.,-()%/ RpEe+MJtlembar".bytes + [0xC2, 0xA0]
    for turn in 0..<40_000 {
      let count = Int.random(in: 0...30, using: &random)
      let bytes = turn.isMultiple(of: 2) ? random.bytes(count) : random.bytes(count, from: telling)
      _ = MoneyReader.read(bytes.span)
      if case .share(let share) = ShareReader.read(bytes.span) {
        #expect(share.amount >= 0)
        if share.notation == .ofWhole { #expect(share.amount <= 1_000_000) }
      }
    }
  }
}
