import Testing

@testable import Intake

@Suite struct CellValueTests {
  struct Day: CustomTestStringConvertible {
    let number: String
    var from1904 = false
    let text: String?
    var testDescription: String { "\(number) \(from1904 ? 1904 : 1900)" }
  }

  /// ECMA-376, part 1, 18.17.4.1, gives the first days and the last; day 60 is its deliberate error.
  @Test(arguments: [
    Day(number: "1", text: "1900-01-01"), Day(number: "59", text: "1900-02-28"), Day(number: "60", text: nil),
    Day(number: "61", text: "1900-03-01"), Day(number: "44384", text: "2021-07-07"),
    Day(number: "44384.75", text: "2021-07-07 18:00:00"), Day(number: "44384.999999", text: "2021-07-08"),
    Day(number: "4.4384E4", text: "2021-07-07"), Day(number: "2958465", text: "9999-12-31"),
    Day(number: "2958465.999999", text: nil), Day(number: "2958466", text: nil), Day(number: "0.5", text: nil),
    Day(number: "-1", text: nil), Day(number: "nan", text: nil), Day(number: "inf", text: nil),
    Day(number: "x", text: nil), Day(number: "1", from1904: true, text: "1904-01-02"),
    Day(number: "42922", from1904: true, text: "2021-07-07"),
  ])
  func `counts of days`(_ day: Day) {
    #expect(SerialDay.text(day.number, countsFrom1904: day.from1904) == day.text)
  }

  struct Format: CustomTestStringConvertible {
    let code: String
    let kind: CellStyles.Kind
    var testDescription: String { code }
  }

  @Test(arguments: [
    Format(code: "General", kind: .plain), Format(code: "0", kind: .plain), Format(code: "#,##0.00", kind: .plain),
    Format(code: "_-\"Rp\"* #,##0_-;-\"Rp\"* #,##0_-", kind: .plain), Format(code: "[Red]0.0", kind: .plain),
    Format(code: "0\\d", kind: .plain), Format(code: "\"hari\" 0", kind: .plain), Format(code: "@", kind: .plain),
    Format(code: "h:mm", kind: .plain), Format(code: "mm:ss.0", kind: .plain), Format(code: "[h]:mm:ss", kind: .plain),
    Format(code: "dd/mm/yyyy", kind: .day), Format(code: "[$-421]dd\\ mmmm\\ yyyy;@", kind: .day),
    Format(code: "mmm-yy", kind: .day), Format(code: "mmmm", kind: .day), Format(code: "d/m/yy h:mm", kind: .day),
    Format(code: "0%", kind: .percent), Format(code: "0.00%", kind: .percent),
  ])
  func `formats`(_ format: Format) { #expect(CellStyles.kind(ofFormat: format.code) == format.kind) }

  @Test(arguments: [
    ("0.3", "30%"), ("1", "100%"), ("0.055", "5.5%"), ("0", "0%"), ("12.5", "1250%"),
    ("0.30000000000000004", "30.000000000000004%"),
    ("3E-2", nil), ("-0.1", nil), ("", nil), (".", nil),
  ])
  func `percentages`(_ number: String, _ text: String?) { #expect(WorksheetReader.percent(number) == text) }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func `columns have letters`(_ column: Int, _ letters: String) {
    #expect(CellReference.letters(of: column) == letters)
    let reference = Array("\(letters)12".utf8)
    #expect(reference.withUnsafeBufferPointer { CellReference.column(of: $0) } == column)
  }

  @Test(arguments: ["", "12", "XFE1", "AAAA1", "ZZZZZZZZZZZZZZZZZZZZ1"])
  func `other text is no reference`(_ text: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { CellReference.column(of: $0) } == nil)
  }
}
