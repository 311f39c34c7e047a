import Glibc
import Testing

@Suite struct ExitStatusTests {
  @Test(arguments: [
    ["explain", SmallInput.wifeNIK], ["rules", SmallInput.officialNIP], ["run", "--as-of", SmallInput.officialNIP],
    ["verify", "--run", "output", "9\(SmallInput.officialNIP)9"], ["review", "list", "--status", "1234567890123"],
    [SmallInput.wifeNIK],
  ])
  func `a number that is no answer is not echoed`(_ arguments: [String]) throws {
    let workspace = try SmallInput().workspace()
    #expect(try workspace.program.run(SmallInput.run("--quiet")).status == 0)
    let outcome = try workspace.program.run(arguments)
    #expect(outcome.status != 0 && !outcome.messages.isEmpty)
    #expect(outcome.everything.firstMatch(of: /[0-9]{13,}/) == nil, "\(outcome.everything)")
  }

  @Test func `a night with cases ends with 0`() throws {
    let workspace = try SmallInput().workspace()
    let outcome = try workspace.program.run(SmallInput.run())
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(outcome.messages.contains("published: output/runs/2026-11-23-"))
  }

  @Test(arguments: [("kritis", 0), ("tinggi", 3), ("sedang", 3), ("rendah", 3)] as [(String, Int32)])
  func `--fail-on shows a new case of its level or above as 3`(_ level: String, _ status: Int32) throws {
    var input = SmallInput()
    // Without a NIK the wife is known by name and birth date alone, which caps the case below the highest level.
    input.files["pengurus.csv"] = input.files["pengurus.csv"]?.replacing(SmallInput.wifeNIK, with: "")
    let workspace = try input.workspace()
    let outcome = try workspace.program.run(SmallInput.run("--fail-on", level))
    let levels = try PublishedFolder(workspace.path("output")).record().cases.levels
    #expect(levels["kritis"] == 0 && levels["tinggi"] == 1, "the example should give one case at tinggi: \(levels)")
    #expect(outcome.status == status)
    #expect(PublishedFolder(workspace.path("output")).latest != nil)
  }

