import Foundation
import Testing

/// Real public exports, where they lie beside the repository, with a staff registry that is invented.
@Suite(.enabled(if: Fixtures.real != nil, "the real exports are not beside the repository"))
struct RealInputTests {
  /// Rows of each file, as its collection counts them.
  static let rows = [
    "ecat_v6_epurchasing.csv": 639, "instansi_satker.csv": 336, "rup_lokasi_backslash_quotes.csv": 500,
    "rup_struktur_anggaran_pd.csv": 165, "spse_jadwal_tahapan_tender.csv": 1440,
    "spse_pencatatan_swakelola_json_escapes.csv": 102, "spse_peserta_tender.csv": 3743,
    "spse_tender_selesai.csv": 70, "spse_tender_selesai_nilai.csv": 70,
  ]

  private func folder() throws -> String { "\(try #require(Fixtures.real))/indonesia/isb-csv" }

  /// The exports beside a registry of two officials, with roles on two packages, and a relative.
  private func workspace(people: String? = nil, packages: [String] = []) throws -> Workspace {
    let workspace = try Workspace()
    for name in Self.rows.keys {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(try folder())/\(name)"))
      try workspace.write(Array(bytes), to: "input/isb/\(name)")
    }
    for name in ["pegawai.csv", "keluarga.csv"] {
      try workspace.write(SmallInput().files[name] ?? "", to: "input/staf/\(name)")
    }
    var roles = "kd_tender;nip;peran\n"
    for package in packages { roles += "\(package);\(SmallInput.officialNIP);PPK\n" }
    try workspace.write(roles, to: "input/staf/peran.csv")
    if let people { try workspace.write(people, to: "input/staf/pengurus.csv") }
    return workspace
  }

  @Test func `every row is read`() throws {
    let workspace = try workspace()
    let outcome = try workspace.program.run(SmallInput.run())
    #expect(outcome.status == 0)
    let record = try PublishedFolder(workspace.path("output")).record()
    for (name, count) in Self.rows {
      let rows = try #require(record.inputs.first { $0.path == "isb/\(name)" }?.rows)
      // One participant has the vendor code 0 and neither name nor number: no vendor at all.
      let nobody = name == "spse_peserta_tender.csv" ? 1 : 0
      #expect(rows.read == count && rows.accepted == count - nobody && rows.quarantined == nobody, "\(name)")
    }
  }

  @Test func `without owner data no package is called clear`() throws {
    let workspace = try workspace()
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    let coverage = try PublishedFolder(workspace.path("output")).table("coverage.csv").rows
    #expect(coverage.count == RulesCommandTests.rules.count)
    for row in coverage {
      #expect(Int(row["jumlah_paket"] ?? "") ?? 0 >= 70)
      #expect(row["diperiksa"] == "0" && row["bersih"] == "0" && row["ditandai"] == "0", "\(row)")
      #expect(row["tidak_dapat_diperiksa"] == row["jumlah_paket"])
      #expect(row["data_kurang"] != "")
    }
  }

  @Test func `who registered, who bid and who won are told apart`() throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(try folder())/spse_peserta_tender.csv"))
    // Values hold no quotes or commas in these columns' neighbourhood, so that a plain split finds them by name.
    let bids = Table(Array(bytes), delimiter: ",").rows
    let value = { (row: [String: String]) in Double(row["nilai_penawaran"] ?? "") ?? 0 }
    let winner = try #require(bids.first { $0["pemenang"] == "1" && value($0) > 0 })
    let package = try #require(winner["kd_tender"])
    let own = bids.filter { $0["kd_tender"] == package && $0["npwp_penyedia"]?.isEmpty == false }
    let loser = try #require(own.first { $0["pemenang"] == "0" && value($0) > 0 })
    let guest = try #require(own.first { $0["pemenang"] == "0" && value($0) == 0 })
    var people = "id;kd_penyedia;npwp_penyedia;nama_penyedia;nama;nik;tanggal_lahir;jabatan;mulai\n"
    for (index, vendor) in [winner, loser, guest].enumerated() {
      let name = (vendor["nama_penyedia"] ?? "").replacing(";", with: " ")
      people += "P\(index);\(vendor["kd_penyedia"] ?? "");\(vendor["npwp_penyedia"] ?? "");\(name);"
      people += "Maria Fransiska Contoh;\(SmallInput.wifeNIK);12-03-1985;Direktur;2015-01-01\n"
    }
    let workspace = try workspace(people: people, packages: [package])
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    let findings = try PublishedFolder(workspace.path("output")).table("findings.csv").rows
      .filter { $0["kode_paket"] == package && $0["aturan"] == "kin-holds-bidder" }
    #expect(findings.count == 3)
    let outcomes = findings.compactMap { $0["hasil_penyedia"] }
    #expect(outcomes.filter { $0 == "menang" || $0 == "berkontrak" }.count == 1)
    #expect(outcomes.contains("menawar") && outcomes.contains("mendaftar"))
  }

  static let attacks = [
    "defusedxml/cyclic.xml", "defusedxml/dtd.xml", "defusedxml/external.xml", "defusedxml/external_file.xml",
    "defusedxml/quadratic.xml", "defusedxml/xmlbomb.xml", "defusedxml/xmlbomb2.xml", "libxml2-recurse/huge_dtd.xml",
    "libxml2-recurse/lol_classic.xml", "libxml2-recurse/lol_eg.xml", "libxml2-recurse/lol_ep.xml",
    "libxml2-recurse/lol_ig_attr.xml", "libxml2-recurse/lol_ig_content.xml", "libxml2-recurse/lol_ip_content.xml",
    "libxml2-recurse/lol_ip_value.xml", "libxml2-recurse/lol_long_name.xml", "libxml2-recurse/lol_long_value.xml",
    "libxml2-recurse/lol_param.xml",
  ]

  @Test func `files that expand or reach out are refused at once, and the night goes on`() throws {
    let workspace = try SmallInput().workspace()
    let alone = ContinuousClock().measure { _ = try? workspace.program.run(SmallInput.run()) }
    for name in Self.attacks {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(try #require(Fixtures.real))/xml/\(name)"))
      try workspace.write(Array(bytes), to: "input/kiriman/\(name)")
    }
    var outcome: Program.Outcome?
    let spent = try ContinuousClock().measure { outcome = try workspace.program.run(SmallInput.run()) }
    #expect(spent < alone + .seconds(1))
    #expect(outcome?.status == 0)
    for name in Self.attacks {
      #expect(outcome?.messages.contains("kiriman/\(name):") == true, "\(name)")
    }
    #expect(outcome?.messages.matches(of: /\[xml-[a-z]+\]/).count == Self.attacks.count)
    let published = PublishedFolder(workspace.path("output"))
    #expect(try published.table("flagged-pairs.csv").lines.count == 1)
    let refused = try published.record().inputs.filter { $0.path.hasPrefix("kiriman/") }
    #expect(refused.allSatisfy { $0.rows.read == 0 && $0.datasets.isEmpty })
  }

  @Test func `an attack as the only source of a dataset ends with 65`() throws {
    let workspace = try SmallInput().workspace()
    for name in ["paket.csv", "peserta.csv", "pengurus.csv"] { try workspace.remove("input/\(name)") }
    let bomb = "\(try #require(Fixtures.real))/xml/defusedxml/xmlbomb.xml"
    try workspace.write(Array(try Data(contentsOf: URL(fileURLWithPath: bomb))), to: "input/paket.xml")
    let outcome = try workspace.program.run(SmallInput.run("--quiet"))
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("paket.xml:") && outcome.messages.contains("[xml-doctype]"))
  }
}
