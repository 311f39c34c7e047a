import Foundation
import Testing

/// Same inputs, configuration, key: same bytes.
@Suite struct DeterminismTests {
  private func night(_ workspace: Workspace, input: String = Fixtures.province, _ more: String...) throws
    -> PublishedFolder
  {
    try workspace.write(Fixtures.key + "\n", to: "key")
    let outcome = try workspace.program.run(Province.arguments(input: input, output: "output") + more)
    #expect(outcome.status == 0, "\(outcome.messages)")
    return PublishedFolder(workspace.path("output"))
  }

  @Test(arguments: ["1", "2", "8", "256"])
  func `the number of threads does not show`(_ threads: String) throws {
    let workspace = try Workspace()
    let published = try night(workspace, "--threads", threads)
    #expect(published.latest == (try Province.masked.get().published.latest))
    let (one, other) = (try published.files(), try Province.masked.get().published.files())
    #expect(one.keys.sorted() == other.keys.sorted())
    for (name, bytes) in one { #expect(other[name] == bytes, "\(name)") }
  }

  @Test func `a second run into the same output changes not a byte`() throws {
    let workspace = try Workspace()
    let published = try night(workspace)
    let before = try Tree.files(below: workspace.path("output"))
    let latest = published.latest
    #expect(try night(workspace, "--threads", "1").latest == latest)
    let after = try Tree.files(below: workspace.path("output"))
    #expect(after.filter { $0.key != ".lock" } == before.filter { $0.key != ".lock" })
  }

  @Test func `another key changes ids and nothing else`() throws {
    let workspace = try Workspace()
    try workspace.write(String(Fixtures.key.reversed()), to: "other")
    let published = try night(workspace, "--key-file", "other")
    let first = try Province.masked.get().published
    #expect(published.latest == first.latest)
    #expect(try published.bytes("coverage.csv") == first.bytes("coverage.csv"))
    let (one, other) = (try published.table("flagged-pairs.csv"), try first.table("flagged-pairs.csv"))
    #expect(Set(one.column("id_kasus")).isDisjoint(with: other.column("id_kasus")))
    #expect(one.lines.map { $0.dropFirst().filter { !$0.isEmpty }.count }.reduce(0, +) > 0)
    let facts = { (table: Table) in Set(table.lines.map { $0[3...].joined(separator: ";") }) }
    #expect(facts(one) == facts(other))
  }

  /// A copy of the province with other names and folders, in the opposite order.
  private func renamed(in workspace: Workspace) throws -> [String: String] {
    var names: [String: String] = [:]
    let files = try Tree.files(below: Fixtures.province)
    for (index, name) in files.keys.sorted(by: >).enumerated() {
      let folder = String(repeating: "sub/", count: index % 3)
      names[name] = "\(folder)\(index % 3)-\(index + 10).dat"
      try workspace.write(files[name] ?? [], to: "input/\(names[name] ?? "")")
    }
    return names
  }

  @Test func `names and folders of the input files show only where places are cited`() throws {
    let workspace = try Workspace()
    let names = try renamed(in: workspace)
    let moved = try night(workspace, input: "input")
    let first = try Province.masked.get().published
    let restored = { (text: String) in names.reduce(text) { $0.replacing($1.value, with: $1.key) } }
    for name in PublishedFolder.reports {
      let (text, other) = (restored(try moved.text(name)), try first.text(name))
      if text == other { continue }
      // Rows are cited in the order of the files, which is another now.
      let places = { (text: String) in
        text.split(separator: "\r\n").map { $0.components(separatedBy: ";").map(Self.sortedPlaces) }
      }
      if name.hasSuffix(".csv") { #expect(places(text) == places(other), "\(name)") }
      if name == "evidence.jsonl" { #expect(try Self.sorted(text) == Self.sorted(other)) }
    }
  }

  private static func sortedPlaces(_ cell: String) -> [String] {
    let parts = cell.components(separatedBy: " | ")
    return parts.contains { $0.contains("#") } ? parts.sorted() : parts
  }

  /// Each line's object as text, with its sources and lists of places in one order.
  private static func sorted(_ lines: String) throws -> [String] {
    func normal(_ value: Any) throws -> String {
      switch value {
      case let object as [String: Any]:
        return "{"
          + (try object.sorted { $0.key < $1.key }.map { "\($0.key):\(try normal($0.value))" }).joined(separator: ",")
          + "}"
      case let list as [Any]:
        let texts = try list.map(normal)
        let isPlaces = list.allSatisfy { ($0 as? String)?.contains("#") ?? ($0 as? [String: Any])?["sha256"] != nil }
        return "[" + (isPlaces ? texts.sorted() : texts).joined(separator: ",") + "]"
      default: return "\(value)"
      }
    }
    return try lines.split(separator: "\n").map {
      try normal(try JSONSerialization.jsonObject(with: Data($0.utf8)))
    }
  }

  @Test func `the order of rows does not change which cases there are`() throws {
    let workspace = try Workspace()
    try workspace.copy(Fixtures.province, to: "input")
    for name in try Tree.names(below: Fixtures.province) where name.hasSuffix(".csv") {
      var lines = try workspace.bytes("input/\(name)").split(separator: 0x0A)
      guard lines.count > 2, !lines.contains(where: { $0.count { $0 == 0x22 } % 2 == 1 }) else { continue }
      let header = lines.removeFirst()
      // A fixed shuffle: every third row, then the rest backwards.
      let order = lines.indices.filter { $0 % 3 == 1 } + lines.indices.reversed().filter { $0 % 3 != 1 }
      let shuffled = [header] + order.map { lines[$0] }
      try workspace.write(Array(shuffled.joined(separator: [0x0A])) + [0x0A], to: "input/\(name)")
    }
    let shuffled = try night(workspace, input: "input")
    let first = try Province.masked.get().published
    let facts = { (published: PublishedFolder) in
      Set(
        try published.table("flagged-pairs.csv").rows.map { row in
          ["id_kasus", "tingkat", "mutu_identitas", "peluang", "aturan", "jumlah_paket", "peringkat"].map {
            row[$0] ?? ""
          }
        })
    }
    #expect(try facts(shuffled) == facts(first))
    #expect(
      try Set(shuffled.table("person-links.csv").column("id_tautan"))
        == Set(first.table("person-links.csv").column("id_tautan")))
  }

  @Test func `the same files under two folders are read as one delivery in either order`() throws {
    let (one, other) = (try Workspace(), try Workspace())
    var ids: [[String]] = []
    for (workspace, order) in [(one, ["a", "b"]), (other, ["b", "a"])] {
      try workspace.write(Fixtures.key + "\n", to: "key")
      for (name, text) in SmallInput().files {
        try workspace.write(text, to: "\(name.hasPrefix("p") ? "a" : "b")/\(name)")
      }
      let arguments =
        ["run", "--input"] + order + ["--output", "output", "--as-of", Fixtures.asOf, "--key-file", "key"]
      #expect(try workspace.program.run(arguments).status == 0)
      ids.append(try PublishedFolder(workspace.path("output")).table("flagged-pairs.csv").lines.map { $0.joined() })
    }
    #expect(ids[0] == ids[1] && ids[0].count == 1)
  }
}
