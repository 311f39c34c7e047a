import Records
import Testing

@testable import Intake

/// Headings, sums and signatures among rows of data.
@Suite struct SheetNoiseTests {
  private static let header = "No;NIP;Nama;Unit Kerja;Jabatan\n"
  private static let good = "1;198001012005011001;Ana;Dinas;Staf\n"

  private func codes(_ text: String) throws -> [String] {
    try CSVHeaderTests.Reading.of(text).quarantine.map { "\($0.message.code)@\($0.location.line)" }
  }

  @Test func `a heading between rows is set aside as one, and a sparse row at the end as the sheet's end`() throws {
    let text =
      Self.header + "I. DINAS CONTOH;;;;\n" + Self.good + "Jumlah;;1;;\n" + "II. BADAN LAIN;;;;\n" + Self.good
      + "Jumlah;;1;;\n;;;Kupang, 23 November 2026;\nKepala Badan\n;;;NIP. 196001011985031001;\n"
    #expect(
      try codes(text) == [
        "section-row@2", "total-row@4", "section-row@5", "footer-row@7", "footer-row@8", "footer-row@9",
        "footer-row@10",
      ])
  }

  @Test func `a heading may have its number in a cell of its own, in letters`() throws {
    let rows = "I;;DINAS CONTOH;;\n" + Self.good + "B.;BADAN LAIN;;;\n" + Self.good + "2;;Tanpa Nomor;;\n" + Self.good
    #expect(try codes(Self.header + rows) == ["section-row@2", "section-row@4", "missing-required@6"])
  }

  @Test func `what is no heading keeps its reason`() throws {
    let text =
      Self.header + "1;;Tanpa Nomor;Dinas;Staf\n198001012005011001;;;;\n;12;;;\n" + Self.good
      + "1;19800101;Kurang;Dinas;Staf\n"
    #expect(
      try codes(text) == ["missing-required@2", "missing-required@3", "nip-length@4", "nip-length@6"])
  }

  @Test func `a torn last line is torn, unless it ends the sheet's end`() throws {
    #expect(try codes(Self.header + Self.good + "Ana;Di") == ["torn-line@3"])
    #expect(
      try codes(Self.header + Self.good + "Kupang;;;;\nKepala") == ["footer-row@3", "footer-row@4"])
  }

  @Test func `a long run of sparse rows is no sheet's end`() throws {
    let rows = String(repeating: "x;Budi Contoh;;;\n", count: SheetNoise.longestFooter + 1)
    #expect(try codes(Self.header + Self.good + rows).allSatisfy { $0.hasPrefix("nip-digits") })
  }

  @Test func `a table that nothing was accepted of has no end to speak of`() throws {
    #expect(try codes(Self.header + "x;Budi Contoh;;;\n").allSatisfy { !$0.hasPrefix("footer") })
  }

  @Test func `a sum is no package and no unit`() throws {
    let tenders = try CSVHeaderTests.Reading.of(
      "kd_tender;nama_paket;pagu\nP1;Jalan;100\nJUMLAH;;100\nP2;Total Station;200\nTotal;;300\n")
    #expect(tenders.tables.tenders.count == 2)
    #expect(tenders.quarantine.map(\.message.code) == ["total-row", "footer-row"])
    let units = try CSVHeaderTests.Reading.of("kd_satker;nama_satker\n1;Dinas Total\n;Jumlah\n")
    #expect(units.tables.units.count == 1)
  }

  @Test(arguments: [
    ("Jumlah", true), ("TOTAL", true), ("Sub Total :", true), ("Jumlah:", true), ("Total Persada", false),
    ("Jumlah pegawai", false), ("", false), ("T", false), ("tender", false),
  ])
  func `a sum's word stands alone`(_ text: String, _ isTotal: Bool) {
    let bytes = text.bytes
    #expect(SheetNoise.isTotal(bytes.span) == isTotal)
  }

  @Test func `headings do not use up the quarantine's limit, but a file of little else does`() throws {
    func overLimit(_ text: String) throws -> Bool {
      let folder = try ScratchFolder()
      try folder.write(text, to: "pegawai.csv")
      let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
      return !(try SourceReader(.init(night: night)).read([folder.path]).overLimit.isEmpty)
    }
    let people = (1...9).map { "\($0);19800101200501100\($0);Pegawai \($0);Dinas;Staf\n" }
    let unit = people.joined()
    #expect(!(try overLimit(Self.header + "DINAS A;;;;\n" + unit + "Jumlah;;9;;\n")))
    #expect(try overLimit(Self.header + String(repeating: "DINAS A;;;;\n", count: 40) + unit))
    #expect(try overLimit(Self.header + unit + "10;1980;Kurang;Dinas;Staf\n"))
  }
}
