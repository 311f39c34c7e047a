import Records
import Testing

@testable import Casework

@Suite struct MaskingTests {
  private let masked = Masking(.masked, asOf: Invented.asOf)
  private let open = Masking(.unmasked(reason: "Surat Tugas 12"), asOf: Invented.asOf)

  @Test func `numbers of persons keep two digits at each end`() throws {
    let person = try #require(TaxID(value: 492_345_673_922_000))
    let phone = try #require(PhoneNumber(value: 81_234_567_890))
    #expect(masked.nip(Invented.nip) == "19**************01")
    #expect(masked.nik(Invented.wifeNIK) == "53************01")
    #expect(masked.npwp(person) == "49****************00")
    #expect(masked.phone(phone) == "08********90")
  }

  @Test func `a company's NPWP is printed in full`() {
    #expect(masked.npwp(Invented.company) == "01.234.567.4-922.000")
  }

  @Test func `with a reason everything is printed`() {
    #expect(open.nip(Invented.nip) == "197804122003121001")
    #expect(open.nik(Invented.wifeNIK) == "5371014504800001")
    #expect(open.text("hp 081234567890") == "hp 081234567890")
    #expect(open.name("Ria Putri Doko", isMinor: true) == "Ria Putri Doko")
  }

  struct Birth: CustomTestStringConvertible {
    let date: CalendarDate?
    let nik: NationalID?
    let isMinor: Bool
    var testDescription: String { "\(date.map(\.description) ?? "-") \(isMinor)" }
  }

  @Test(arguments: [
    Birth(date: Invented.date(2008, 11, 24), nik: nil, isMinor: true),
    Birth(date: Invented.date(2008, 11, 23), nik: nil, isMinor: false),
    Birth(date: nil, nik: Invented.childNIK, isMinor: true),
    Birth(date: nil, nik: Invented.wifeNIK, isMinor: false),
    Birth(date: Invented.date(1980, 4, 5), nik: Invented.childNIK, isMinor: false),
    Birth(date: nil, nik: nil, isMinor: false),
  ])
  func `a minor is under eighteen on the night, as far as a birth date is known`(_ birth: Birth) {
    #expect(masked.isMinor(bornOn: birth.date, nationalID: birth.nik) == birth.isMinor)
  }

  @Test(arguments: [("Ria Putri Doko", "R. P. D."), ("ria", "R."), ("  Ria   Doko ", "R. D."), ("-", "")])
  func `a minor's name is initials`(name: String, initials: String) {
    #expect(masked.name(name, isMinor: true) == initials)
  }

  struct Field: CustomTestStringConvertible {
    let value: String
    let content: SourceExcerpt.Content
    let shown: String
    var testDescription: String { "\(content) \(value)" }
  }

  @Test(arguments: [
    Field(value: "5371014504800001", content: .nationalID, shown: "53************01"),
    Field(value: "'5371-0145", content: .nationalID, shown: "53****45"),
    Field(value: "5,37101E+15", content: .nationalID, shown: "53****15"),
    Field(value: "1234", content: .nationalID, shown: "****"),
    Field(value: "-", content: .nationalID, shown: "-"),
    Field(value: "19780412 200312 1 001", content: .civilServantID, shown: "19**************01"),
    Field(value: "01.234.567.4-922.000", content: .taxID, shown: "01.234.567.4-922.000"),
    Field(value: "49.234.567.3-922.000", content: .taxID, shown: "49***********00"),
    Field(value: "(0380) 831234", content: .phone, shown: "03******34"),
    Field(value: "Rp 5.000", content: .other, shown: "Rp 5.000"),
  ])
  func `a field is masked by what it holds, whatever its shape`(_ field: Field) {
    #expect(masked.field(field.value, holding: field.content, isMinor: false) == field.shown)
  }

  @Test func `signs that steer a terminal become visible`() {
    #expect(masked.text("a\u{1B}[31mb\u{0}\u{202E}c\u{9B}") == "a␛[31mb␀\u{FFFD}c\u{FFFD}")
    #expect(open.text("a\u{1B}b\tc\nd") == "a␛b\tc\nd")
  }

  struct RawRow: CustomTestStringConvertible {
    let text: String
    let datasets: [Dataset]
    let shown: String
    var testDescription: String { text }
  }

  @Test(arguments: [
    RawRow(
      text: "K-9;anak;Ria Doko;20-03-2012;01-02-2024", datasets: [.relatives],
      shown: "K.-9;a.;R. D.;20-03-2012;01-02-2024"),
    RawRow(
      text: "K-9;istri;Maria Bere;05/04/1980;01/02/2024", datasets: [.relatives],
      shown: "K-9;istri;Maria Bere;05/04/1980;01/02/2024"),
    RawRow(
      text: "Ana Doko;1983-06-15;Ria Doko;2012-03-20", datasets: [.officials, .relatives],
      shown: "A. D.;1983-06-15;R. D.;2012-03-20"),
    RawRow(text: "Ria Doko;5371016003120002", datasets: [.vendorPeople], shown: "R. D.;53************02"),
    RawRow(text: "10024512;Gedung;2024-02-01", datasets: [.tenders], shown: "10024512;Gedung;2024-02-01"),
  ])
  func `a row set aside shows a minor's words as initials`(_ row: RawRow) {
    #expect(masked.rawRow(row.text, of: row.datasets) == row.shown)
  }
}
