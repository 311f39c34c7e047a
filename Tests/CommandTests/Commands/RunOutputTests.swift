import Foundation
import Testing

/// What a night over the province publishes: which files, and that they tell one story.
@Suite struct RunOutputTests {
  @Test func `every file of a night is there and the owner's alone, whatever the umask`() throws {
    let workspace = try SmallInput().workspace()
    var program = workspace.program
    program.umask = 0
    #expect(try program.run(SmallInput.run()).status == 0)
    let output = workspace.path("output")
    let run = try #require(PublishedFolder(output).latest)
    #expect(run.wholeMatch(of: /runs\/2026-11-23-[0-9a-f]{8}/) != nil)
    let names = try Tree.names(below: output)
    #expect(Set(names).isSuperset(of: [".lock", "key", "latest", "runs", run, "\(run)/run.json"]))
    #expect(names.filter { $0.hasPrefix("\(run)/") } == (PublishedFolder.reports + ["run.json"]).map { "\(run)/\($0)" })
    #expect(Tree.mode(output) == 0o700)
    for name in names {
      guard let mode = Tree.mode("\(output)/\(name)") else { continue }
      #expect(mode == (Tree.isFile("\(output)/\(name)") ? 0o600 : 0o700), "\(name)")
    }
    let key = String(decoding: try workspace.bytes("output/key"), as: UTF8.self)
    #expect(key.wholeMatch(of: /[0-9a-f]{64}\n/) != nil)
  }

  @Test(arguments: [mode_t(0o777), 0o077, 0o022])
  func `a narrow umask takes nothing away`(_ umask: mode_t) throws {
    let workspace = try SmallInput().workspace()
    var program = workspace.program
    program.umask = umask
    #expect(try program.run(SmallInput.run()).status == 0)
    #expect(try workspace.program.run("verify", "output").status == 0)
    for name in try workspace.tree("output") {
      guard let mode = Tree.mode(workspace.path("output/\(name)")) else { continue }
      #expect(mode == 0o600 || mode == 0o700, "\(name)")
    }
  }

  static let headers = [
    "flagged-pairs.csv": """
    id_kasus; status; peringkat; tingkat; mutu_identitas; peluang; perkiraan_senama; aturan; nip_pejabat; \
    nama_pejabat; satuan_kerja; hubungan; butir_uu30; derajat; nama_keluarga; npwp_penyedia; nama_penyedia; \
    nama_di_penyedia; peran_di_penyedia; porsi_saham; jalur; jumlah_paket; kode_paket; nama_paket; \
    peran_pada_paket; hasil_penyedia; nilai; waktu; pendukung; penyangkal; tidak_dibandingkan; kalimat; kriteria; \
    langkah_berikut; bukti; keputusan; alasan; catatan; diputus_oleh; diputus_pada
    """,
    "person-links.csv": """
    id_tautan; jenis; nip; kunci_keluarga; sumber_keluarga; nama_keluarga; kunci_pengurus; sumber_pengurus; \
    nama_di_penyedia; kode_penyedia; npwp_penyedia; peluang; mutu_identitas; pendukung; penyangkal; \
    tidak_dibandingkan
    """,
    "findings.csv": """
    id_kasus; aturan; tingkat; kode_paket; nama_paket; satuan_kerja; peran_pada_paket; hasil_penyedia; jalur; \
    kedalaman; porsi_saham; waktu; tanggal_mulai; tanggal_selesai; nilai; kriteria; bukti
    """,
  ]

  @Test(arguments: headers.keys.sorted())
  func `the headers are the promised ones, in their order`(_ name: String) throws {
    let promised = Self.headers[name]?.components(separatedBy: "; ")
    #expect(try Province.masked.get().published.table(name).header == promised)
    let english = try Province.english.get().published.table(name)
    #expect(english.header.count == promised?.count)
    #expect(english.header != promised && Set(english.header).count == english.header.count)
  }

