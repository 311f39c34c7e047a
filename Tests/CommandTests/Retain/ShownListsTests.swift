import Foundation
import Testing

/// Who saw numbers in full.
@Suite struct ShownListsTests {
  private static let unmasked = ["--unmask", "--reason", "surat tugas 7 198001012005011001"]

  private func notes(_ workspace: Workspace) throws -> [String] {
    let outcome = try workspace.program.run("verify", "output", "--json")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return try #require(object?["notes"] as? [String])
  }

  @Test func `a run in full is noted with who, why and which, and each look at it after`() throws {
    let workspace = try SmallInput().workspace()
    #expect(try workspace.program.run(SmallInput.run() + Self.unmasked).status == 0)
    let published = PublishedFolder(workspace.path("output"))
    let run = try #require(published.latest?.split(separator: "/").last)
    let login = try workspace.program.run("/usr/bin/id", ["-un"]).output.trimmingCharacters(in: .whitespacesAndNewlines)
    var expected = ["\(run): shown in full to \(login) (run --unmask: surat tugas 7 19**************01)"]
    #expect(try notes(workspace) == expected)
    let id = try #require(published.table("flagged-pairs.csv").column("id_kasus").first)
    #expect(try workspace.program.run("explain", id, "--run", "output").output.contains(SmallInput.officialNIP))
    let sheet = try workspace.program.run("review", "export", "--output", "output")
    #expect(sheet.output.contains(SmallInput.officialNIP))
    #expect(
      !(try workspace.program.run("review", "list", "--output", "output").everything.contains(SmallInput.officialNIP)))
    // The same night again is another look at it.
    #expect(try workspace.program.run(SmallInput.run() + Self.unmasked).status == 0)
    for command in ["explain \(id)", "review export", "run --unmask"] {
      expected.append("\(run): shown in full to \(login) (\(command): surat tugas 7 19**************01)")
    }
    #expect(try notes(workspace) == expected)
    #expect(try workspace.program.run("verify", "output").output.contains("shown in full to \(login)"))
  }

  @Test func `dossiers of the evaluation are noted, though the run is masked; masked looks are not`() throws {
    let workspace = try SmallInput().workspace()
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    let id = try #require(
      PublishedFolder(workspace.path("output")).table("flagged-pairs.csv").column("id_kasus").first)
    #expect(try workspace.program.run("explain", id, "--run", "output").status == 0)
    #expect(try workspace.program.run("review", "export", "--output", "output").status == 0)
    #expect(try notes(workspace) == [])
    try workspace.write("kunci_keluarga;nip;kunci_pengurus\nK1;198001012005011001;P1\n", to: "truth.csv")
    let evaluate = ["evaluate", "--truth", "truth.csv", "--run", "output", "--errors", "salah"]
    #expect(try workspace.program.run(evaluate).status == 0)
    let notes = try notes(workspace)
    #expect(notes.count == 1 && notes[0].contains("(evaluate --errors: dossiers hold names and numbers as written)"))
  }

  @Test func `a night that is not published notes nothing, and whoever takes an entry out is found`() throws {
    let workspace = try SmallInput().workspace()
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    for name in ["pegawai.csv", "keluarga.csv"] { try workspace.remove("input/\(name)") }
    #expect(try workspace.program.run(SmallInput.run() + Self.unmasked).status == 65)
    try SmallInput().write(to: "input", in: workspace)
    #expect(try notes(workspace) == [])
    #expect(try workspace.program.run(SmallInput.run() + Self.unmasked).status == 0)
    #expect(try workspace.program.run(SmallInput.run("--lang", "en")).status == 0)
    var bytes = try workspace.bytes("output/casebook.sqlite")
    let place = try #require(Data(bytes).range(of: Data("surat tugas 7".utf8), options: .backwards))
    bytes[place.lowerBound] ^= 1
    try workspace.write(bytes, to: "output/casebook.sqlite")
    let found = try workspace.program.run("verify", "output")
    #expect(found.status == 65 && found.messages.contains("error: "))
  }
}
