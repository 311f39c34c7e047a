import Records
import Testing

@testable import Casework

@Suite struct ReportsTests {
  private let world = Invented.twoCases

  @Test(arguments: Language.allCases)
  func `a night in another order gives the same bytes`(_ language: Language) {
    let settings = Invented.settings(language)
    #expect(
      Casebook.reports(of: world.shuffled().night, settings) == Casebook.reports(of: world.night, settings))
  }

  @Test func `a case is one row, with the leading finding's package`() throws {
    let rows = try Casebook.rows(FlaggedPairs.name, of: world.night, Invented.settings())
    #expect(rows.count == 2)
    let expected = [
      "status": "baru", "peringkat": "1", "tingkat": "kritis", "mutu_identitas": "A", "peluang": "0.9999",
      "perkiraan_senama": "3.400", "aturan": "kin-holds-bidder", "nip_pejabat": "19**************01",
      "nama_pejabat": "Yohanes Lado, S.T.", "hubungan": "istri", "butir_uu30": "3", "derajat": "0",
      "nama_keluarga": "Maria Bere", "npwp_penyedia": "01.234.567.4-922.000", "nama_penyedia": "CV Mitra Karya",
      "nama_di_penyedia": "MARIA BERE", "peran_di_penyedia": "Direktur", "porsi_saham": "33.33",
      "jalur": "Yohanes Lado, S.T. > istri Maria Bere > MARIA BERE > Direktur pada CV Mitra Karya > CV Mitra Karya"
        + " > Sosialisasi Anti Korupsi (10024511) > PPK",
      "jumlah_paket": "2", "kode_paket": "10024511", "nama_paket": "Sosialisasi Anti Korupsi",
      "peran_pada_paket": "PPK", "hasil_penyedia": "menang", "nilai": "5000000000", "waktu": "berlaku",
      "pendukung": "nama sama | NIK sama", "penyangkal": "alamat berbeda", "tidak_dibandingkan": "tidak ada",
      "kriteria": "UU 30/2014 pasal 43(1)b", "langkah_berikut": "minta penjelasan pejabat",
      "bukti": "asn.csv#2 | keluarga.csv#2 | pengurus.csv#2 | paket.csv#3 | paket.csv#2",
      "keputusan": "", "alasan": "", "catatan": "", "diputus_oleh": "", "diputus_pada": "",
    ]
    for (column, cell) in expected { #expect(rows[0][column] == cell, "\(column)") }
  }

  @Test func `a minor is initials in every report`() {
    for (name, bytes) in Casebook.reports(of: world.night, Invented.settings()) {
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      #expect(!text.contains("ria putri") && !text.contains("ria p doko"), "\(name)")
    }
    let evidence = String(
      decoding: Casebook.reports(of: world.night, Invented.settings())[Evidence.name] ?? [], as: UTF8.self)
    #expect(evidence.contains("R. P. D."))
  }

  @Test func `with a reason names and numbers are in full`() throws {
    var settings = Invented.settings()
    settings.unmaskReason = "Surat Tugas 12"
    let rows = try Casebook.rows(FlaggedPairs.name, of: world.night, settings)
    #expect(rows[0]["nip_pejabat"] == "197804122003121001")
    #expect(rows[1]["nama_keluarga"] == "Ria Putri Doko")
  }

  @Test func `findings keep the order of their cases and speak of one package each`() throws {
    let rows = try Casebook.rows(FindingRows.name, of: world.night, Invented.settings())
    #expect(rows.map { $0["tingkat"] } == ["kritis", "kritis", "sedang", "rendah"])
    #expect(rows.map { $0["nilai"] } == ["5000000000", "1250000000", "", "90000001"])
    #expect(rows[1]["tanggal_mulai"] == "2024-02-01" && rows[1]["tanggal_selesai"] == "2024-05-30")
    #expect(rows[1]["bukti"] == "asn.csv#2 | keluarga.csv#2 | pengurus.csv#2 | paket.csv#2")
  }

  @Test func `every link is a row, the most probable first`() throws {
    let rows = try Casebook.rows(PersonLinkRows.name, of: world.night, Invented.settings())
    #expect(rows.map { $0["kunci_keluarga"] } == ["K-1", "K-2"])
    #expect(rows.map { $0["kunci_pengurus"] } == ["P-1", "P-2"])
    #expect(rows.map { $0["sumber_keluarga"] } == ["keluarga.csv#2", "keluarga.csv#3"])
    #expect(rows.map { $0["kode_penyedia"] } == ["88121", ""])
    #expect(rows.map { $0["penyangkal"] } == ["alamat berbeda", "tidak ada"])
  }

  @Test func `rows set aside have place, reason, remedy and masked text`() throws {
    let rows = try Casebook.rows(QuarantineRows.name, of: world.night, Invented.settings())
    #expect(
      rows == [
        [
          "berkas": "keluarga.csv", "baris": "9", "posisi_bait": "360", "kode": "fields-fewer",
          "alasan": "the row has 3 fields, not 5", "perbaikan": "correct the row",
          "teks": "19**************01;53************01;Maria Bere",
        ]
      ])
  }

  @Test func `coverage names the missing datum and adds up`() throws {
    let rows = try Casebook.rows(CoverageRows.name, of: world.night, Invented.settings())
    #expect(
      rows == [
        [
          "aturan": "kin-holds-bidder", "jumlah_paket": "10", "diperiksa": "7", "bersih": "5", "ditandai": "2",
          "tidak_dapat_diperiksa": "3", "data_kurang": "pengurus penyedia (3)",
          "pasangan_tidak_dibandingkan": "0", "pejabat_berwenang": "", "pejabat_tanpa_keluarga": "",
          "satuan_kerja_tanpa_keluarga": "",
        ]
      ])
  }

  @Test func `coverage counts officials in power without any family row, by unit, the many units in one sum`() throws {
    var world = world
    let units = (1...102).map { RuleCoverage.Families.Unit(name: $0 == 2 ? "" : "Dinas \($0)", officials: 2) }
    world.judgement.coverage = [
      RuleCoverage(
        rule: "kin-holds-bidder", packages: 1, clear: 1, flagged: 0, unchecked: [],
        families: .init(officials: 300, without: units))
    ]
    let row = try Casebook.rows(CoverageRows.name, of: world.night, Invented.settings())[0]
    #expect(row["pejabat_berwenang"] == "300" && row["pejabat_tanpa_keluarga"] == "204")
    let cell = row["satuan_kerja_tanpa_keluarga"] ?? ""
    #expect(cell.hasPrefix("Dinas 1 (2) | satuan kerja tidak diketahui (2) | Dinas 3 (2) | "))
    #expect(cell.hasSuffix("Dinas 100 (2) | lainnya (4)"))
  }

  @Test func `a budget leaves out findings and evidence of cases that are not listed`() throws {
    var settings = Invented.settings()
    settings.budget = 1
    #expect(try Casebook.rows(FindingRows.name, of: world.night, settings).count == 3)
    #expect(try Casebook.rows(PersonLinkRows.name, of: world.night, settings).count == 2)
    #expect(Casebook.reports(of: world.night, settings)[Evidence.name]?.count { $0 == 0x0A } == 1)
  }
}
