import Testing

/// Nights that are unlike those before them.
@Suite struct DriftTests {
  /// The small delivery with more officials, none of them with a family or a package.
  private func deliver(_ officials: Int, to workspace: Workspace) throws {
    var input = SmallInput()
    let rows = (0..<officials).map { number in
      "19800101\(2005 + number % 10)01\(1 + number % 2)\(100 + number);Pegawai Contoh;;;;Dinas Contoh;Staf;\n"
    }
    input.files["pegawai.csv", default: ""] += rows.joined()
    try input.write(to: "input", in: workspace)
  }

  private func night(_ day: Int, _ workspace: Workspace, _ more: String...) throws -> Program.Outcome {
    try workspace.program.run(
      ["run", "--input", "input", "--output", "output", "--as-of", "2026-11-\(day)"] + more)
  }

  @Test func `a night of half the rows ends with 65, and the configuration lets it pass`() throws {
    let workspace = try Workspace()
    for (day, officials) in [(11, 200), (12, 203), (13, 201)] {
      try deliver(officials, to: workspace)
      #expect(try night(day, workspace).status == 0)
    }
    let published = PublishedFolder(workspace.path("output"))
    let latest = try #require(published.latest)
    try deliver(80, to: workspace)
    let stopped = try night(14, workspace, "--quiet")
    #expect(stopped.status == 65)
    #expect(stopped.messages.contains("officials: error: 81 rows, where 162 to 242 were usual in 3 nights"))
    #expect(stopped.messages.contains("[drift-rows-half]\n  remedy: ask for the export again"))
    #expect(published.latest == latest)
    #expect(try workspace.tree("output").allSatisfy { !$0.contains("2026-11-14") })

    try workspace.write("[drift]\nrows = \"warn\"\n", to: "benturan.toml")
    let passed = try night(14, workspace, "--config", "benturan.toml")
    #expect(passed.status == 0)
    #expect(passed.messages.contains("officials: warning: 81 rows"))
    #expect(try published.text("run.json").contains("\"code\" : \"drift-rows-half\""))
    // Let pass once, it is what the next night is held against.
    #expect(try night(15, workspace).status == 0)
  }

  @Test func `equal nights have no alarms in run.json, until the files have not changed for long`() throws {
    let workspace = try Workspace()
    try deliver(60, to: workspace)
    try workspace.write("[drift]\nstale_nights = 3\n", to: "benturan.toml")
    let published = PublishedFolder(workspace.path("output"))
    for day in 11...13 {
      #expect(try night(day, workspace, "--config", "benturan.toml").status == 0)
      #expect(try !published.text("run.json").contains("alarms"))
    }
    let outcome = try night(14, workspace, "--config", "benturan.toml")
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("pegawai.csv: warning: the file is the same as on the 3 nights before"))
    #expect(try published.text("run.json").contains("\"drift-stale\""))
    #expect(try night(15, workspace, "--config", "benturan.toml", "--quiet").everything == "")
  }
}
