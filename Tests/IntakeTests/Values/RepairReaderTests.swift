import Records
import Testing

@testable import Intake

@Suite struct RepairReaderTests {
  private func repairs(_ text: String, _ field: Field) throws -> [ValueRepair] {
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    return RepairReader(dates: DateReader(asOf: night)).repairs(of: text.bytes.span, as: field)
  }

  struct Written: CustomTestStringConvertible {
    let text: String
    let field: Field
    let repairs: [ValueRepair]
    var testDescription: String { "\(field): \(text)" }
  }

  @Test(arguments: [
    Written(text: "5371015203850002", field: .nationalID, repairs: []),
    Written(text: "'5371015203850002", field: .nationalID, repairs: [.apostrophe]),
    Written(text: "\u{2018}5371015203850002", field: .nationalID, repairs: [.apostrophe]),
    Written(text: "=\"5371015203850002\"", field: .nationalID, repairs: [.formulaText]),
    Written(text: "5371015203850002.0", field: .nationalID, repairs: [.floatTail]),
    Written(text: "'5371015203850002,00", field: .nationalID, repairs: [.unreadable]),
    Written(text: "5,37E+15", field: .nationalID, repairs: [.floatRefused]),
    Written(text: "5.37101E+15", field: .nationalID, repairs: [.floatRefused]),
    Written(text: "5371015203850000", field: .nationalID, repairs: [.roundedRefused]),
    Written(text: "537101520385", field: .nationalID, repairs: [.unreadable]),
    Written(text: "0000000000000000", field: .nationalID, repairs: [.unreadable]),
    Written(text: "TIDAK ADA", field: .nationalID, repairs: []), Written(text: "-", field: .nationalID, repairs: []),
    Written(text: "197904122005011000", field: .nip, repairs: [.roundedRefused]),
    Written(text: "1,97904E+17", field: .nip, repairs: [.floatRefused]),
    Written(text: "19790412 200501 1 001", field: .nip, repairs: []),
    Written(text: "14170930922000", field: .vendorTaxID, repairs: [.leadingZero]),
    Written(text: "014170930922000", field: .vendorTaxID, repairs: []),
    Written(text: "14170930922000.0", field: .vendorTaxID, repairs: [.floatTail, .leadingZero]),
    Written(text: "5371015203850000", field: .personTaxID, repairs: [.roundedRefused]),
    Written(text: "'10018467000", field: .packageCode, repairs: [.apostrophe]),
    Written(text: "=\"10018467000\"", field: .packageCode, repairs: [.formulaText]),
    Written(text: "1001.0", field: .vendorCode, repairs: [.floatTail]),
    Written(text: "1,0018467E+10", field: .packageCode, repairs: [.floatRefused]),
    Written(text: "PKT-12/2026", field: .packageCode, repairs: []),
    Written(text: "Kupang, 7 Juli 1981", field: .birthDate, repairs: [.placeAndDate]),
    Written(text: "9999-12-31", field: .birthDate, repairs: [.standInDate]),
    Written(text: "12-03-1985", field: .birthDate, repairs: []),
    Written(text: "12 Maret 1985 00:00", field: .birthDate, repairs: []),
    Written(text: "12-03-85", field: .birthDate, repairs: [.twoDigitYear]),
    Written(text: "12-Mar-85", field: .birthDate, repairs: [.twoDigitYear]),
    Written(text: "31118", field: .birthDate, repairs: [.serialDay]),
    Written(text: "00/00/0000", field: .birthDate, repairs: [.standInDate]),
    Written(text: "1900-01-00", field: .birthDate, repairs: [.standInDate]),
    Written(text: "01-01-1970", field: .birthDate, repairs: [.standInDate]),
    Written(text: "1981", field: .birthDate, repairs: [.yearOnly]),
    Written(text: "1981-00-00", field: .birthDate, repairs: [.yearOnly]),
    Written(text: "Maret 1981", field: .birthDate, repairs: [.monthOnly]),
    Written(text: "Kupang, 1981", field: .birthPlaceAndDate, repairs: [.placeAndDate, .yearOnly]),
    Written(text: "31/02/1985", field: .birthDate, repairs: [.unreadable]),
    Written(text: "Kupang, 7 Juli 1981", field: .birthPlaceAndDate, repairs: [.placeAndDate]),
    Written(text: "Kupang, 7-7-81", field: .birthPlaceAndDate, repairs: [.placeAndDate, .twoDigitYear]),
    Written(text: "Kupang", field: .birthPlaceAndDate, repairs: []),
    Written(text: "578,9 Jt", field: .bidValue, repairs: [.roundedAmount]),
    Written(text: "Rp 1.234.567,00", field: .bidValue, repairs: []),
    Written(text: "banyak", field: .bidValue, repairs: [.unreadable]),
    Written(text: "33,33 %", field: .share, repairs: []), Written(text: "4/3", field: .share, repairs: [.unreadable]),
    Written(text: "=SUM(A1)", field: .name, repairs: []),
  ])
  func `says what was done to a field's text`(_ written: Written) throws {
    #expect(try repairs(written.text, written.field) == written.repairs)
  }

  @Test func `every repair has words in both languages and a code of its own`() {
    for repair in ValueRepair.allCases {
      #expect(!repair.phrase.indonesian.isEmpty && !repair.phrase.english.isEmpty)
    }
    #expect(Set(ValueRepair.allCases.map(\.phrase.english)).count == ValueRepair.allCases.count)
  }

  @Test func `a field is repaired or refused exactly where its reader says so`() throws {
    var random = Seeded(41)
    let telling = "0123456789/-. ,:E+'=\"".bytes
    for _ in 0..<20_000 {
      let bytes = random.bytes(Int.random(in: 1...20, using: &random), from: telling)
      let text = String(decoding: bytes, as: UTF8.self)
      if FieldText.isPlaceholder(bytes.span) { continue }
      let isRead = (try? NationalID(parsing: bytes.span)) != nil
      let refused: Set<ValueRepair> = [.floatRefused, .roundedRefused, .unreadable]
      #expect(refused.isDisjoint(with: try repairs(text, .nationalID)) == isRead, "\(text)")
    }
  }
}
