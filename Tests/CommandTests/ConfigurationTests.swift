import Testing

@Suite struct ConfigurationTests {
  private func run(_ configuration: String?) throws -> (outcome: Program.Outcome, workspace: Workspace) {
    let workspace = try SmallInput().workspace()
    if let configuration { try workspace.write(configuration, to: "benturan.toml") }
    return (try workspace.program.run(SmallInput.run("--config", "benturan.toml", "--quiet")), workspace)
  }

  @Test func `every unknown key is listed with its line and the nearest key`() throws {
    let (outcome, workspace) = try run(
      """
      quarantine_limits = 0.05

      [output]
      delimeter = ";"

      [screening]
      flag_treshold = 0.6

      """)
    #expect(outcome.status == 78)
    let faults = [
      ("benturan.toml:1:quarantine_limits:", "did you mean quarantine_limit?"),
      ("benturan.toml:4:output.delimeter:", "did you mean output.delimiter?"),
      ("benturan.toml:7:screening.flag_treshold:", "did you mean screening.flag_threshold?"),
    ]
    for (place, remedy) in faults {
      #expect(outcome.messages.contains(place))
      #expect(outcome.messages.contains(remedy))
    }
    #expect(!(try workspace.tree("").contains("output")))
  }

  struct Bad: CustomTestStringConvertible {
    let text: String
    let place: String
    let code: String
    var testDescription: String { text }
  }

  @Test(arguments: [
    Bad(text: "quarantine_limit = 5", place: ":1:quarantine_limit:", code: "[config-value]"),
    Bad(text: "quarantine_limit = -0.1", place: ":1:quarantine_limit:", code: "[config-value]"),
    Bad(text: "quarantine_limit = nan", place: ":1:quarantine_limit:", code: "[config-value]"),
    Bad(text: "quarantine_limit = \"5 %\"", place: ":1:quarantine_limit:", code: "[config-value]"),
    Bad(text: "incomplete_files = \"ignore\"", place: ":1:incomplete_files:", code: "[config-value]"),
    Bad(text: "[screening]\n\n[output]\nincomplete_files = \"warn\"", place: ":4:output.", code: "[config-key]"),
    Bad(text: "incomplete_files = true", place: ":1:incomplete_files:", code: "neither \"fail\" nor \"warn\""),
    Bad(text: "incomplete_file = \"warn\"", place: ":1:incomplete_file:", code: "did you mean incomplete_files?"),
    Bad(text: "output.delimiter = \"::\"", place: ":1:output.delimiter:", code: "[config-value]"),
    Bad(text: "output.delimiter = 1", place: ":1:output.delimiter:", code: "[config-value]"),
    Bad(text: "[output]\nlanguage = \"fr\"", place: ":2:output.language:", code: "[config-value]"),
    Bad(text: "screening.review_threshold = 2", place: ":1:screening.review_threshold:", code: "[config-value]"),
    Bad(text: "[screening]\nflag_threshold = true", place: ":2:screening.flag_threshold:", code: "[config-value]"),
    Bad(
      text: "[screening]\nkinship_profile = \"uu30\"", place: ":2:screening.kinship_profile:", code: "uu48-2009"),
    Bad(text: "screening.kinship_profile = 30", place: ":1:screening.kinship_profile:", code: "[config-value]"),
    Bad(
      text: "screening.owner_cooling_off_months = -1", place: ":1:screening.owner_cooling_off_months:",
      code: "[config-value]"),
    Bad(
      text: "screening.owner_cooling_off_months = 601", place: ":1:screening.owner_cooling_off_months:",
      code: "[config-value]"),
    Bad(
      text: "screening.official_cooling_off_months = 1.5", place: ":1:screening.official_cooling_off_months:",
      code: "[config-value]"),
    Bad(
      text: "screening.official_cooling_off_months = \"12\"", place: ":1:screening.official_cooling_off_months:",
      code: "[config-value]"),
    Bad(text: "screening.beneficial_share = 25", place: ":1:screening.beneficial_share:", code: "[config-value]"),
    Bad(text: "screening.controlling_share = 1.01", place: ":1:screening.controlling_share:", code: "[config-value]"),
    Bad(text: "[retention]\nnights = -1", place: ":2:retention.nights:", code: "[config-value]"),
    Bad(text: "retention.days = \"1 year\"", place: ":1:retention.days:", code: "[config-value]"),
    Bad(text: "[recheck]\nsize = 1001", place: ":2:recheck.size:", code: "[config-value]"),
    Bad(text: "recheck.size = \"5\"", place: ":1:recheck.size:", code: "[config-value]"),
    Bad(text: "recheck.sise = 5", place: ":1:recheck.sise:", code: "did you mean recheck.size?"),
    Bad(text: "[retention]\nmonths = 3", place: ":2:retention.months:", code: "did you mean retention."),
    Bad(text: "[retention]\nnights = 5\n[drift]\nnights = 0", place: ":4:drift.nights:", code: "[config-value]"),
    Bad(text: "[retention]\nnights = 5\n\n[ drift ] # x\n'nights' = 0", place: ":5:drift.n", code: "[config-value]"),
    Bad(text: "retention.nights = 5\ndrift = { nights = 0 }", place: ":2:drift.nights:", code: "[config-value]"),
    Bad(
      text: "[[source]] # satu\nfile = \"a\"\n[[source]] # dua\nfiel = \"b\"", place: ":4:source.fiel:", code: "key]"),
    Bad(text: "[drift]\nnights = 0", place: ":2:drift.nights:", code: "[config-value]"),
    Bad(text: "drift.stale_nights = 401", place: ":1:drift.stale_nights:", code: "[config-value]"),
    Bad(text: "drift.band = 0.5", place: ":1:drift.band:", code: "[config-value]"),
    Bad(text: "[drift]\nrows = \"stop\"", place: ":2:drift.rows:", code: "[config-value]"),
    Bad(text: "[drift]\nstale = true", place: ":2:drift.stale:", code: "[config-value]"),
    Bad(text: "[drift]\nrow = \"fail\"", place: ":2:drift.row:", code: "did you mean drift.rows?"),
    Bad(text: "output = \";\"", place: ":1:output:", code: "[config-key]"),
    Bad(text: "[keluaran]\ndelimiter = \";\"", place: ":1:keluaran:", code: "[config-key]"),
    Bad(text: "[[\u{C}source]]\nfile = \"a\"", place: ":1:", code: "[config-syntax]"),
    Bad(text: "\n[\u{A0}drift]\nnights = 3", place: ":2:", code: "[config-syntax]"),
    Bad(text: "# ok\nquarantine_limit 0.05", place: ":2:", code: "[config-syntax]"),
    Bad(text: "quarantine_limit = 0.1\nquarantine_limit = 0.2", place: ":2:", code: "[config-syntax]"),
  ])
  func `a bad value ends with 78, with file, line, key and remedy`(_ bad: Bad) throws {
    let (outcome, _) = try run(bad.text + "\n")
    #expect(outcome.status == 78)
    #expect(outcome.messages.contains("benturan.toml\(bad.place)"))
    #expect(outcome.messages.contains(bad.code))
    #expect(outcome.messages.contains("  remedy: "))
  }

