import Records
import Testing

@testable import Intake

/// Lists of relatives that look like lists of staff.
@Suite struct OfficialsCheckTests {
  private static let nip = "198001012005011001"

  @Test(arguments: [
    "Status Hubungan Dalam Keluarga", "Hubungan dengan PN", "Hubungan dgn Pegawai", "Hub. Keluarga", "HUB",
  ])
  func `whatever begins with the word for kinship holds the relation`(_ column: String) throws {
    let table = try SmallTable(
      "Nomor Induk Kependudukan;Nama Lengkap;NIP;\(column);Tgl Lahir\n"
        + "5371014707810001;Maria Seran;\(Self.nip);ISTRI;07/07/1981\n")
    #expect(table.reading.datasets == [.relatives])
    #expect(table.relatives == ["ISTRI: Maria Seran 1981-07-07"])
  }

  @Test(arguments: ["NIP;Nama;Hubungan Kerja", "NIP;Nama;Hubungan dengan Penyedia"])
  func `other relations are none of kin`(_ header: String) throws {
    #expect(try SmallTable("\(header)\n\(Self.nip);Ana;PNS\n").reading.datasets == [.officials])
  }

  @Test func `an unknown column of kinship terms makes relatives where the birth dates are not the NIPs'`() throws {
    let table = try SmallTable(
      "NIP;Nama;Peran Dlm KK;Tgl Lahir\n\(Self.nip);Maria Seran;ISTRI;07/07/1981\n\(Self.nip);Lukas Seran;ANAK;08/08/2005\n"
    )
    #expect(table.reading.datasets == [.relatives])
    #expect(table.relatives == ["ISTRI: Maria Seran 1981-07-07", "ANAK: Lukas Seran 2005-08-08"])
  }

  @Test func `a person to call in need leaves the officials what they are`() throws {
    let table = try SmallTable("NIP;Nama;Tgl Lahir;Kontak\n\(Self.nip);Ana Contoh;01/01/1980;SUAMI\n")
    #expect(table.officials == ["Ana Contoh 1980-01-01"])
  }

  @Test func `where nothing tells, the rows are set aside with the setting that would`() throws {
    let table = try SmallTable("NIP;Nama;Status\n\(Self.nip);Maria Seran;ISTRI\n")
    #expect(table.officials == [] && table.aside == ["nip-of-others@2"])
    #expect(table.reading.quarantine[0].message.remedy.contains("[source.columns]"))
    let mapped = try SmallTable(
      "NIP;Nama;Status\n\(Self.nip);Maria Seran;ISTRI\n", columns: ["Status": .relation])
    #expect(mapped.relatives == ["ISTRI: Maria Seran -"])
    let stated = try SmallTable("NIP;Nama;Status\n\(Self.nip);Maria Seran;ISTRI\n", dataset: .officials)
    #expect(stated.officials == ["Maria Seran -"])
  }

  @Test func `one NIP under names that share no word is no list of officials`() throws {
    let rows = "\(Self.nip);Maria Seran\n\(Self.nip);Yosef Klau\n197902022004012002;Beni Contoh\n"
    #expect(try SmallTable("NIP;Nama\n\(rows)").aside.allSatisfy { $0.hasPrefix("nip-of-others") })
    let alike = "\(Self.nip);Maria Seran\n\(Self.nip);SERAN, MARIA S.Pd\n"
    #expect(try SmallTable("NIP;Nama\n\(alike)").officials.count == 2)
    let few = (10...29).map { "1979020220040120\($0);Beni Contoh\n" }.joined()
    #expect(try SmallTable("NIP;Nama\n\(few)\(Self.nip);Maria Seran\n\(Self.nip);Yosef Klau\n").officials.count == 22)
  }
}