  struct Wrong: CustomTestStringConvertible {
    let name: String
    let arguments: [String]
    let says: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Wrong(name: "an unknown option", arguments: SmallInput.run("--outputs", "x"), says: "--outputs"),
    Wrong(name: "an unknown command", arguments: ["runs"], says: "runs"),
    Wrong(name: "no input", arguments: ["run", "--output", "output"], says: "--input"),
    Wrong(name: "no output", arguments: ["run", "--input", "input"], says: "--output"),
    Wrong(name: "unmasking without a reason", arguments: SmallInput.run("--unmask"), says: "--reason"),
    Wrong(
      name: "unmasking for an empty reason", arguments: SmallInput.run("--unmask", "--reason", ""), says: "--reason"),
    Wrong(
      name: "unmasking for a blank reason", arguments: SmallInput.run("--unmask", "--reason", "  "), says: "--reason"),
    Wrong(name: "a reason without unmasking", arguments: SmallInput.run("--reason", "audit"), says: "--unmask"),
    Wrong(name: "a month that is none", arguments: SmallInput.run("--as-of", "2026-13-01"), says: "--as-of"),
    Wrong(name: "a day that is none", arguments: SmallInput.run("--as-of", "2026-02-30"), says: "--as-of"),
    Wrong(name: "a date in the other order", arguments: SmallInput.run("--as-of", "23-11-2026"), says: "--as-of"),
    Wrong(name: "no threads", arguments: SmallInput.run("--threads", "0"), says: "--threads"),
    Wrong(name: "threads that are no number", arguments: SmallInput.run("--threads", "two"), says: "--threads"),
    Wrong(name: "a budget of nothing", arguments: SmallInput.run("--budget", "0"), says: "--budget"),
    Wrong(name: "a language that is none", arguments: SmallInput.run("--lang", "fr"), says: "--lang"),
    Wrong(name: "a level that is none", arguments: SmallInput.run("--fail-on", "high"), says: "--fail-on"),
    Wrong(name: "a log format that is none", arguments: SmallInput.run("--log-format", "xml"), says: "--log-format"),
    Wrong(name: "inspecting nothing", arguments: ["inspect"], says: "paths"),
    Wrong(name: "explaining nothing", arguments: ["explain"], says: "id"),
    Wrong(name: "a rule that is none", arguments: ["rules", "kin-owns-winner"], says: "kin-holds-bidder"),
  ])
  func `wrong usage ends with 64 and says what is wrong`(_ wrong: Wrong) throws {
    let workspace = try SmallInput().workspace()
    let outcome = try workspace.program.run(wrong.arguments)
    #expect(outcome.status == 64)
    #expect(outcome.messages.contains(wrong.says))
    #expect(outcome.output == "")
    #expect(try workspace.tree("").allSatisfy { $0.hasPrefix("input") })
  }

  @Test(arguments: [["keluarga.csv", "pegawai.csv"], ["paket.csv", "peserta.csv", "pengurus.csv"]])
  func `a missing dataset ends with 65, publishes nothing, and leaves latest as it was`(_ missing: [String]) throws {
    let workspace = try SmallInput().workspace()
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    let before = try Tree.files(below: workspace.path("output"))
    let latest = PublishedFolder(workspace.path("output")).latest
    for name in missing { try workspace.remove("input/\(name)") }
    let outcome = try workspace.program.run(SmallInput.run("--quiet"))
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("[dataset-missing]"))
    #expect(PublishedFolder(workspace.path("output")).latest == latest)
    let after = try Tree.files(below: workspace.path("output"))
    let isResult = { (name: String) in name != ".lock" && !PublishedFolder.isKept(name) }
    #expect(after.filter { isResult($0.key) } == before.filter { isResult($0.key) })
  }

  @Test func `a first night without input publishes nothing`() throws {
    let workspace = try Workspace()
    try workspace.write("", to: "input/kosong.csv")
    #expect(try workspace.program.run(SmallInput.run()).status == 65)
    #expect(PublishedFolder(workspace.path("output")).latest == nil)
    #expect(!(try workspace.tree("output").contains { $0.hasPrefix("runs/") }))
  }

  @Test func `more rows set aside than the limit end with 65, whatever the other files hold`() throws {
    let workspace = try SmallInput().workspace()
    let lines = (1...20).map { "19850101201001100\($0 % 9 + 1);Pegawai Contoh" }
    let torn = ["nip;nama"] + lines + ["198501012010011001", "198501012010011002"]
    try workspace.write(torn.joined(separator: "\n") + "\n", to: "input/lain.csv")
    let outcome = try workspace.program.run(SmallInput.run("--quiet"))
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("lain.csv") && outcome.messages.contains("2 of 22 rows"))
    #expect(outcome.messages.contains("[quarantine-limit]"))
    #expect(PublishedFolder(workspace.path("output")).latest == nil)
    try workspace.write("quarantine_limit = 0.1\n", to: "benturan.toml")
    #expect(try workspace.program.run(SmallInput.run("--config", "benturan.toml")).status == 0)
    #expect(try PublishedFolder(workspace.path("output")).table("quarantine.csv").lines.count == 2)
  }

  @Test func `an input path that is not there ends with 66`() throws {
    let workspace = try SmallInput().workspace()
    let run = try workspace.program.run("run", "--input", "input", "masukan", "--output", "output")
    #expect(run.status == 66)
    #expect(run.messages.contains("masukan") && run.messages.contains("[input-missing]"))
    #expect(PublishedFolder(workspace.path("output")).latest == nil)
    #expect(try workspace.program.run("inspect", "masukan").status == 66)
    #expect(try workspace.program.run("verify", "hasil").status == 66)
    #expect(try workspace.program.run("explain", "BK-0000-0000-0", "--run", "hasil").status == 66)
  }

  @Test(arguments: ["berkas", "berkas/hasil", "/proc/hasil"])
  func `an output that cannot be written ends with 73`(_ output: String) throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("isi", to: "berkas")
    let outcome = try workspace.program.run("run", "--input", "input", "--output", output, "--quiet")
    #expect(outcome.status == 73)
    #expect(outcome.messages.contains(output) && outcome.messages.contains("[output-unwritable]"))
    #expect(try workspace.bytes("berkas") == Array("isi".utf8))
  }

  @Test func `a lock that another process holds ends with 75, until it is let go`() throws {
    let workspace = try SmallInput().workspace()
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    let latest = PublishedFolder(workspace.path("output")).latest
    let descriptor = open(workspace.path("output/.lock"), O_RDWR | O_CLOEXEC)
    try #require(descriptor >= 0)
    try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let outcome = try workspace.program.run(SmallInput.run("--quiet", "--lang", "en"))
    #expect(outcome.status == 75)
    #expect(outcome.messages.contains("[output-locked]"))
    #expect(PublishedFolder(workspace.path("output")).latest == latest)
    close(descriptor)
    #expect(try workspace.program.run(SmallInput.run("--lang", "en")).status == 0)
  }

  @Test(arguments: ["0644", "too short", "absent"])
  func `a key file that cannot be used ends with 78 and publishes nothing`(_ fault: String) throws {
    let workspace = try SmallInput().workspace()
    switch fault {
    case "0644": try workspace.write(Fixtures.key, to: "key", mode: 0o644)
    case "too short": try workspace.write(String(Fixtures.key.dropLast()), to: "key")
    default: break
    }
    let outcome = try workspace.program.run(SmallInput.run("--key-file", "key", "--quiet"))
    #expect(outcome.status == 78)
    #expect(outcome.messages.contains("[key-unusable]"))
    #expect(!outcome.messages.contains(Fixtures.key.prefix(16)))
    #expect(PublishedFolder(workspace.path("output")).latest == nil)
  }
}
