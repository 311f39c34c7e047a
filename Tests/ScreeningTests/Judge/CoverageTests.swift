import Records
import Screening
import Testing

@Suite struct CoverageTests {
  /// One package with all that every rule needs, of which each case leaves one thing out.
  private static let complete = [
    "pegawai.csv": """
    nip;nama;nik;unit_kerja;tmt_jabatan
    198104122006042003;Yohana Fransiska Nenobahan;5371025204810002;Dinas Sosial;02-01-2019
    """,
    "keluarga.csv": """
    nip;hubungan;nama_keluarga;nik
    198104122006042003;Suami;Markus Oktovianus Taneo;5371021703790003
    """,
    "pengurus.csv": """
    npwp_penyedia;nama_penyedia;nama_pengurus;jabatan;mulai
    03.412.778.7-922.000;CV Lontar Membangun;Yeskiel Manafe;Direktur;2015-05-04
    """,
    "pengumuman.csv": """
    kd_tender;nama_paket;nama_satker;tgl_pengumuman_tender;nip_ppk
    10085500000;Pengadaan Beras Cadangan;Dinas Sosial;2025-03-10;198104122006042003
    """,
    "peserta.csv": """
    kd_tender;npwp_penyedia;nama_penyedia;nilai_penawaran;pemenang
    10085500000;03.412.778.7-922.000;CV Lontar Membangun;471300000;1
    """,
  ]

  struct Missing: CustomTestStringConvertible, Sendable {
    let file: String
    /// What stands in the file instead; `nil` for no file.
    let text: String?
    /// Lines behind those about the vendors' people.
    var people = ""
    /// The datum named by each rule of the catalogue; empty for "clear".
    let data: [String]
    var testDescription: String { "\(file) \(text == nil ? "missing" : "changed"): \(data)" }
  }

  private func answers(_ files: [String: String]) throws -> [String] {
    let judgement = Screener(ScreeningPolicy(night: RuleFixture.night)).screen(try InventedTables(files).registry())
    return judgement.coverage.map { rule in
      rule.flagged > 0 ? "flagged" : rule.clear > 0 ? "" : rule.unchecked.map(\.code).joined(separator: "+")
    }
  }

  @Test func `a package with all data and no tie is clear`() throws {
    let found = try answers(Self.complete)
    #expect(found == ["", "", "", "", "", "", "", ""])
  }

  @Test func `a package with a tie is flagged by one rule and clear for the others`() throws {
    var files = Self.complete
    files["pengurus.csv"] = """
      npwp_penyedia;nama_penyedia;nama_pengurus;nik;jabatan;mulai
      03.412.778.7-922.000;CV Lontar Membangun;Markus Oktovianus Taneo;5371021703790003;Direktur;2015-05-04
      """
    let found = try answers(files)
    #expect(found == ["", "", "flagged", "", "", "", "", ""])
  }

  @Test(arguments: [
    Missing(file: "peserta.csv", text: nil, data: Array(repeating: "bidders", count: 8)),
    Missing(file: "pengurus.csv", text: nil, data: Array(repeating: "owners", count: 8)),
    Missing(
      file: "keluarga.csv", text: nil,
      data: ["", "", "relatives", "relatives", "relatives", "relatives", "", ""]),
    Missing(
      file: "pegawai.csv", text: "nip;nama\n197909222005012006;Petronela Nahas Bani",
      data: ["officials", "officials", "", "postings", "postings", "", "", ""]),
    Missing(
      file: "pengumuman.csv",
      text: "kd_tender;nama_paket;nama_satker;tgl_pengumuman_tender\n10085500000;Beras;Dinas Sosial;2025-03-10",
      data: ["roles", "roles", "roles", "", "", "roles", "", ""]),
    Missing(
      file: "pengumuman.csv",
      text: "kd_tender;nama_paket;tgl_pengumuman_tender;nip_ppk\n10085500000;Beras;2025-03-10;198104122006042003",
      data: ["", "", "", "unit", "unit", "", "", ""]),
    Missing(
      file: "pengumuman.csv",
      text: "kd_tender;nama_paket;nama_satker;tgl_pengumuman_tender;nip_ppk\n"
        + "10085500000;Beras;Dinas Sosial;2025-03-10;197909222005012006",
      data: ["officials", "officials", "relatives", "", "", "relatives", "", ""]),
    // A company of whose people nobody knows holds most of the bidder.
    Missing(
      file: "pengurus.csv",
      text: "npwp_penyedia;nama_penyedia;nama_pemegang_saham;jenis_pemegang_saham;npwp_pemegang_saham;"
        + "persentase_saham\n03.412.778.7-922.000;CV Lontar Membangun;PT Kelimutu Abadi Induk;Badan Usaha;02.447.193.0-922.000;60%",
      data: Array(repeating: "owners", count: 8)),
    // Somebody may hold more than half of both bidders.
    Missing(
      file: "peserta.csv",
      text: "kd_tender;npwp_penyedia;nama_penyedia;nilai_penawaran;pemenang\n"
        + "10085500000;03.412.778.7-922.000;CV Lontar Membangun;471300000;1\n"
        + "10085500000;02.980.416.8-922.000;PT Flobamora Teknik Mandiri;476900000;0",
      people: "\n02.980.416.8-922.000;PT Flobamora Teknik Mandiri;Wilhelmus Asa;Direktur;2015-05-04",
      data: ["", "", "", "", "", "", "", "shares"]),
  ])
  func `a package that lacks a datum is not clear but names it`(_ missing: Missing) throws {
    var files = Self.complete
    files[missing.file] = missing.text
    files["pengurus.csv"]?.append(missing.people)
    let found = try answers(files)
    #expect(found == missing.data)
  }
}
