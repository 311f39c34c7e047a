import Foundation
import Testing

/// What the program says, and where.
@Suite struct ConsoleTests {
  static let commands = [
    "run", "inspect", "explain", "why-not", "review", "evaluate", "train", "verify", "purge", "rules", "init",
    "doctor",
  ]

  @Test func `--version prints the version alone`() throws {
    let outcome = try Workspace().program.run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
    #expect(outcome.messages == "")
  }

  @Test(arguments: [[]] + commands.map { [$0] })
  func `--help has an example`(_ command: [String]) throws {
    let outcome = try Workspace().program.run(command + ["--help"])
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    let name = (["benturan"] + command).joined(separator: " ")
    #expect(outcome.output.contains("Example: \(name)"))
    #expect(outcome.output.contains("USAGE: \(name)"))
  }

  @Test(arguments: commands)
  func `the overview names each command, and each has a page in the manual`(_ command: String) throws {
    #expect(try Workspace().program.run("--help").output.contains("\n  \(command) "))
    #expect(Tree.isFile("\(Fixtures.manual)/\(command).md"))
  }

  @Test func `--quiet says nothing on a good night, even where rows have faults`() throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("nip;nama;tanggal_lahir\n198501012010011001;Contoh;31/02/1985\n", to: "input/lain.csv")
    try workspace.write("a;b\n1;2\n", to: "input/asing.csv")
    let outcome = try workspace.program.run(SmallInput.run("--quiet"))
    #expect(outcome.status == 0)
    #expect(outcome.everything == "")
  }

  @Test(arguments: [[], ["--quiet"]])
  func `--log-format json gives one object a line`(_ more: [String]) throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("%PDF-1.7\n", to: "input/surat.pdf")
    let good = try workspace.program.run(SmallInput.run("--log-format", "json") + more)
    #expect(good.status == 0)
    try workspace.remove("input/keluarga.csv")
    try workspace.remove("input/pegawai.csv")
    let bad = try workspace.program.run(SmallInput.run("--log-format", "json") + more)
    #expect(bad.status == 65)
    for line in (good.messages + bad.messages).split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
      #expect(object?["level"] != nil && object?["message"]?.isEmpty == false)
    }
    #expect(good.messages.isEmpty == !more.isEmpty)
    #expect(bad.messages.contains(#""level":"error""#) && bad.messages.contains("dataset-missing"))
    #expect(bad.messages.contains("surat.pdf"))
  }

  @Test func `a file that is not read is named with its reason, and the night goes on`() throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("%PDF-1.7\n", to: "input/surat.pdf")
    try workspace.write([0xD0, 0xCF, 0x11, 0xE0, 0xA1], to: "input/tabel.xls")
    try workspace.write("", to: "input/kosong.csv")
    let outcome = try workspace.program.run(SmallInput.run())
    #expect(outcome.status == 0)
    for name in ["surat.pdf", "tabel.xls", "kosong.csv"] { #expect(outcome.messages.contains("\(name): error:")) }
    #expect(outcome.messages.contains("cases: "))
  }

  @Test func `names that begin with a dot are not read, nor links to folders`() throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("%PDF-1.7\n", to: "input/.surat.pdf")
    try workspace.write("%PDF-1.7\n", to: "input/.git/surat.pdf")
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path("input/atas"), withDestinationPath: workspace.path("input"))
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    #expect(try PublishedFolder(workspace.path("output")).record().inputs.count == SmallInput().files.count)
  }

  @Test func `a reader that closes the pipe early is no failure`() throws {
    let workspace = try Workspace()
    let command = "\"$0\" inspect \"$1\" | head -c 1; exit ${PIPESTATUS[0]}"
    let shell = try #require(Program.find("bash"))
    let outcome = try workspace.program.run(shell, ["-c", command, Program.path, Fixtures.province])
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
  }

  @Test func `inputs are never changed`() throws {
    let workspace = try Workspace()
    try workspace.copy(Fixtures.province, to: "input")
    let before = try Tree.files(below: workspace.path("input"))
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    #expect(try Tree.files(below: workspace.path("input")) == before)
    #expect(try workspace.tree("input") == Tree.names(below: Fixtures.province))
  }
}
