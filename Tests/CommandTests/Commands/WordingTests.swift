import Testing

/// A flag asks for clarification and asserts nothing of anyone.
@Suite struct WordingTests {
  static let forbidden = ["korupsi", "nepotisme", "bersalah", "terbukti", "pelanggaran", "fraud", "guilty"]

  private func words(in text: String) -> [String] {
    let lowered = text.lowercased()
    return Self.forbidden.filter { lowered.contains($0) }
  }

  @Test(arguments: [false, true], PublishedFolder.reports + ["run.json"])
  func `no report accuses`(_ isEnglish: Bool, _ name: String) throws {
    let province = try (isEnglish ? Province.english : Province.masked).get()
    #expect(words(in: try province.published.text(name)).isEmpty)
    #expect(words(in: province.outcome.everything).isEmpty)
  }

  @Test func `sentences ask, in both languages`() throws {
    let indonesian = try Province.masked.get().published.table("flagged-pairs.csv").column("kalimat")
    #expect(indonesian.allSatisfy { $0.contains("indikasi") && $0.contains("perlu klarifikasi") })
    let english = try Province.english.get().published.table("flagged-pairs.csv").column("sentence")
    #expect(english.count == indonesian.count)
    #expect(english.allSatisfy { $0.contains("clarif") && !$0.contains("klarifikasi") })
  }

  @Test(arguments: [[], ["--lang", "en"], ["--lang", "id"]])
  func `no case's trail accuses`(_ language: [String]) throws {
    let workspace = try Province.masked.get().workspace
    for id in try Province.masked.get().published.table("flagged-pairs.csv").column("id_kasus") {
      let outcome = try workspace.program.run(["explain", id] + language)
      #expect(outcome.status == 0)
      #expect(words(in: outcome.everything).isEmpty)
    }
  }

  @Test(arguments: [[]] + ConsoleTests.commands.map { [$0] })
  func `no help accuses`(_ command: [String]) throws {
    #expect(words(in: try Workspace().program.run(command + ["--help"]).output).isEmpty)
  }

  @Test(arguments: ["id", "en"])
  func `no rule's page accuses`(_ language: String) throws {
    let program = try Workspace().program
    let list = try program.run("rules", "--lang", language)
    #expect(words(in: list.output).isEmpty)
    #expect(words(in: try program.run("rules", "--json", "--lang", language).output).isEmpty)
    for rule in RulesCommandTests.rules {
      #expect(words(in: try program.run("rules", rule, "--lang", language).output).isEmpty, "\(rule)")
    }
  }

  @Test func `a package keeps its own name`() throws {
    var input = SmallInput()
    input.files["paket.csv"] = input.files["paket.csv"]?
      .replacing("Pengadaan Meja Contoh", with: "Sosialisasi Anti Korupsi")
    let workspace = try input.workspace()
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    let findings = try PublishedFolder(workspace.path("output")).table("findings.csv")
    #expect(findings.column("nama_paket") == ["Sosialisasi Anti Korupsi"])
  }
}
