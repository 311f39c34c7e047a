import Glibc
import Testing

@Suite struct DoctorCommandTests {
  private let workspace: Workspace

  init() throws {
    workspace = try SmallInput().workspace()
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
  }

  @Test func `a good site is well`() throws {
    try workspace.write("quarantine_limit = 0.1\n", to: "benturan.toml")
    let outcome = try workspace.program.run("doctor", "--output", "output", "--config", "benturan.toml")
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.hasPrefix("ok ") || $0.hasPrefix("     hint: ") })
    #expect(outcome.output.contains("ok   key can be used\n     hint: 0 days old"))
    #expect(outcome.output.contains("is as it was published"))
  }

  @Test func `a site before its first night is well, and nothing is made`() throws {
    let outcome = try workspace.program.run("doctor", "--output", "baru")
    #expect(outcome.status == 0)
    #expect(!(try workspace.tree("").contains("baru")))
  }

  @Test func `a key that others may read is found, with its remedy`() throws {
    #expect(chmod(workspace.path("output/key"), 0o644) == 0)
    let outcome = try workspace.program.run("doctor", "--output", "output")
    #expect(outcome.status == 78)
    #expect(outcome.output.contains("FAIL key is closed to others"))
    #expect(outcome.output.contains("chmod 600 output/key"))
  }

  @Test func `an output folder that others may enter is found`() throws {
    #expect(chmod(workspace.path("output"), 0o755) == 0)
    let outcome = try workspace.program.run("doctor", "--output", "output")
    #expect(outcome.status != 0)
    #expect(outcome.output.contains("chmod 700 output"))
  }

  @Test func `a key that is too short is found`() throws {
    try workspace.write("abcd", to: "output/key")
    let outcome = try workspace.program.run("doctor", "--output", "output")
    #expect(outcome.status == 78)
    #expect(outcome.messages.contains("[key-unusable]") && outcome.output.contains("FAIL key output/key"))
  }

  @Test func `a list that others may read is found`() throws {
    #expect(chmod(workspace.path("output/latest/findings.csv"), 0o644) == 0)
    let outcome = try workspace.program.run("doctor", "--output", "output")
    #expect(outcome.status == 78)
    #expect(outcome.output.contains("FAIL last run's files are closed to others"))
  }

  @Test func `a casebook that is no database is found`() throws {
    let casebook = try workspace.bytes("output/casebook.sqlite")
    for bytes in [Array("SQLite format 3\0".utf8), [], Array(casebook.dropLast(20_000))] {
      try workspace.write(bytes, to: "output/casebook.sqlite")
      let outcome = try workspace.program.run("doctor", "--output", "output")
      #expect(outcome.status == 78 && outcome.output.contains("FAIL casebook can be read"))
      #expect(outcome.messages.contains("output/casebook.sqlite: error: "))
    }
  }

  @Test func `looking changes nothing, and a casebook that does not know the last run is found`() throws {
    let before = try Tree.files(below: workspace.path("output"))
    let good = try workspace.program.run("doctor", "--output", "output")
    #expect(good.status == 0 && good.output.contains("1 runs, the last for the night of \(Fixtures.asOf)"))
    #expect(try Tree.files(below: workspace.path("output")) == before)
    try workspace.write("nip;nama\n198501012010011001;Contoh Lain\n", to: "input/lain.csv")
    #expect(try workspace.program.run(SmallInput.run("--as-of", "2026-11-24")).status == 0)
    let run = try #require(PublishedFolder(workspace.path("output")).latest)
    try workspace.write("{}", to: "output/\(run)/run.json")
    let outcome = try workspace.program.run("doctor", "--output", "output")
    #expect(outcome.status == 78)
    #expect(outcome.messages.contains("the last run is not as it was filed"))
  }

  @Test func `a last night that is long ago is a hint, no fault`() throws {
    #expect(try workspace.program.run(SmallInput.run("--output", "lama", "--as-of", "2020-01-01")).status == 0)
    let outcome = try workspace.program.run("doctor", "--output", "lama")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("the night of 2020-01-01\n     hint: that is more than two days ago"))
  }

  @Test func `a run under way is named, and does not make the site ill`() throws {
    let lock = open(workspace.path("output/.lock"), O_RDWR | O_CLOEXEC)
    #expect(write(lock, "process 77\n", 11) == 11)
    #expect(!(try workspace.program.run("doctor", "--output", "output").output.contains("under way")))
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let outcome = try workspace.program.run("doctor", "--output", "output", "--json")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("a run is under way: process 77, for 0 minutes"))
    close(lock)
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
  }

  @Test func `a bad configuration is listed in full`() throws {
    try workspace.write("quarantine_limits = 1\nlanguage = \"en\"\n", to: "benturan.toml")
    let outcome = try workspace.program.run("doctor", "--output", "output", "--config", "benturan.toml")
    #expect(outcome.status == 78)
    #expect(outcome.everything.contains("quarantine_limits") && outcome.everything.contains(":2:language"))
  }

  @Test func `a run that was changed is found`() throws {
    let run = try #require(PublishedFolder(workspace.path("output")).latest)
    try workspace.write("x", to: "output/\(run)/findings.csv")
    let outcome = try workspace.program.run("doctor", "--output", "output")
    #expect(outcome.status != 0)
    #expect(outcome.output.contains("FAIL last run"))
  }

  @Test func `a latest that leads nowhere is found`() throws {
    let run = try #require(PublishedFolder(workspace.path("output")).latest)
    try workspace.remove("output/\(run)")
    let outcome = try workspace.program.run("doctor", "--output", "output")
    #expect(outcome.status != 0)
    #expect(outcome.output.contains("FAIL last run"))
  }

  @Test func `an output that is a file is found`() throws {
    try workspace.write("x", to: "berkas")
    let outcome = try workspace.program.run("doctor", "--output", "berkas")
    #expect(outcome.status != 0)
    #expect(outcome.output.contains("FAIL output berkas is a folder"))
  }
}
