import Foundation
import Testing

/// Where inputs and outputs lie, and how their paths are written.
@Suite struct FoldersTests {
  @Test func `an output inside the input is never read as input`() throws {
    let workspace = try SmallInput().workspace()
    let arguments = ["run", "--input", "input", "--output", "input/hasil", "--as-of", Fixtures.asOf]
    let first = try workspace.program.run(arguments)
    if first.status == 64 { return }
    let published = PublishedFolder(workspace.path("input/hasil"))
    let inputs = try published.record().inputs.map(\.path)
    #expect(try workspace.program.run(arguments).status == 0)
    #expect(try published.record().inputs.map(\.path) == inputs)
  }

  @Test(arguments: ["output", "output/", "./output", "input/../output"])
  func `however the output's path is written, the run is found again with its inputs`(_ output: String) throws {
    let workspace = try SmallInput().workspace()
    let run = try workspace.program.run("run", "--input", "input/", "--output", output, "--as-of", Fixtures.asOf)
    #expect(run.status == 0)
    #expect(!run.messages.contains("//"))
    for target in [output, "output", "output/", "output/latest", "output/latest/", workspace.path("output")] {
      let outcome = try workspace.program.run("verify", target)
      #expect(outcome.output.contains("5 inputs as recorded"), "\(target): \(outcome.messages)")
    }
    let elsewhere = Program(in: workspace.path("output"))
    for target in [".", "latest", "../output"] {
      #expect(try elsewhere.run("verify", target).output.contains("5 inputs as recorded"), "\(target)")
    }
  }

  @Test(arguments: ["dua kata", "a\tb", "é", "-depan", "a;b", "%41"])
  func `a folder of any name is read and verified`(_ name: String) throws {
    let workspace = try Workspace()
    try SmallInput().write(to: name, in: workspace)
    let run = try workspace.program.run("run", "--input=./\(name)", "--output", "output", "--as-of", Fixtures.asOf)
    #expect(run.status == 0)
    #expect(try PublishedFolder(workspace.path("output")).table("flagged-pairs.csv").lines.count == 1)
    #expect(try workspace.program.run("verify", "output").output.contains("5 inputs as recorded"))
  }

  @Test func `the same folder given twice gives the same cases`() throws {
    let workspace = try SmallInput().workspace()
    try workspace.write(Fixtures.key, to: "key")
    let arguments = ["--output", "output", "--as-of", Fixtures.asOf, "--key-file", "key"]
    let published = PublishedFolder(workspace.path("output"))
    #expect(try workspace.program.run(["run", "--input", "input"] + arguments).status == 0)
    let cases = try published.table("flagged-pairs.csv").column("id_kasus")
    #expect(try workspace.program.run(["run", "--input", "input", "input"] + arguments).status == 0)
    #expect(try published.table("flagged-pairs.csv").column("id_kasus") == cases)
    #expect(try published.table("findings.csv").lines.count == 1)
  }

  @Test func `folders above the output are made, the owner's alone`() throws {
    let workspace = try SmallInput().workspace()
    var program = workspace.program
    program.umask = 0
    let arguments = ["run", "--input", "input", "--output", "tidak/ada/hasil", "--as-of", Fixtures.asOf]
    #expect(try program.run(arguments).status == 0)
    for folder in ["tidak", "tidak/ada", "tidak/ada/hasil"] {
      #expect(Tree.mode(workspace.path(folder)) == 0o700, "\(folder)")
    }
  }

  @Test func `an output that is a link to a folder is written through`() throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("", to: "disk/.simpan")
    try workspace.remove("disk/.simpan")
    try FileManager.default.createSymbolicLink(atPath: workspace.path("output"), withDestinationPath: "disk")
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    #expect(PublishedFolder(workspace.path("disk")).latest != nil)
    #expect(try workspace.program.run("verify", "output").status == 0)
  }

  @Test func `a latest that is no link is left alone`() throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("punya orang", to: "output/latest/surat.txt")
    let outcome = try workspace.program.run(SmallInput.run("--quiet"))
    #expect(outcome.status == 73)
    #expect(outcome.messages.contains("output/latest: error:"))
    #expect(try workspace.bytes("output/latest/surat.txt") == Array("punya orang".utf8))
  }
}
