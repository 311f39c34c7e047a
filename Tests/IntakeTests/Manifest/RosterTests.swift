import Records
import Testing

@testable import Intake

/// Lists of vendors that name people of each in columns of their own.
@Suite struct RosterTests {
  @Test(arguments: [
    ("Nama Direktur", "Direktur"), ("Nama Komisaris", "Komisaris"), ("Pemilik", "Pemilik"), ("Pengurus", "Pengurus"),
    ("Penanggung Jawab", "Penanggung Jawab"),
  ])
  func `a vendor and one person of it stand in one row`(_ column: String, _ role: String) throws {
    let text =
      "Kode Penyedia;Nama Penyedia;NPWP;Alamat;\(column)\n1001;CV Lontar;03.412.778.7-922.000;Jl. A;Maria Seran\n"
    let table = try SmallTable(text)
    #expect(table.reading.datasets == [.vendors, .vendorPeople])
    #expect(table.people == ["\(role): Maria Seran -"])
    #expect(table.tables.vendors.map { table.text($0.address) } == ["Jl. A"])
    #expect(table.tables.vendorPeople[0].address.isEmpty && table.tables.vendorPeople[0].taxID == nil)
    #expect(table.aside == [])
    let draft = MappingDraft(table.reading, nearest: nil)
    let again = try SmallTable(
      text, columns: Dictionary(uniqueKeysWithValues: draft.columns.map { ($0.column, $0.field) }))
    #expect(again.people == table.people && again.reading.datasets == table.reading.datasets)
  }

  @Test func `each of several people has the facts behind the name, and those that name the role`() throws {
    let table = try SmallTable(
      """
      Nama Perusahaan;NPWP;Nama Direktur;NIK;Nama Komisaris;NIK Komisaris
      CV Lontar;03.412.778.7-922.000;Maria Seran;5371014101800001;Lukas Seran;5371010202790001
      CV Gewang;03.412.778.7-922.000;;;Yosef Klau;5371010303790001

      """)
    #expect(
      table.people == [
        "Direktur: Maria Seran 5371014101800001", "Komisaris: Lukas Seran 5371010202790001",
        "Komisaris: Yosef Klau 5371010303790001",
      ])
    #expect(table.tables.vendors.count == 2)
  }

  @Test func `a table of people with their roles is no such list`() throws {
    let table = try SmallTable("NPWP Penyedia;Nama Pemilik;Jabatan\n03.412.778.7-922.000;Maria Seran;Direktur\n")
    #expect(table.reading.datasets == [.vendorPeople])
  }

  @Test func `a row that lacks something is told what`() throws {
    let table = try SmallTable("NIP;Nama;Unit\n198001012005011001;;Dinas\n")
    #expect(table.reading.quarantine.map(\.message.remedy) == ["fill in nama at the source"])
  }
}
