import Glibc
import Testing

/// Metrics and summaries of a run.
@Suite struct BulletinTests {
  private func text(_ name: String, _ workspace: Workspace) throws -> String {
    String(decoding: try workspace.bytes(name), as: UTF8.self)
  }

  @Test func `metrics count what the reports list, and anybody may read them whatever the umask`() throws {
    let workspace = try SmallInput().workspace()
    var program = workspace.program
    program.umask = 0o077
    let outcome = try program.run(SmallInput.run("--metrics", "benturan.prom", "--quiet", "--fail-on", "kritis"))
    #expect(outcome.status == 3 && outcome.everything == "")
    let text = try text("benturan.prom", workspace)
    for line in [
      "benturan_last_exit_status 3", "benturan_night_timestamp_seconds 1795392000",
      "benturan_published_night_timestamp_seconds 1795392000", "benturan_rows_accepted{dataset=\"officials\"} 1",
      "benturan_rows_quarantined{dataset=\"bids\"} 0", "benturan_alarms{code=\"drift-rows-half\"} 0",
      "benturan_cases{level=\"kritis\",status=\"baru\"} 1", "# TYPE benturan_cases gauge",
    ] { #expect(text.split(separator: "\n").contains(Substring(line)), "\(line)\n\(text)") }
    #expect(Tree.mode(workspace.path("benturan.prom")) == 0o644)
    #expect(!(try workspace.tree("").contains("benturan.prom.new")))
    let shape = /(# (HELP|TYPE) benturan_[a-z_]+ .+|benturan_[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.]+)/
    for line in text.split(separator: "\n") { #expect(line.wholeMatch(of: shape) != nil, "\(line)") }
    #expect(text.hasSuffix("\n"))
  }

  @Test func `a night that fails leaves its status, and the night that was published last`() throws {
    let workspace = try SmallInput().workspace()
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    try workspace.remove("input/pegawai.csv")
    try workspace.remove("input/keluarga.csv")
    let outcome = try workspace.program.run(
      "run", "--input", "input", "--output", "output", "--as-of", "2026-11-24", "--metrics", "m.prom", "--summary", "-",
      "--quiet")
    #expect(outcome.status == 65)
    #expect(outcome.output == "benturan, malam 2026-11-24\nTidak diterbitkan (status 65).\n")
    let text = try text("m.prom", workspace)
    #expect(text.contains("benturan_last_exit_status 65\n"))
    #expect(text.contains("benturan_night_timestamp_seconds 1795478400\n"))
    #expect(text.contains("benturan_published_night_timestamp_seconds 1795392000\n"))
    #expect(!text.contains("benturan_cases{"))
  }

  /// Several nights of many officials, the last of them with fewer.
  @Test func `a night that only warns says nothing by itself, and all of it in summary and metrics`() throws {
    let workspace = try SmallInput().workspace()
    let officials = try text("input/pegawai.csv", workspace)
    for (day, count) in [(11, 200), (12, 203), (13, 201), (14, 150)] {
      let rows = (0..<count).map {
        "19800101\(2005 + $0 % 10)01\(1 + $0 % 2)\(100 + $0);Pegawai Contoh;;;;Dinas;Staf;\n"
      }
      try workspace.write(officials + rows.joined(), to: "input/pegawai.csv")
      let night = ["run", "--input", "input", "--output", "output", "--as-of", "2026-11-\(day)", "--quiet"]
      let outcome = try workspace.program.run(night + ["--summary", "-", "--metrics", "m.prom"])
      #expect(outcome.status == 0 && outcome.messages == "")
      #expect((outcome.output == "") == (day != 14), "night \(day): \(outcome.output)")
      if day == 14 {
        #expect(outcome.output.contains("\nLain dari malam-malam sebelumnya:\n  drift-rows-fall: 1\n"))
        #expect(try workspace.program.run(night).everything == "")
      }
    }
    #expect(try text("m.prom", workspace).contains("benturan_alarms{code=\"drift-rows-fall\"} 1\n"))
  }

  @Test func `a file that the configuration lets pass unread stands in summary and metrics`() throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("incomplete_files = \"warn\"\n", to: "benturan.toml")
    let packed = PackedFile.pack(try text("input/keluarga.csv", workspace))
    try workspace.write(Array(packed.dropLast(9)), to: "input/keluarga2.csv.gz")
    let quiet = SmallInput.run("--config", "benturan.toml", "--quiet", "--summary", "-", "--metrics", "m.prom")
    let outcome = try workspace.program.run(quiet)
    #expect(outcome.status == 0 && outcome.messages == "", "\(outcome.messages)")
    #expect(outcome.output.contains("\n  berkas yang tidak terbaca sampai akhir: 1\n"))
    #expect(try text("m.prom", workspace).contains("benturan_files_incomplete{read=\"partly\"} 1\n"))
    try workspace.remove("input/keluarga2.csv.gz")
    try workspace.write([0x00, 0x01, 0x02, 0xFF, 0xFE, 0x00], to: "input/foto.bin")
    let foreign = try workspace.program.run(quiet)
    #expect(foreign.status == 0 && foreign.everything == "", "\(foreign.everything)")
    #expect(try text("m.prom", workspace).contains("benturan_files_incomplete{read=\"partly\"} 0\n"))
  }

  @Test(arguments: ["id", "en"])
  func `metrics and summary name nobody`(_ language: String) throws {
    let workspace = try Workspace()
    try workspace.write(Fixtures.key + "\n", to: "key")
    let more = ["--metrics", "m.prom", "--summary", "ringkas.txt", "--lang", language]
    #expect(try workspace.program.run(Province.arguments(output: "output") + more).status == 0)
    #expect(Tree.mode(workspace.path("ringkas.txt")) == 0o600)
    let said = (try text("m.prom", workspace) + text("ringkas.txt", workspace)).lowercased()
    let table = try PublishedFolder(workspace.path("output")).table("flagged-pairs.csv")
    let isEnglish = language == "en"
    for column in isEnglish
      ? ["official_name", "vendor_name", "case_id"] : ["nama_pejabat", "nama_penyedia", "id_kasus"]
    {
      let values = table.column(column).filter { $0.count > 3 }
      try #require(!values.isEmpty)
      for value in values { #expect(!said.contains(value.lowercased())) }
    }
    #expect(WordingTests.forbidden.allSatisfy { !said.contains($0) })
    #expect(said.contains(isEnglish ? "indications to be clarified" : "perlu klarifikasi"))
  }

  @Test(arguments: ["--metrics", "--summary"])
  func `a file that cannot be written ends the run with 73 before anything is read`(_ option: String) throws {
    let workspace = try SmallInput().workspace()
    let outcome = try workspace.program.run(SmallInput.run(option, "tidak/ada.txt"))
    #expect(outcome.status == 73 && outcome.messages.contains("[output-unwritable]"))
    #expect(!(try workspace.tree("").contains("output")))
  }
}