  @Test(arguments: PublishedFolder.reports.filter { $0.hasSuffix(".csv") })
  func `tables have a byte order mark, semicolons, CRLF, and as many fields as columns`(_ name: String) throws {
    let published = try Province.masked.get().published
    let bytes = try published.bytes(name)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(bytes.suffix(2) == [0x0D, 0x0A])
    for (index, byte) in bytes.enumerated() where byte == 0x0D { #expect(bytes[index + 1] == 0x0A) }
    let table = try published.table(name)
    for line in table.lines { #expect(line.count == table.header.count) }
  }

  @Test func `cases, findings, links and evidence are about the same cases`() throws {
    let province = try Province.masked.get()
    #expect(province.outcome.status == 0)
    let published = province.published
    let pairs = try published.table("flagged-pairs.csv").rows
    let findings = try published.table("findings.csv").rows
    let ids = pairs.map { $0["id_kasus"] ?? "" }
    #expect(!ids.isEmpty && Set(ids).count == ids.count)
    #expect(Set(findings.compactMap { $0["id_kasus"] }) == Set(ids))
    #expect(pairs.map { $0["peringkat"] } == (1...ids.count).map(String.init))
    #expect(pairs.allSatisfy { $0["status"] == "baru" && $0["tingkat"] != "" && $0["mutu_identitas"] != "E" })

    let order = ["kritis", "tinggi", "sedang", "rendah"]
    let levels = try pairs.map { try #require(order.firstIndex(of: $0["tingkat"] ?? "")) }
    #expect(levels == levels.sorted())
    for pair in pairs {
      let own = findings.filter { $0["id_kasus"] == pair["id_kasus"] }
      let codes = Set(own.compactMap { $0["kode_paket"] })
      #expect(pair["jumlah_paket"] == String(codes.count))
      #expect(codes.contains(pair["kode_paket"] ?? ""))
      #expect(own.contains { $0["aturan"] == pair["aturan"] && $0["tingkat"] == pair["tingkat"] })
      let cited = (pair["bukti"] ?? "").components(separatedBy: " | ")
      for finding in own {
        #expect(Set((finding["bukti"] ?? "").components(separatedBy: " | ")).isSubset(of: cited))
      }
    }

    let evidence = try published.evidence()
    let links = try published.table("person-links.csv")
    #expect(evidence.compactMap { ($0["case"] as? [String: Any])?["id"] as? String } == ids)
    let known = Set(links.column("id_tautan"))
    #expect(known.count == links.lines.count)
    for record in evidence {
      let used = (record["links"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
      #expect(!used.isEmpty && known.isSuperset(of: used))
      for part in ["path", "findings", "sources"] { #expect((record[part] as? [Any])?.isEmpty == false, "\(part)") }
      for part in ["strengths", "would_clear"] {
        let inFindings = (record["findings"] as? [[String: Any]])?.allSatisfy { $0[part] != nil } ?? false
        #expect(record[part] != nil || inFindings, "\(part)")
      }
    }
  }

  @Test func `every place that is cited is a line of an input`() throws {
    let published = try Province.masked.get().published
    let lines = try Tree.files(below: Fixtures.province).mapValues { $0.count { $0 == 0x0A } + 1 }
    var cited = Set<String>()
    for (name, column) in [
      ("flagged-pairs.csv", "bukti"), ("findings.csv", "bukti"), ("person-links.csv", "sumber_keluarga"),
      ("person-links.csv", "sumber_pengurus"),
    ] {
      for cell in try published.table(name).column(column) { cited.formUnion(cell.components(separatedBy: " | ")) }
    }
    #expect(cited.count > 50)
    for place in cited {
      let parts = place.split(separator: "#")
      let line = try #require(parts.count == 2 ? Int(parts[1]) : nil, "\(place)")
      #expect((1...(lines[String(parts[0])] ?? 0)).contains(line), "\(place)")
    }
  }

  @Test func `the evidence shows rows as they stand in their files`() throws {
    let published = try Province.unmasked.get().published
    var checked = 0
    for record in try published.evidence() {
      for source in record["sources"] as? [[String: Any]] ?? [] {
        guard let file = source["file"] as? String, file.hasSuffix("pengurus.csv"), let line = source["line"] as? Int
        else { continue }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(Fixtures.province)/\(file)"))
        let offset = try #require(source["byte_offset"] as? Int ?? source["offset"] as? Int)
        let rows = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        #expect(bytes.index(bytes.startIndex, offsetBy: offset) == rows[line - 1].startIndex)
        let columns = try #require(source["columns"] as? [[String: Any]] ?? source["fields"] as? [[String: Any]])
        let values = columns.map { $0["value"] as? String ?? "" }
        #expect(values.joined(separator: "|") == String(decoding: rows[line - 1], as: UTF8.self))
        checked += 1
      }
    }
    #expect(checked > 3)
  }

  @Test func `coverage gives every package one of three answers`() throws {
    let published = try Province.masked.get().published
    let announced = Array(try Data(contentsOf: URL(fileURLWithPath: "\(Fixtures.province)/tender/pengumuman.csv")))
    let packages = Set(Table(announced, delimiter: ",").column("kd_tender"))
    let coverage = try published.table("coverage.csv").rows
    #expect(coverage.map { $0["aturan"] } == RulesCommandTests.rules.sorted())
    for row in coverage {
      let number = { (name: String) in Int(row[name] ?? "") ?? -1 }
      #expect(number("jumlah_paket") == number("diperiksa") + number("tidak_dapat_diperiksa"))
      #expect(number("diperiksa") == number("bersih") + number("ditandai"))
      #expect(number("jumlah_paket") >= packages.count && number("bersih") >= 0)
      #expect((number("tidak_dapat_diperiksa") == 0) == row["data_kurang"]?.isEmpty)
    }
    let flagged = try Dictionary(grouping: published.table("findings.csv").rows) { $0["aturan"] ?? "" }
    // The last rule gives one finding a case, whatever the number of its packages.
    for row in coverage where row["aturan"] != "kin-holds-vendor-elsewhere" {
      let codes = Set((flagged[row["aturan"] ?? ""] ?? []).compactMap { $0["kode_paket"] })
      #expect(row["ditandai"] == String(codes.count), "\(row["aturan"] ?? "")")
    }
  }

  @Test func `run.json counts what was read and written`() throws {
    let published = try Province.masked.get().published
    let record = try published.record()
    #expect(record.asOf == Fixtures.asOf && published.latest == "runs/\(record.run)")
    let files = try Tree.files(below: Fixtures.province)
    #expect(record.inputs.map(\.path) == files.keys.sorted())
    for input in record.inputs {
      #expect(input.rows.read == input.rows.accepted + input.rows.quarantined, "\(input.path)")
      #expect(input.bytes == files[input.path]?.count && !input.datasets.isEmpty && input.rows.read > 0)
    }
    let quarantined = record.inputs.reduce(0) { $0 + $1.rows.quarantined }
    #expect(try published.table("quarantine.csv").lines.count == quarantined)
    #expect(record.outputs.map(\.name).sorted() == PublishedFolder.reports)
    for output in record.outputs {
      let bytes = try published.bytes(output.name)
      #expect(output.bytes == bytes.count)
      let rows =
        output.name.hasSuffix(".csv")
        ? try published.table(output.name).lines.count : try published.evidence().count
      #expect(output.rows == rows, "\(output.name)")
    }
    let pairs = try published.table("flagged-pairs.csv")
    #expect(record.cases.found == pairs.lines.count && record.cases.leftOut == 0)
    for (level, count) in record.cases.levels { #expect(pairs.column("tingkat").count { $0 == level } == count) }
    #expect(record.links == (try published.table("person-links.csv").lines.count))
    #expect(record.unmaskReason == nil && record.previous == nil && !record.timings.isEmpty)
  }

  @Test func `the digests in run.json are those of sha256sum`() throws {
    let province = try Province.masked.get()
    let tool = try #require(Program.find("sha256sum", "shasum"))
    let record = try province.published.record()
    let run = province.workspace.path("output/latest")
    for (folder, name, digest) in record.outputs.map({ (run, $0.name, $0.sha256) })
      + record.inputs.map({ (Fixtures.province, $0.path, $0.sha256) })
    {
      let outcome = try Program(in: folder).run(tool, [name])
      #expect(outcome.output.hasPrefix("\(digest) "), "\(name)")
    }
  }

  @Test func `ids of cases and links are well formed, with their check symbol`() throws {
    let published = try Province.masked.get().published
    for (file, column, prefix) in [
      ("flagged-pairs.csv", "id_kasus", "BK-"), ("person-links.csv", "id_tautan", "BT-"),
    ] {
      for id in try published.table(file).column(column) {
        #expect(id.wholeMatch(of: /B[KT]-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]/) != nil)
        #expect(id.hasPrefix(prefix))
        let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        let values = id.dropFirst(3).filter { $0 != "-" }.compactMap { symbols.firstIndex(of: $0) }
        #expect(values.count == 9)
        #expect(values.prefix(8).reduce(0) { $0 << 5 | $1 } % 37 == values.last)
      }
    }
  }

  @Test func `a budget lists the most urgent cases and counts the rest`() throws {
    let all = try Province.masked.get().published
    let workspace = try Workspace()
    try workspace.write(Fixtures.key + "\n", to: "key")
    #expect(try workspace.program.run(Province.arguments(output: "output") + ["--budget", "5"]).status == 0)
    let published = PublishedFolder(workspace.path("output"))
    let cases = try published.record().cases
    #expect(cases.listed == 5 && cases.found == cases.listed + cases.leftOut)
    let ids = try published.table("flagged-pairs.csv").column("id_kasus")
    #expect(ids == Array(try all.table("flagged-pairs.csv").column("id_kasus").prefix(5)))
    #expect(try Set(published.table("findings.csv").column("id_kasus")) == Set(ids))
    #expect(try published.evidence().count == 5)
    #expect(try published.bytes("person-links.csv") == all.bytes("person-links.csv"))
    #expect(try published.bytes("coverage.csv") == all.bytes("coverage.csv"))
  }

  @Test func `each night's record holds the digest of the one before`() throws {
    let workspace = try SmallInput().workspace()
    let published = PublishedFolder(workspace.path("output"))
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    let first = try published.record()
    let tool = try #require(Program.find("sha256sum", "shasum"))
    let sealed = try workspace.program.run("/bin/sed", [#"/^  "timings" : {/,/^  }/d"#, "output/latest/run.json"])
    try workspace.write(sealed.output, to: "sealed.json")
    let digest = try workspace.program.run(tool, ["sealed.json"]).output.prefix(64)
    #expect(try workspace.program.run(SmallInput.run("--lang", "en")).status == 0)
    #expect(first.previous == nil)
    #expect(try published.record().previous == String(digest))
  }

  @Test func `rows that cannot be read are set aside with place, reason, remedy and text`() throws {
    let workspace = try SmallInput().workspace()
    var lines = ["id;nip;hubungan;nama;nik;tanggal_lahir"]
    for index in 1...60 { lines.append("Z\(index);198001012005011001;SAUDARA;Nama Contoh \(index);;1970-01-02") }
    lines[10] = "Z10;198001012005011001;SAUDARA;Kurang Kolom"
    lines[20] = "Z20;198001012005011001;SAUDARA;Lebih;;1970-01-02;x;y"
    lines[30] = "Z30;198001012005011001;SAUDARA;;;1970-01-02"
    try workspace.write(lines.joined(separator: "\r\n") + "\r\n", to: "input/tambahan.csv")
    #expect(try workspace.program.run(SmallInput.run("--config", "benturan.toml")).status == 78)
    try workspace.write("quarantine_limit = 0.05\n", to: "benturan.toml")
    #expect(try workspace.program.run(SmallInput.run("--config", "benturan.toml")).status == 0)
    let rows = try PublishedFolder(workspace.path("output")).table("quarantine.csv").rows
    #expect(rows.map { $0["baris"] } == ["11", "21", "31"])
    for row in rows {
      #expect(row["berkas"] == "tambahan.csv" && row["alasan"] != "" && row["perbaikan"] != "" && row["kode"] != "")
      let line = try #require(Int(row["baris"] ?? ""))
      let offset = lines.prefix(line - 1).reduce(0) { $0 + $1.utf8.count + 2 }
      #expect(row["posisi_bait"] == String(offset))
    }
    #expect(rows[0]["teks"]?.hasSuffix("SAUDARA;Kurang Kolom") == true)
  }
}