  @Test(arguments: [("windows-1252", [0x23, 0x0A, 0x23, 0xE9, 0x0A], 2), ("utf-16", [0xFF, 0xFE, 0x23, 0x00], 1)])
  func `a file that is not UTF-8 ends with 78 and the line`(_ form: String, _ bytes: [UInt8], _ line: Int) throws {
    let workspace = try SmallInput().workspace()
    try workspace.write(bytes, to: "benturan.toml")
    let outcome = try workspace.program.run(SmallInput.run("--config", "benturan.toml"))
    #expect(outcome.status == 78, "\(form)")
    #expect(outcome.messages.contains("benturan.toml:\(line): error: ") && outcome.messages.contains("  remedy: "))
    #expect(outcome.messages.contains("[config-encoding]"))
  }

  @Test func `good and bad values together publish nothing`() throws {
    let (outcome, workspace) = try run("quarantine_limit = 0.1\noutput.language = \"en\"\nseverity = 3\n")
    #expect(outcome.status == 78)
    #expect(!(try workspace.tree("").contains("output")))
  }

  @Test func `a configuration that is not there ends with 78`() throws {
    let (outcome, _) = try run(nil)
    #expect(outcome.status == 78)
    #expect(outcome.messages.contains("[config-unreadable]"))
  }

  @Test(arguments: [(";", ";" as Character), (",", ","), ("|", "|"), ("\\t", "\t")])
  func `the delimiter of the configuration stands in every table`(_ text: String, _ delimiter: Character) throws {
    let (outcome, workspace) = try run("[output]\ndelimiter = \"\(text)\"\n")
    #expect(outcome.status == 0)
    for name in PublishedFolder.reports where name.hasSuffix(".csv") {
      let table = try PublishedFolder(workspace.path("output")).table(name, delimiter: delimiter)
      #expect(table.header.count > 5)
      #expect(table.lines.allSatisfy { $0.count == table.header.count })
    }
  }

  @Test func `the command line outranks the configuration`() throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("[output]\nlanguage = \"en\"\n", to: "benturan.toml")
    let published = PublishedFolder(workspace.path("output"))
    #expect(try workspace.program.run(SmallInput.run("--config", "benturan.toml")).status == 0)
    #expect(try published.table("findings.csv").header.first == "case_id")
    #expect(try workspace.program.run(SmallInput.run("--config", "benturan.toml", "--lang", "id")).status == 0)
    #expect(try published.table("findings.csv").header.first == "id_kasus")
  }

  @Test func `an empty configuration changes nothing, and one with a comment is part of the run's identity`() throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("", to: "kosong.toml")
    try workspace.write("# catatan\n", to: "catatan.toml")
    let published = PublishedFolder(workspace.path("output"))
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    let first = published.latest
    #expect(try workspace.program.run(SmallInput.run("--config", "kosong.toml")).status == 0)
    #expect(published.latest == first)
    #expect(try workspace.program.run(SmallInput.run("--config", "catatan.toml")).status == 0)
    #expect(published.latest != first)
  }

  @Test func `flags end where the flag threshold ends`() throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("[screening]\nflag_threshold = 1\n", to: "benturan.toml")
    #expect(try workspace.program.run(SmallInput.run("--config", "benturan.toml")).status == 0)
    let published = PublishedFolder(workspace.path("output"))
    #expect(try published.table("flagged-pairs.csv").lines.isEmpty)
    #expect(try published.table("person-links.csv").lines.count == 1)
  }
}
