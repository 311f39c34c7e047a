import Records
import Testing

@testable import Intake

/// Who owns a vendor, where the vendor's own row or a holder's name tells it.
@Suite struct VendorOwnerTests {
  private func read(_ text: String) throws -> FileReading {
    let folder = try ScratchFolder()
    let path = try folder.write(text, to: "input")
    return FileReader(night: try #require(CalendarDate(year: 2026, month: 11, day: 23)), quarantineShare: 1)
      .read(path, as: "input")
  }

  struct Trader: CustomTestStringConvertible {
    let what: String
    let row: String
    let isOwner: Bool
    var testDescription: String { what }
  }

  @Test(arguments: [
    Trader(what: "a form", row: "47.290.132.2-922.000;;Markus Taneo;Perorangan", isOwner: true),
    Trader(what: "another word for it", row: "47.290.132.2-922.000;;Markus Taneo;ORANG PRIBADI", isOwner: true),
    Trader(what: "a NIK as the new number", row: ";5371021703790003;Markus Taneo;", isOwner: true),
    Trader(what: "a company's name", row: "47.290.132.2-922.000;;UD Taneo Karya;Perorangan", isOwner: false),
    Trader(what: "a company's name and a NIK", row: ";5371021703790003;Toko Taneo;", isOwner: false),
    Trader(what: "a company's form", row: "03.412.778.7-922.000;;Lontar Membangun;PT", isOwner: false),
    Trader(what: "nothing that tells", row: "03.412.778.7-922.000;;Lontar Membangun;", isOwner: false),
  ])
  func `a vendor who is a natural person owns himself`(_ trader: Trader) throws {
    let reading = try read(
      """
      npwp_penyedia;npwp_penyedia_16;nama_penyedia;bentuk_usaha;tgl_daftar;telepon
      \(trader.row);2016-05-04;0812-3456-7890

      """)
    #expect(reading.tables.vendors.count == 1)
    let owners = reading.tables.vendorPeople
    #expect(owners.count == (trader.isOwner ? 1 : 0))
    guard let owner = owners.first else { return }
    #expect(reading.tables.arena.string(owner.role) == "Penyedia perorangan (pemilik)")
    #expect(reading.tables.arena.string(owner.name) == "Markus Taneo")
    #expect(owner.share == Share(notation: .ofWhole, amount: 1_000_000))
    #expect(owner.source == reading.tables.vendors[0].source)
    #expect(owner.period == Period(from: CalendarDate(year: 2016, month: 5, day: 4), to: nil))
    #expect((owner.nationalID != nil) == trader.row.hasPrefix(";"))
    #expect(owner.phone != nil && !owner.isCompany)
    #expect(reading.counts.accepted == 1 && reading.counts.read == 1)
  }

  @Test(arguments: [
    ("PT Gewang Jaya", true), ("PT. GEWANG", true), ("Gewang Jaya, PT", true), ("CV Gewang", true),
    ("Koperasi Gewang", true), ("Petrus Klau", false), ("Udis Gewang", false), ("PT", false),
    ("GEWANG JAYA CV", true), ("Gewang Jaya, PT.", true), ("Agustinus Nong,S.Pt", false),
    ("AGUSTINUS NONG, S.PT.", false), ("Agustinus Nong S. Pt", false), ("Agustinus Nong, S,Pt", false),
    ("Agustinus Nong,S.Pt., M.Si.", false), ("Gewang (Persero) Tbk, PT", true), ("Gewang (Persero), PT", true),
  ])
  func `a holder whose kind no column tells is a company by its name`(_ name: String, _ isCompany: Bool) throws {
    let text =
      "npwp_penyedia;nama_penyedia;nama;jabatan;porsi_saham\n03.412.778.7-922.000;CV Lontar;\"\(name)\";Pemegang Saham;40%\n"
    #expect(try read(text).tables.vendorPeople.map(\.isCompany) == [isCompany])
  }

  @Test(arguments: [
    ("60000000;100000000", Share(notation: .ofWhole, amount: 600_000), ""),
    ("Rp 1;3", Share(notation: .ofWhole, amount: 333_333), ""),
    ("9000000000000000;9000000000000000", Share(notation: .ofWhole, amount: 1_000_000), ""),
    ("60000000;", .unknown, "share-whole-missing"), ("60000000;0", .unknown, "share-whole-missing"),
    ("60000000;100", .unknown, "share-whole-small"), (";100", .unknown, ""),
  ])
  func `capital paid in is a part of the vendor's placed capital`(
    _ amounts: String, _ share: Share, _ warning: String
  ) throws {
    let flat = try read(
      "npwp_perseroan;nama_pemegang_saham;total_modal_pemegang;total_modal_ditempatkan\n"
        + "03.412.778.7-922.000;Ana Contoh;\(amounts)\n")
    let parts = amounts.split(separator: ";", omittingEmptySubsequences: false)
    let nested = try read(
      """
      [{"npwp_perseroan":"03.412.778.7-922.000","nama_perseroan":"PT Lontar","total_modal_ditempatkan":"\(parts[1])",
        "pemegang_saham":[{"nama_pemegang_saham":"Ana Contoh","total_modal_pemegang":"\(parts[0])"}]}]
      """)
    for reading in [flat, nested] {
      #expect(reading.tables.vendorPeople.map(\.share) == [share])
      #expect(reading.warnings.sorted.map(\.message.code) == (warning.isEmpty ? [] : [warning]))
      #expect(reading.counts.accepted == reading.counts.read)
      // Evidence shows the columns that a plan uses.
      let used = reading.form.plans.first { $0.dataset == .vendorPeople }?.usedColumns.map(\.field) ?? []
      #expect(used.contains(.holderCapital) && used.contains(.vendorCapital))
    }
  }

  @Test(arguments: [("Orang", false), ("Badan Hukum", true), ("", true)])
  func `a column that tells a holder's kind outranks the name`(_ kind: String, _ isCompany: Bool) throws {
    let text = """
      npwp_penyedia;nama_penyedia;nama;jabatan;porsi_saham;jenis_pemegang
      03.412.778.7-922.000;CV Lontar;PT Gewang;Pemegang Saham;40%;\(kind)

      """
    #expect(try read(text).tables.vendorPeople.map(\.isCompany) == [isCompany])
  }
}
