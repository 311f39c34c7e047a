import Testing

/// What `init --unit` prints, and whether the machine would take it.
@Suite struct UnitTests {
  private func text(_ unit: String) throws -> String {
    let outcome = try Workspace().program.run("init", "--unit", unit)
    #expect(outcome.status == 0 && outcome.messages == "")
    return outcome.output
  }

  @Test(arguments: ["service", "timer", "crontab"])
  func `it is printed, or written to a new file`(_ unit: String) throws {
    let workspace = try Workspace()
    #expect(try workspace.program.run("init", "--unit", unit, "berkas").status == 0)
    #expect(String(decoding: try workspace.bytes("berkas"), as: UTF8.self) == (try text(unit)))
    #expect(try workspace.program.run("init", "--unit", unit, "berkas").status == 73)
  }

  @Test func `an unknown unit is wrong usage`() throws {
    #expect(try Workspace().program.run("init", "--unit", "launchd").status == 64)
  }

  @Test(arguments: ["service", "crontab"])
  func `every path is absolute, and every option is the program's`(_ unit: String) throws {
    let line = try #require(try text(unit).split(separator: "\n").first { $0.contains(" run --input ") })
    let words = line.split(separator: " ").map(String.init)
    let help = try Workspace().program.run("run", "--help").output
    for option in words where option.hasPrefix("--") { #expect(help.contains(option), "\(option)") }
    for option in ["--input", "--output", "--config"] {
      let place = try #require(words.firstIndex(of: option))
      #expect(words[place + 1].hasPrefix("/"))
    }
    #expect(line.contains("/usr/local/bin/benturan run ") && !line.contains("%"))
  }

  @Test(arguments: [
    "PrivateNetwork=yes", "RestrictAddressFamilies=none", "ProtectSystem=strict", "ReadWritePaths=/var/lib/benturan",
    "PrivateTmp=yes", "NoNewPrivileges=yes", "UMask=0077", "SystemCallFilter=@system-service", "LimitCORE=0",
  ])
  func `the service may write one folder and reach no network`(_ setting: String) throws {
    #expect(try text("service").split(separator: "\n").contains(Substring(setting)))
  }

  @Test(.enabled(if: Program.find("systemd-analyze") != nil))
  func `systemd accepts service and timer, and finds the service safe`() throws {
    let (workspace, analyze) = (try Workspace(), try #require(Program.find("systemd-analyze")))
    let service = try text("service").replacing("/usr/local/bin/benturan", with: Program.path)
    try workspace.write(service, to: "benturan.service", mode: 0o644)
    try workspace.write(try text("timer"), to: "benturan.timer", mode: 0o644)
    let verified = try workspace.program.run(
      analyze, ["verify", workspace.path("benturan.service"), workspace.path("benturan.timer")])
    #expect(verified.status == 0 && verified.messages == "", "\(verified.messages)")
    // The threshold is in tenths; a service without any setting has 96.
    let security = try workspace.program.run(
      analyze, ["security", "--offline=true", "--threshold=10", workspace.path("benturan.service")])
    #expect(security.status == 0, "\(security.output.suffix(200))")
  }

  @Test func `cron's line says nothing on a good night, and something where a case is new`() throws {
    let line = try #require(try text("crontab").split(separator: "\n").last { !$0.hasPrefix("#") })
    let fields = line.split(separator: " ", maxSplits: 5)
    try #require(fields.count == 6)
    for (conflict, status) in [(false, Int32(0)), (true, 3)] {
      var input = SmallInput()
      if !conflict { input.files["keluarga.csv"] = "id;nip;hubungan;nama\n" }
      let workspace = try input.workspace()
      try workspace.write("", to: "benturan.toml")
      let command = fields[5].replacing("/usr/local/bin/benturan", with: Program.path)
        .replacing("/srv/benturan/input", with: workspace.path("input"))
        .replacing("/var/lib/benturan/output", with: workspace.path("output"))
        .replacing("/etc/benturan/benturan.toml", with: workspace.path("benturan.toml"))
      let outcome = try workspace.program.run("/bin/sh", ["-c", String(command)])
      #expect(outcome.status == status, "\(outcome.everything)")
      #expect(outcome.everything.isEmpty == !conflict)
    }
  }
}
