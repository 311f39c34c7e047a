import Foundation
import Testing

@Suite struct WhyNotCommandTests {
  /// A change to the small delivery, and where the trace then ends.
  struct Stop: CustomTestStringConvertible, Sendable {
    let step: String
    /// File, old text, new text.
    var change: (String, String, String) = ("", "", "")
    var nip = SmallInput.officialNIP
    var vendor = "01.234.567.4-922.000"
    /// What must stand among the answers.
    let says: String
    var testDescription: String { "\(step): \(says)" }
  }

  private static let steps = [
    "official", "vendor", "participation", "owners", "relatives", "same_person", "holding", "power", "dates",
  ]
  private static let wife = "Maria Fransiska Contoh;5371015203850002;12-03-1985;Direktur;60;01-02-2015;"

  private static let stops = [
    Stop(step: "official", nip: "197001012000011001", says: "baris kepegawaian: 0"),
    Stop(step: "vendor", vendor: "02.980.416.8-922.000", says: ""),
    Stop(step: "vendor", vendor: "500009", says: ""),
    Stop(
      step: "participation",
      change: ("peserta.csv", "90010001;500001;CV CONTOH JAYA;01.234.567.4-922.000;95000000;1", ""), says: ""),
    Stop(
      step: "owners",
      change: ("peserta.csv", "90010001;500001;", "90010001;500002;CV LAIN;02.980.416.8-922.000;1;0\n90010001;500001;"),
      vendor: "500002", says: "orang tercatat: 0"),
    Stop(
      step: "relatives", change: ("paket.csv", ";198001012005011001", ";198001012005011001,197909222005012006"),
      nip: "197909222005012006", says: "keluarga yang dinyatakan: 0"),
    Stop(
      step: "same_person",
      change: ("pengurus.csv", wife, "Agustina Nubatonis;5371014107900003;01-07-1990;Direktur;60;01-02-2015;"),
      says: "pasangan terdekat tidak pernah bertemu"),
    Stop(
      step: "same_person",
      change: ("pengurus.csv", wife, "Maria Fransiska Contoh;5371014107700003;01-07-1970;Direktur;60;01-02-2015;"),
      says: "ambang 0.5"),
    Stop(step: "holding", change: ("keluarga.csv", "ISTRI", "KENALAN"), says: "dinyatakan sebagai KENALAN"),
    Stop(step: "holding", change: ("pengurus.csv", "Direktur;60;", "Karyawan;;"), says: "tercatat sebagai Karyawan"),
    Stop(
      step: "power",
      change: (
        "paket.csv", "Dinas Contoh;2026;100000000;2026-03-01;2026-04-01;198001012005011001",
        ";2026;100000000;2026-03-01;2026-04-01;"
      ),
      says: "paket yang terkait: 0"),
    Stop(
      step: "dates", change: ("pengurus.csv", "01-02-2015;", "01-02-2015;31-12-2025"),
      says: "kepemilikan: 2015-02-01 .. 2025-12-31"),
  ]

  private func trace(_ stop: Stop, _ more: String...) throws -> (outcome: Program.Outcome, workspace: Workspace) {
    var input = SmallInput()
    if !stop.change.0.isEmpty {
      let text = try #require(input.files[stop.change.0])
      try #require(text.contains(stop.change.1), "\(stop.change.1)")
      input.files[stop.change.0] = text.replacing(stop.change.1, with: stop.change.2)
    }
    let workspace = try input.workspace()
    #expect(try workspace.program.run(SmallInput.run("--quiet")).status == 0)
    let arguments = ["why-not", "--nip", stop.nip, "--vendor", stop.vendor] + more
    return (try workspace.program.run(arguments), workspace)
  }

  private struct Report: Decodable {
    let flagged: Bool
    let steps: [Step]

    struct Step: Decodable {
      let step: String
      let question: String
      let passed: Bool
      let found: [String]
      let rows: [String]
    }
  }

  private func report(_ text: String) throws -> Report { try JSONDecoder().decode(Report.self, from: Data(text.utf8)) }

