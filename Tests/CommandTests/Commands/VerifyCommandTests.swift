import Foundation
import Testing

@Suite struct VerifyCommandTests {
  private let workspace: Workspace
  private let published: PublishedFolder

  init() throws {
    workspace = try SmallInput().workspace()
    published = PublishedFolder(workspace.path("output"))
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
  }

  private var run: String { "output/\(published.latest ?? "")" }

  @Test func `a run as it was published is accepted, inputs and outputs`() throws {
    for target in [
      ["verify"], ["verify", "output"], ["verify", run], ["verify", "output/latest"], ["verify", run + "/"],
    ] {
      let outcome = try workspace.program.run(target)
      #expect(outcome.status == 0, "\(target)")
      #expect(outcome.output.contains("7 outputs, 5 inputs as recorded"), "\(target): \(outcome.everything)")
      #expect(outcome.messages == "", "\(target)")
    }
  }

  @Test(arguments: PublishedFolder.reports)
  func `an output that was changed, or is missing, ends with 65`(_ name: String) throws {
    let path = "\(run)/\(name)"
    let bytes = try workspace.bytes(path)
    try workspace.write(bytes + [0x0A], to: path)
    let changed = try workspace.program.run("verify", "output")
    #expect(changed.status == 65)
    #expect(changed.messages.contains("\(name): error:") && changed.messages.contains("[output-changed]"))
    try workspace.remove(path)
    let missing = try workspace.program.run("verify", "output")
    #expect(missing.status == 65)
    #expect(missing.messages.contains("[output-missing]"))
    #expect(missing.output == "")
    try workspace.write(bytes, to: path)
    #expect(try workspace.program.run("verify", "output").status == 0)
  }

  @Test func `a file that the run never wrote is named`() throws {
    try workspace.write("x", to: "\(run)/catatan.txt")
    let outcome = try workspace.program.run("verify", "output")
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("catatan.txt: error:") && outcome.messages.contains("[output-unlisted]"))
  }

  @Test func `a record that was damaged or taken away is no run`() throws {
    let bytes = try workspace.bytes("\(run)/run.json")
    try workspace.write(Array(bytes.dropLast(40)), to: "\(run)/run.json")
    #expect(try workspace.program.run("verify", "output").status == 65)
    try workspace.remove("\(run)/run.json")
    #expect(try workspace.program.run("verify", "output").status == 66)
  }

  @Test func `an input that was changed, or is missing, ends with 65`() throws {
    let bytes = try workspace.bytes("input/peserta.csv")
    try workspace.write(bytes + [0x0A], to: "input/peserta.csv")
    let changed = try workspace.program.run("verify", "output")
    #expect(changed.status == 65)
    #expect(changed.messages.contains("peserta.csv: error:") && changed.messages.contains("[input-changed]"))
    try workspace.remove("input/peserta.csv")
    let missing = try workspace.program.run("verify", "output")
    #expect(missing.status == 65)
    #expect(missing.messages.contains("[input-missing]"))
    try workspace.write(bytes, to: "input/peserta.csv")
    #expect(try workspace.program.run("verify", "output").status == 0)
  }

  @Test func `inputs that moved are found with --input, and their absence is no success`() throws {
    try FileManager.default.moveItem(atPath: workspace.path("input"), toPath: workspace.path("pindah"))
    #expect(try workspace.program.run("verify", "output").status == 66)
    let outcome = try workspace.program.run("verify", "output", "--input", "pindah")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("5 inputs as recorded"))
    try workspace.copy(workspace.path("pindah"), to: "lain")
    try workspace.write("x;y\n1;2\n", to: "lain/asing.csv")
    #expect(try workspace.program.run("verify", "output", "--input", "lain").status == 0)
  }

  @Test func `inputs of several folders, and of one file, are found again`() throws {
    for (name, text) in SmallInput().files { try workspace.write(text, to: "\(name.prefix(2))/\(name)") }
    let inputs = ["ke", "pa", "pe"]
    let arguments = ["run", "--input"] + inputs + ["input/paket.csv", "--output", "lain", "--as-of", Fixtures.asOf]
    #expect(try workspace.program.run(arguments).status == 0)
    #expect(try workspace.program.run("verify", "lain").output.contains("6 inputs as recorded"))
  }

  @Test func `an earlier night is still verified after a later one`() throws {
    let first = run
    try workspace.copy(workspace.path("input"), to: "input2")
    try workspace.write("nip;nama\n198501012010011001;Contoh Lain\n", to: "input2/lain.csv")
    let second = ["run", "--input", "input2", "--output", "output", "--as-of", "2026-11-24"]
    #expect(try workspace.program.run(second).status == 0)
    for target in [first, run] {
      let outcome = try workspace.program.run("verify", target)
      #expect(outcome.status == 0 && outcome.messages == "")
    }
    #expect(try workspace.program.run("verify", first).output.contains("5 inputs"))
    #expect(try workspace.program.run("verify", "output").output.contains("6 inputs"))
  }

  @Test func `a path with no run ends with 66`() throws {
    let outcome = try workspace.program.run("verify", "input")
    #expect(outcome.status == 66)
    #expect(outcome.messages.contains("[run-missing]") && outcome.messages.contains("remedy: "))
  }
}
