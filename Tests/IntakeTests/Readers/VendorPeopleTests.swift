import Records
import Testing

@testable import Intake

/// Several people of a vendor in one row, and what kind of holder one is.
@Suite struct VendorPeopleTests {
  private static let header = "npwp_penyedia;nama_pemilik;nik_pemilik;persentase_saham;jabatan\n"
  private static let vendor = "03.412.778.7-922.000"

  @Test func `lists of one length are one person each`() throws {
    let table = try SmallTable(
      Self.header
        + "\(Self.vendor);\"Maria Seran; Lukas Seran\";\"5371014707810001; 5371010202790001\";\"60%; 40%\";Pemilik\n")
    #expect(table.people == ["Pemilik: Maria Seran 5371014707810001", "Pemilik: Lukas Seran 5371010202790001"])
    #expect(table.tables.vendorPeople.map(\.share.amount) == [600_000, 400_000])
    #expect(table.warnings == [] && table.reading.counts.accepted == 1)
  }

  @Test func `a mark in the name of one person makes no list`() throws {
    let table = try SmallTable(
      Self.header + "\(Self.vendor);\"Maria Seran; S.E.\";5371014707810001;60%;Pemilik\n")
    #expect(table.people == ["Pemilik: Maria Seran; S.E. 5371014707810001"])
    #expect(table.warnings == ["list-or-name nama_pemilik"])
  }

  @Test func `a list of another length is left empty and said`() throws {
    let table = try SmallTable(
      Self.header
        + "\(Self.vendor);\"Maria Seran; Lukas Seran; \";5371014707810001;\"60%;40%\";\"Direktur;Komisaris\"\n")
    #expect(table.people == ["Direktur: Maria Seran -", "Komisaris: Lukas Seran -"])
    #expect(table.warnings == ["list-length nik_pemilik"])
  }

  @Test func `a name with a title behind a comma is one name`() throws {
    let table = try SmallTable(Self.header + "\(Self.vendor);Maria Seran, S.E., M.M.;5371014707810001;60%;Pemilik\n")
    #expect(table.people == ["Pemilik: Maria Seran, S.E., M.M. 5371014707810001"])
  }

  @Test func `the evidence of one of a list shows that one's cells`() throws {
    let folder = try ScratchFolder()
    try folder.write(
      Self.header + "\(Self.vendor);\"Maria Seran; Lukas Seran\";\"5371014707810001; '5371010202790001\";60%;Pemilik\n",
      to: "a.csv")
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    let reading = try SourceReader(SourceReader.Policy(night: night)).read([folder.path])
    let row = RowReference(.vendorPeople, 1)
    let fields = try #require(reading.archive.excerpts(of: [row], in: reading.registry)[row]).fields
    #expect(fields.map(\.value) == [Self.vendor, "Lukas Seran", "'5371010202790001", "60%", "Pemilik"])
    #expect(fields[2].repairs == [.apostrophe])
  }

  @Test(arguments: [("PT", true), ("Koperasi", true), ("Perorangan", false), ("Saham Seri A", false)])
  func `a holder's kind may be a legal form`(_ kind: String, _ isCompany: Bool) throws {
    let table = try SmallTable(
      "npwp_penyedia;nama;jabatan;jenis_pemegang_saham\n\(Self.vendor);Gewang Jaya;Pemegang Saham;\(kind)\n")
    #expect(table.tables.vendorPeople.map(\.isCompany) == [isCompany])
    #expect(table.warnings == (kind.hasPrefix("Saham") ? ["holder-kind jenis_pemegang_saham"] : []))
  }
}
