import Records
import Testing

@testable import Intake

/// Real workbooks and pages, which stand only where the project is worked on.
@Suite(.enabled(if: Nearby.real != nil, "the real files are not here"))
struct SheetFileTests {
  private func read(_ name: String) throws -> FileReading {
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    return FileReader(night: night, quarantineShare: 1).read("\(try #require(Nearby.real))/\(name)", as: name)
  }

  /// Python's zipfile and ElementTree count 631 rows of five cells in the one sheet, the header among them, and give
  /// these values for the first and the last.
  @Test func `the list of planned packages by institution is read whole`() throws {
    let reading = try read("indonesia/lkpp_sirup_rup_per_instansi.xlsx")
    #expect(reading.fault == nil)
    #expect((reading.counts.read, reading.counts.accepted, reading.counts.blank) == (630, 630, 0))
    let form = try #require(reading.sheets)
    #expect(form.tables.map(\.name) == ["04. RUP"])
    #expect(
      form.tables.first?.columns == [
        "No.", "Instansi Pemerintah dan BUMN", "Jenis Instansi", "Total Nilai RUP (dalam miliar rupiah)",
        "Total Paket RUP",
      ])
    let rows = SheetRows(at: [2, 631])
    let file = try InputFile(opening: "\(try #require(Nearby.real))/indonesia/lkpp_sirup_rup_per_instansi.xlsx")
    #expect(SheetSource(file: file, format: .xlsx).read(into: rows)?.message.code == nil)
    #expect(
      rows.rows.map { row in (0..<row.row.fieldCount).map { row.row.string($0) } } == [
        ["1", "Arsip Nasional Republik Indonesia", "LEMBAGA", "164933858000", "1767"],
        ["630", "Provinsi Papua Barat Daya", "Provinsi", "1424953560009", "814"],
      ])
  }

  /// The same scripts count 25 sheets, one of them empty, and 45 rows with text, 24 of them headers.
  @Test func `a flattened release has a table in each sheet`() throws {
    let reading = try read("ocds/sample-data/flattened/ocds-213czf-000-00001-04-award.xlsx")
    #expect(reading.fault == nil)
    #expect(reading.counts.read == 21)
    #expect(reading.counts.read == reading.counts.accepted + reading.counts.quarantined)
    let form = try #require(reading.sheets)
    #expect(form.tables.count == 25)
    #expect(form.tables.filter { !$0.columns.isEmpty }.allSatisfy { $0.headerRow == 1 })
    #expect(form.tables.count { $0.isHidden } == 0)
  }
}
