import Records
import Testing

@testable import Intake

/// Two tables, one below the other, in one sheet.
@Suite struct SecondHeaderTests {
  private static let staff = "NIP;Nama;Unit Kerja;Jabatan\n198001012005011001;Ana;Dinas;Staf\n"

  @Test func `another table's header and the rows below it are set aside`() throws {
    let table = try SmallTable(
      Self.staff + "NIP;Hubungan;Nama Keluarga;Tgl Lahir\n198001012005011001;SUAMI;Beni;02/02/1979\n")
    #expect(table.officials == ["Ana -"])
    #expect(table.aside == ["second-header@3", "below-second-header@4"])
  }

  @Test func `a header below a much longer row is seen`() throws {
    let long = "197902022004012002;Beni;Dinas;\(String(repeating: "Staf 1234567890 ", count: 9))\n"
    let table = try SmallTable(Self.staff + long + "NIP;Hubungan;Nama;\n198001012005011001;SUAMI;Beni;\n")
    #expect(table.officials == ["Ana -", "Beni -"])
    #expect(table.aside.first == "second-header@4")
  }

  @Test func `the same header written otherwise is repeated and ends nothing`() throws {
    let table = try SmallTable(Self.staff + "nip;nama;unit_kerja;jabatan\n197902022004012002;Beni;Dinas;Staf\n")
    #expect(table.officials == ["Ana -", "Beni -"] && table.aside == ["repeated-header@3"])
  }

  @Test func `a table without numbers of people sees another header too`() throws {
    let table = try SmallTable(
      "Kode Satker;Nama Satker\n12;Dinas Contoh\nKode Penyedia;Nama Penyedia\n1001;CV Contoh\n")
    #expect(table.tables.units.count == 1)
    #expect(table.aside == ["second-header@3", "below-second-header@4"])
  }
}
