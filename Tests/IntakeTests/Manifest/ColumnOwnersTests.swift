import Records
import Testing

@testable import Intake

/// Whose facts columns hold that several people of one row might have.
@Suite struct ColumnOwnersTests {
  private static let nip = "198001012005011001"

  @Test func `names said again before the relation are the relative's, and dates said twice behind it nobody's`() throws
  {
    let table = try SmallTable(
      """
      NIP;Nama;Nama;Hubungan;Tgl Lahir;Tgl Lahir;NIK;NIK
      \(Self.nip);Ana Contoh;Beni Contoh;SUAMI;01/01/1980;02/02/1979;5371014101800001;5371010202790001

      """)
    #expect(table.officials == ["Ana Contoh -"])
    #expect(table.relatives == ["SUAMI: Beni Contoh -"])
    #expect(table.tables.officials[0].nationalID == nil && table.tables.relatives[0].nationalID == nil)
    #expect(table.warnings == ["column-doubtful NIK", "column-doubtful Tgl Lahir", "duplicate-header Nama"])
  }

  @Test func `the first of two dates is the official's where the relation stands between them`() throws {
    let table = try SmallTable(
      """
      NIP;Nama;Tgl Lahir;Hubungan;Nama;Tgl Lahir
      \(Self.nip);Ana Contoh;01/01/1980;SUAMI;Beni Contoh;02/02/1979

      """)
    #expect(table.officials == ["Ana Contoh 1980-01-01"])
    #expect(table.relatives == ["SUAMI: Beni Contoh 1979-02-02"])
    #expect(table.warnings == ["duplicate-header Nama", "duplicate-header Tgl Lahir"])
  }

  @Test func `children said again and again are each a relative with the date behind the name`() throws {
    let table = try SmallTable(
      """
      NIP;Nama Pegawai;Nama Anak;Tgl Lahir;Nama Anak;Tgl Lahir
      \(Self.nip);Ana Contoh;Citra;03/03/2005;Doni;04/04/2008

      """)
    #expect(table.officials == ["Ana Contoh -"])
    #expect(table.relatives == ["anak: Citra 2005-03-03", "anak: Doni 2008-04-04"])
  }

  @Test(arguments: [
    "NIP;Nama Pegawai;Nama Istri/Suami;Tempat Lahir;Tgl. Lahir;Pekerjaan\n\(nip);Ana;Beni;Kupang;02/02/1979;Guru\n",
    "No;Nama;NIP;Alamat;Nama Suami/Istri;NIK;Tgl Lahir\n1;Ana;\(nip);Jl. A;Beni;5371010202790001;02/02/1979\n",
  ])
  func `plain columns right behind a spouse's name are the spouse's`(_ text: String) throws {
    let table = try SmallTable(text)
    #expect(table.officials == ["Ana -"])
    #expect(table.relatives == ["suami/istri: Beni 1979-02-02"])
    #expect(table.tables.officials[0].nationalID == nil)
  }

  @Test func `plain columns behind a mother's name are nobody's, unless the official's stand before`() throws {
    let unsure = try SmallTable("NIP;Nama;Nama Ibu;Tgl Lahir\n\(Self.nip);Ana;Elsa;01/01/1980\n")
    #expect(unsure.officials == ["Ana -"] && unsure.relatives == ["ibu: Elsa -"])
    #expect(unsure.warnings == ["column-doubtful Tgl Lahir"])
    let sure = try SmallTable("NIP;Nama;Tgl Lahir;Nama Ibu;Tgl Lahir\n\(Self.nip);Ana;01/01/1980;Elsa;05/05/1955\n")
    #expect(sure.officials == ["Ana 1980-01-01"] && sure.relatives == ["ibu: Elsa 1955-05-05"])
  }

  @Test func `columns that name the relative stay the relative's, and the rest the official's`() throws {
    let table = try SmallTable(
      "NIP;Nama;Tgl Lahir;Nama Istri;NIK Istri;Unit Kerja\n\(Self.nip);Ana;01/01/1980;Beni;5371010202790001;Dinas\n")
    #expect(table.officials == ["Ana 1980-01-01"])
    #expect(table.tables.relatives.map { $0.nationalID?.value } == [5_371_010_202_790_001])
    #expect(table.warnings == [])
  }

  @Test func `a number that says whose it is goes before a plain one`() throws {
    let table = try SmallTable(
      """
      NIP PEGAWAI;NIP;NAMA PEGAWAI;NAMA KELUARGA;HUBUNGAN
      \(Self.nip);197902022004012002;Ana;Beni;SUAMI

      """)
    #expect(table.tables.relatives.map(\.official.digits) == [Self.nip])
    #expect(table.tables.officials.map(\.nip.digits) == [Self.nip])
  }

  @Test func `a repeated column of another kind is read once and said`() throws {
    let table = try SmallTable("NIP;Nama;Jabatan;Jabatan\n\(Self.nip);Ana;Staf;Kepala\n")
    #expect(table.tables.officials.map { table.text($0.position) } == ["Staf"])
    #expect(table.warnings == ["duplicate-header Jabatan"])
  }
}
