import Testing

/// What offices say about conflicts and families besides the registers, as it comes through the built program.
@Suite struct DeclarationTests {
  private let workspace: Workspace

  init() throws { workspace = try SmallInput().workspace() }

  private var published: PublishedFolder { PublishedFolder(workspace.path("output")) }

  private func night(_ day: Int) throws {
    let arguments = ["run", "--input", "input", "--output", "output", "--as-of", "2026-11-\(day)", "--quiet"]
    let outcome = try workspace.program.run(arguments)
    try #require(outcome.status == 0, "\(outcome.messages)")
  }

  /// Status and level of the only case, with its id.
  private func only() throws -> (id: String, status: String, level: String) {
    let rows = try published.table("flagged-pairs.csv").rows
    let row = try #require(rows.first)
    #expect(rows.count == 1)
    return (row["id_kasus"] ?? "", row["status"] ?? "", row["tingkat"] ?? "")
  }

  @Test func `a declaration that was handled lowers a case that stays the same case, and its end raises it again`()
    throws
  {
    try night(20)
    let first = try only()
    #expect(first.status == "baru" && first.level == "kritis")
    // What names another vendor, another official or no action changes nothing.
    let header = "nip;npwp_penyedia;kd_tender;tindakan;tanggal\n"
    let (official, vendor) = (SmallInput.officialNIP, "01.234.567.4-922.000")
    for (day, row) in [
      (21, "\(official);01.999.111.2-922.000;;Kewenangan dialihkan kepada atasan;15-02-2026"),
      (22, "197001011995011999;\(vendor);;Kewenangan dialihkan kepada atasan;15-02-2026"),
      (23, "\(official);\(vendor);90010001;;15-02-2026"),
    ] {
      try workspace.write("\(header)\(row)\n", to: "input/deklarasi.csv")
      try night(day)
      #expect(try only().level == "kritis", "\(row)")
    }
    let handled = "\(official);\(vendor);90010001;Kewenangan dialihkan kepada atasan;15-02-2026"
    try workspace.write("\(header)\(handled)\n", to: "input/deklarasi.csv")
    try night(24)
    let lowered = try only()
    #expect(lowered.id == first.id && lowered.status == "berubah" && lowered.level == "rendah")
    let evidence = try published.text("evidence.jsonl")
    #expect(evidence.contains("sudah dideklarasikan dan ditangani") && evidence.contains("deklarasi.csv"))
    #expect(try workspace.program.run("verify", first.id).status == 0)
    try workspace.remove("input/deklarasi.csv")
    try night(25)
    let raised = try only()
    #expect(raised.id == first.id && raised.status == "berubah" && raised.level == "kritis")
  }

  @Test func `coverage counts officials in power of whom no family row came, by unit, and nobody else`() throws {
    let staff = """
      197003032000031003;Petrus Contoh Lain;;03-03-1970;L;Dinas Lain;Kepala Seksi;01-01-2020
      197004042000041004;Simon Contoh Lain;;04-04-1970;L;Dinas Lain;Kepala Seksi;01-01-2020
      197005052000051005;Lukas Contoh Lain;;05-05-1970;L;Dinas Lain;Staf;01-01-2020

      """
    let packages = """
      90010002;Pengadaan Kursi Contoh;Dinas Lain;2026;90000000;2026-03-01;2026-04-01;197003032000031003
      90010003;Pengadaan Lemari Contoh;Dinas Lain;2026;90000000;2026-03-01;2026-04-01;197004042000041004

      """
    let files = SmallInput().files
    try workspace.write((files["pegawai.csv"] ?? "") + staff, to: "input/pegawai.csv")
    try workspace.write((files["paket.csv"] ?? "") + packages, to: "input/paket.csv")
    try night(20)
    func row() throws -> [String] {
      let row = try #require(published.table("coverage.csv").rows.first { $0["aturan"] == "kin-holds-bidder" })
      return ["pejabat_berwenang", "pejabat_tanpa_keluarga", "satuan_kerja_tanpa_keluarga"].map { row[$0] ?? "" }
    }
    #expect(try row() == ["3", "2", "Dinas Lain (2)"])
    let wife = "K2;197003032000031003;ISTRI;Agnes Contoh Kotan;;09-09-1975;P\n"
    try workspace.write((files["keluarga.csv"] ?? "") + wife, to: "input/keluarga.csv")
    try night(21)
    #expect(try row() == ["3", "1", "Dinas Lain (1)"])
  }
}
