import Testing

/// `run --name-frequency`: how many of a whole population bear each name.
@Suite struct NameFrequencyTests {
  /// The wife is known by name and birth date alone, so that it matters how many bear her name.
  private func workspace(_ list: String?, named name: String = "names.csv") throws -> Workspace {
    var input = SmallInput()
    input.files["pengurus.csv"] = input.files["pengurus.csv"]?.replacing(SmallInput.wifeNIK, with: "")
    let workspace = try input.workspace()
    if let list { try workspace.write(list, to: name) }
    return workspace
  }

  private func published(_ list: String?) throws -> PublishedFolder {
    let workspace = try workspace(list)
    try workspace.write(Fixtures.key + "\n", to: "key")
    let more = ["--key-file", "key"] + (list == nil ? [] : ["--name-frequency", "names.csv"])
    let outcome = try workspace.program.run(SmallInput.run() + more)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let folder = PublishedFolder(workspace.path("output"))
    kept.append(workspace)
    return folder
  }

  /// Keeps folders until the test is over.
  private final class Kept {
    var workspaces: [Workspace] = []
    func append(_ workspace: Workspace) { workspaces.append(workspace) }
  }
  private let kept = Kept()

  private func probability(_ folder: PublishedFolder) throws -> Double {
    try folder.table("person-links.csv").column("peluang").compactMap(Double.init).first ?? 0
  }

  private static let common = "nama;jumlah\nMaria;1500000\nFransiska;900000\nContoh;800000\n"

  @Test func `a list that makes a name common lowers its link, and the run is another`() throws {
    let (without, with) = (try published(nil), try published(Self.common))
    #expect(try probability(without) > 0.9)
    #expect(try probability(with) < (try probability(without)) - 0.05)
    #expect(with.latest != without.latest)
    #expect(try without.record().settings["name_frequency"] == "")
    #expect(try with.record().settings["name_frequency"] != "")
  }

  @Test func `the same list gives the same run, another list another`() throws {
    let first = try published(Self.common)
    #expect(try published(Self.common).latest == first.latest)
    // The list's form is no part of it, its numbers are.
    let others = [
      Self.common.replacing("\n", with: "\r\n"), Self.common.replacing(";", with: ","),
      Self.common.replacing("nama;jumlah", with: "NAME;Count"), Self.common + "Nahak;0\n",
    ]
    for list in others { #expect(try published(list).latest == first.latest) }
    #expect(try published(Self.common.replacing("800000", with: "800001")).latest != first.latest)
  }

  @Test func `a name that nobody bears here changes no link`() throws {
    let list = "nama;jumlah\nWilhelmus Tnunay;3\n"
    #expect(try abs(probability(published(list)) - probability(published(nil))) < 0.01)
  }

  struct Bad: CustomTestStringConvertible {
    let list: String?
    let reason: String
    var testDescription: String { reason }
  }

  @Test(arguments: [
    Bad(list: "nama;orang\nMaria;5\n", reason: "it needs the columns nama and jumlah"),
    Bad(list: "jumlah\n5\n", reason: "it needs the columns nama and jumlah"),
    Bad(list: "nama;jumlah\nMaria;5\nBria;banyak\n", reason: "line 3 has no whole number in jumlah"),
    Bad(list: "nama;jumlah\nMaria;1.500.000\n", reason: "line 2 has no whole number in jumlah"),
    Bad(list: "nama;jumlah\nMaria;-1\n", reason: "line 2 has no whole number in jumlah"),
    Bad(list: "nama;jumlah\nMaria;\n", reason: "line 2 has no whole number in jumlah"),
    Bad(list: "", reason: "the file is empty"), Bad(list: nil, reason: "no such file or directory"),
  ])
  func `a list that cannot be used ends with 66 and says why`(_ bad: Bad) throws {
    let workspace = try workspace(bad.list)
    let outcome = try workspace.program.run(SmallInput.run("--name-frequency", "names.csv", "--quiet"))
    #expect(outcome.status == 66)
    #expect(outcome.messages.hasPrefix("names.csv: error: cannot be used: \(bad.reason) [name-frequency]\n  remedy: "))
    #expect(!(try workspace.tree("").contains { $0.hasPrefix("output") }))
  }

  @Test func `numbers beyond all people are taken as they are`() throws {
    let list = "nama;jumlah\nMaria;\(Int.max)\nContoh;\(Int.max)\nMaria Contoh;\(Int.max)\nMaria;\(Int.max)\n"
    #expect(try probability(published(list)) < 1)
  }

  @Test func `rows of a list that cannot be read are told`() throws {
    let workspace = try workspace("nama;jumlah\nMaria;5\nFransiska\nContoh;7\n")
    let outcome = try workspace.program.run(SmallInput.run("--name-frequency", "names.csv"))
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("names.csv"))
  }
}