  @Test(arguments: stops)
  func `names the first step that failed, with what was found`(_ stop: Stop) throws {
    let (outcome, workspace) = try trace(stop)
    #expect(outcome.status == 0 && outcome.messages == "")
    let place = try #require(Self.steps.firstIndex(of: stop.step)) + 1
    #expect(outcome.output.contains("Pasangan ini tidak ditandai: berhenti pada langkah \(place)."))
    #expect(stop.says.isEmpty || outcome.output.contains(stop.says), "\(outcome.output)")
    let published = PublishedFolder(workspace.path("output"))
    #expect(
      try published.table("flagged-pairs.csv").lines.count
        == (stop.nip == SmallInput.officialNIP && stop.vendor.hasPrefix("01") ? 0 : 1))
    let json = try report(trace(stop, "--json").outcome.output)
    #expect(!json.flagged)
    #expect(json.steps.map(\.step) == Array(Self.steps.prefix(place)))
    #expect(json.steps.map(\.passed) == Array(repeating: true, count: place - 1) + [false])
  }

  @Test(arguments: stops + [Stop(step: "", says: "flagged")])
  func `shows no number of a person, whatever the answer`(_ stop: Stop) throws {
    let numbers: Set<String> = [
      SmallInput.officialNIP, SmallInput.wifeNIK, "5371010101800001", "197001012000011001", "197909222005012006",
      "5371014107900003", "5371014107700003",
    ]
    for more in [["--lang", "id"], ["--lang", "en"], ["--json", "--lang", "en"]] {
      let outcome = try trace(stop, more[0], more.count > 1 ? more[1] : "id").outcome
      #expect(MaskingTests.shown(in: outcome.everything, of: numbers).isEmpty)
    }
  }

  @Test func `a flagged pair passes every step, by tax number and by code`() throws {
    for vendor in ["01.234.567.4-922.000", "012345674922000", "01.234.567.4-925.001", "500001"] {
      let flagged = Stop(step: "dates", vendor: vendor, says: "")
      let outcome = try trace(flagged).outcome
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("Pasangan ini ditandai."))
      #expect(outcome.output.contains("ditandai: kin-holds-bidder, paket 90010001, kritis"))
      let json = try report(trace(flagged, "--json").outcome.output)
      #expect(json.flagged && json.steps.map(\.step) == Self.steps && json.steps.allSatisfy(\.passed))
      #expect(json.steps[5].rows == ["keluarga.csv#2", "pengurus.csv#2"])
    }
  }

  @Test func `answers in English`() throws {
    let outcome = try trace(Stop(step: "dates", says: ""), "--lang", "en").outcome
    #expect(
      outcome.output.contains("This pair is flagged.") && outcome.output.contains("1. Is that NIP in the data? yes"))
  }

  @Test func `a tie that two declarations give is followed`() throws {
    var input = SmallInput()
    let wife = "198503122010012001"
    input.files["pegawai.csv"]? +=
      "\(wife);Maria Fransiska Contoh;5371015203850002;12-03-1985;P;Dinas Contoh;Staf;01-01-2020\n"
    input.files["keluarga.csv"]? += "K2;\(wife);KAKAK;Agustina Nubatonis;5371014107900003;01-07-1990;P\n"
    input.files["pengurus.csv"] = input.files["pengurus.csv"]?.replacing(
      "Maria Fransiska Contoh;5371015203850002;12-03-1985", with: "Agustina Nubatonis;5371014107900003;01-07-1990")
    let workspace = try input.workspace()
    #expect(try workspace.program.run(SmallInput.run("--quiet")).status == 0)
    let rules = try PublishedFolder(workspace.path("output")).table("findings.csv").column("aturan")
    #expect(rules.contains("kin-outside-list"))
    let outcome = try workspace.program.run("why-not", "--nip", SmallInput.officialNIP, "--vendor", "500001")
    #expect(outcome.output.contains("ditandai: kin-outside-list"), "\(outcome.output)")
    #expect(outcome.output.contains("oleh keluarga yang dinyatakan pejabat"))
  }

  @Test func `a company above the vendor is followed`() throws {
    var input = SmallInput()
    input.files["pengurus.csv"]? +=
      "P2;500003;02.980.416.8-922.000;PT ANAK CONTOH;CV CONTOH JAYA;;;Pemegang Saham;70;01-02-2016;\n"
    input.files["induk.csv"] = """
      npwp_penyedia;nama_penyedia;nama;npwp_pemegang;jenis_pemegang;jabatan;porsi_saham;mulai
      02.980.416.8-922.000;PT ANAK CONTOH;CV CONTOH JAYA;01.234.567.4-922.000;Badan Hukum;Pemegang Saham;70%;01-02-2016

      """
    input.files["peserta.csv"]? += "90010001;500003;PT ANAK CONTOH;02.980.416.8-922.000;94000000;0\n"
    let workspace = try input.workspace()
    #expect(try workspace.program.run(SmallInput.run("--quiet")).status == 0)
    let outcome = try workspace.program.run("why-not", "--nip", SmallInput.officialNIP, "--vendor", "500003", "--json")
    let json = try report(outcome.output)
    #expect(json.flagged)
    #expect(json.steps.first { $0.step == "owners" }?.found.contains("badan usaha di atasnya: 1") == true)
  }

  @Test(arguments: [
    ["--nip", "19800101200501100", "--vendor", "500001"], ["--nip", "nip", "--vendor", "500001"],
    ["--nip", SmallInput.officialNIP], ["--vendor", "500001"], ["--nip", SmallInput.officialNIP, "--vendor", " "],
    ["--nip", SmallInput.officialNIP, "--vendor", "500001", "--threads", "0"],
  ])
  func `wrong usage ends with 64`(_ arguments: [String]) throws {
    let outcome = try Workspace().program.run(["why-not"] + arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output == "")
    #expect(!outcome.everything.contains("19800101200501100"))
  }

  @Test func `without a run, or without its inputs, ends with 66`() throws {
    let arguments = ["why-not", "--nip", SmallInput.officialNIP, "--vendor", "500001"]
    let none = try Workspace().program.run(arguments)
    #expect(none.status == 66 && none.messages.contains("[run-missing]"))
    let workspace = try SmallInput().workspace()
    #expect(try workspace.program.run(SmallInput.run("--quiet")).status == 0)
    try FileManager.default.moveItem(atPath: workspace.path("input"), toPath: workspace.path("pindah"))
    let gone = try workspace.program.run(arguments)
    #expect(gone.status == 66 && gone.messages.contains("[input-missing]"))
    let moved = try workspace.program.run(arguments + ["--input", "pindah"])
    #expect(moved.status == 0 && moved.output.contains("ditandai: kin-holds-bidder"))
  }

  @Test func `the run's own configuration decides`() throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("[screening]\nflag_threshold = 1\n", to: "benturan.toml")
    #expect(try workspace.program.run(SmallInput.run("--quiet", "--config", "benturan.toml")).status == 0)
    let arguments = ["why-not", "--nip", SmallInput.officialNIP, "--vendor", "500001", "--config", "benturan.toml"]
    #expect(try workspace.program.run(arguments).output.contains("ambang 1.0"))
  }

  @Test func `text of the input steers no terminal`() throws {
    var input = SmallInput()
    input.files["pengurus.csv"] = input.files["pengurus.csv"]?.replacing("Direktur", with: "Direktur\u{1B}[31m")
    let workspace = try input.workspace()
    #expect(try workspace.program.run(SmallInput.run("--quiet")).status == 0)
    for more in [[], ["--json"]] {
      let outcome = try workspace.program.run(
        ["why-not", "--nip", SmallInput.officialNIP, "--vendor", "500001"] + more)
      #expect(outcome.status == 0 && !outcome.everything.contains("\u{1B}"))
    }
  }
}
