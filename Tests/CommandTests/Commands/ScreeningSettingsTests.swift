import Testing

/// What the settings under `[screening]` change in a night.
@Suite struct ScreeningSettingsTests {
  private func night(_ configuration: String, _ changes: [(String, String, String)] = []) throws -> PublishedFolder {
    var input = SmallInput()
    for (file, old, new) in changes {
      try #require(input.files[file]?.contains(old) == true)
      input.files[file] = input.files[file]?.replacing(old, with: new)
    }
    let workspace = try input.workspace()
    try workspace.write(configuration, to: "benturan.toml")
    #expect(try workspace.program.run(SmallInput.run("--quiet", "--config", "benturan.toml")).status == 0)
    let published = PublishedFolder(workspace.path("output"))
    kept.append(workspace)
    return published
  }

  /// Keeps the folders until the test has read them.
  private final class Folders { var all: [Workspace] = [] }
  private let folders = Folders()
  private var kept: [Workspace] {
    get { folders.all }
    nonmutating set { folders.all = newValue }
  }

  /// Rule and level of each finding.
  private func findings(_ published: PublishedFolder) throws -> [String] {
    try published.table("findings.csv").rows.map { "\($0["aturan"] ?? "") \($0["tingkat"] ?? "")" }
  }

  @Test func `each setting stands in the run's record, the defaults as well`() throws {
    let defaults = try night("").record().settings
    let expected = [
      ("kinship_profile", "uu30-2014", "\"uu24-2004\"", "uu24-2004"), ("owner_cooling_off_months", "0", "12", "12"),
      ("official_cooling_off_months", "0", "6", "6"), ("beneficial_share", "0.25", "0.1", "0.1"),
      ("controlling_share", "0.5", "0.66", "0.66"),
    ]
    let lines = expected.map { "\($0.0) = \($0.2)" }.joined(separator: "\n")
    let changed = try night("[screening]\n\(lines)\n").record().settings
    for (name, usual, _, other) in expected {
      #expect(defaults["screening.\(name)"] == usual, "\(name)")
      #expect(changed["screening.\(name)"] == other, "\(name)")
    }
  }

  @Test(arguments: [
    ("KEPONAKAN", "uu30-2014", "kin-outside-list rendah"), ("KEPONAKAN", "uu48-2009", "kin-holds-bidder tinggi"),
    ("KEPONAKAN", "uu24-2004", "kin-outside-list rendah"), ("MANTAN ISTRI", "uu30-2014", "kin-outside-list rendah"),
    ("MANTAN ISTRI", "uu48-2009", "kin-holds-bidder tinggi"), ("BESAN", "uu24-2004", "kin-holds-bidder tinggi"),
    ("BESAN", "uu48-2009", "kin-outside-list rendah"), ("BIBI", "uu30-2014", "kin-holds-bidder tinggi"),
    ("BIBI", "uu24-2004", "kin-outside-list rendah"),
  ])
  func `the law decides who is listed`(_ relation: String, _ law: String, _ finding: String) throws {
    let published = try night("screening.kinship_profile = \"\(law)\"\n", [("keluarga.csv", "ISTRI", relation)])
    #expect(try findings(published) == [finding])
  }

  @Test(arguments: [("0.25", "tinggi"), ("0.2", "tinggi"), ("0.199", "kritis")])
  func `a share of not more than the beneficial owner's allows less`(_ share: String, _ level: String) throws {
    let published = try night(
      "screening.beneficial_share = \(share)\n", [("pengurus.csv", "Direktur;60;", "Pemegang Saham;20%;")])
    #expect(try findings(published) == ["kin-holds-bidder \(level)"])
  }

  /// 60 % of 55 % is control where half is enough; 70 % of 55 % is more than a quarter; 61 % of 40 % is less.
  @Test(arguments: [("0.5", "60", "55", "kritis"), ("0.6", "70", "55", "kritis"), ("0.6", "61", "40", "sedang")])
  func `a chain that controls allows most, and a small part of the bidder little`(
    _ setting: String, _ own: String, _ held: String, _ level: String
  ) throws {
    let vendor = "500001;01.234.567.4-922.000;CV CONTOH JAYA;"
    let wife = "Maria Fransiska Contoh;5371015203850002;12-03-1985;"
    let published = try night(
      "screening.controlling_share = \(setting)\n",
      [
        (
          "pengurus.csv", "P1;\(vendor)\(wife)Direktur;60;01-02-2015;\n",
          """
          P1;500002;02.980.416.8-922.000;PT INDUK CONTOH;\(wife)Pemegang Saham;\(own)%;01-02-2015;
          P2;\(vendor)PT INDUK CONTOH;;;Pemegang Saham;\(held)%;01-02-2015;

          """
        )
      ])
    let rows = try published.table("findings.csv").rows
    #expect(rows.map { $0["kedalaman"] } == ["2"])
    // The company in the chain is known by its name only, which allows no more than tinggi.
    #expect(rows.map { $0["tingkat"] } == [level == "kritis" ? "tinggi" : level])
  }

  @Test func `an owner who left counts for as long as the setting says, at most at the middle level`() throws {
    let change = [("pengurus.csv", "01-02-2015;", "01-02-2015;31-12-2025")]
    #expect(try findings(night("", change)).isEmpty)
    #expect(try findings(night("screening.owner_cooling_off_months = 1\n", change)).isEmpty)
    let published = try night("screening.owner_cooling_off_months = 3\n", change)
    #expect(try findings(published) == ["kin-holds-bidder sedang"])
    #expect(try published.table("findings.csv").column("waktu") == ["sebelum"])
    #expect(try published.table("flagged-pairs.csv").column("waktu") == ["sebelum"])
  }

  @Test func `a vendor who is a natural person is his own owner`() throws {
    var input = SmallInput()
    input.files["pengurus.csv"] = nil
    input.files["penyedia.csv"] = """
      kd_penyedia;nama_penyedia;npwp_penyedia_16;bentuk_usaha;tgl_daftar
      500001;MARIA FRANSISKA CONTOH;\(SmallInput.wifeNIK);Perorangan;01-02-2015

      """
    input.files["peserta.csv"] = """
      kd_tender;kd_penyedia;nama_penyedia;nilai_penawaran;pemenang
      90010001;500001;MARIA FRANSISKA CONTOH;95000000;1

      """
    let workspace = try input.workspace()
    let outcome = try workspace.program.run(SmallInput.run("--quiet"))
    #expect(outcome.status == 0, "\(outcome.messages)")
    let published = PublishedFolder(workspace.path("output"))
    let pair = try #require(try published.table("flagged-pairs.csv").rows.first)
    #expect(pair["tingkat"] == "kritis" && pair["mutu_identitas"] == "A")
    #expect(pair["peran_di_penyedia"] == "Pemilik (perorangan)" && pair["porsi_saham"] == "100")
    #expect(MaskingTests.shown(in: try published.text("flagged-pairs.csv"), of: [SmallInput.wifeNIK]).isEmpty)
  }
}
