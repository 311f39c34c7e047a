import Foundation
import Testing

/// A night takes up what the one before left beside the runs; nobody may see that from its results.
@Suite struct FastNightTests {
  private static let nights = 3

  @Test(arguments: 1...10)
  func `nights that take up what is as it was equal nights that do all anew`(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let workspace = try Workspace()
    try workspace.copy(Fixtures.province, to: "input")
    try workspace.write(Fixtures.key + "\n", to: "key")
    try workspace.write("", to: "benturan.toml")
    var year = 2026
    var links = (asBefore: 0, new: 0)
    for night in 1...Self.nights {
      var before: [String: UInt64] = [:]
      if night > 1 {
        before = try inodes(workspace)
        try change(workspace, &random, &year)
      }
      let date = "\(year)-11-\(10 + night)"
      for (output, more) in [("fast", []), ("full", ["--full"])] {
        let outcome = try workspace.program.run(
          [
            "run", "--input", "input", "--output", output, "--as-of", date, "--key-file", "key", "--config",
            "benturan.toml",
          ]
            + more)
        try #require(outcome.status == 0, "seed \(seed), \(date), \(output): \(outcome.messages)")
      }
      let fast = try PublishedFolder(workspace.path("fast")).files()
      let full = try PublishedFolder(workspace.path("full")).files()
      try #require(fast.keys.sorted() == full.keys.sorted())
      for (name, bytes) in fast { #expect(bytes == full[name], "seed \(seed), \(date): \(name)") }
      let after = try inodes(workspace)
      links.asBefore += after.count { before[$0.key] == $0.value }
      links.new += after.count { before[$0.key] != $0.value }
    }
    // Both ways were gone.
    #expect(links.asBefore > 0 && links.new > 0, "seed \(seed): \(links)")
    for name in ["fast", "full"] {
      #expect(try workspace.program.run("verify", name).status == 0)
    }
  }

  /// What lies there, and whether it was written again.
  private func inodes(_ workspace: Workspace) throws -> [String: UInt64] {
    var found: [String: UInt64] = [:]
    for name in try workspace.tree("fast/.kept") {
      let facts = try FileManager.default.attributesOfItem(atPath: workspace.path("fast/.kept/\(name)"))
      found[name] = facts[.systemFileNumber] as? UInt64
    }
    return found
  }

  /// What happens between two nights.
  private func change(_ workspace: Workspace, _ random: inout Seeded, _ year: inout Int) throws {
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: year = 2027
      case 1:
        try workspace.write(
          "[screening]\nflag_threshold = 0.\(Int.random(in: 3...8, using: &random))\n", to: "benturan.toml")
      case 2: try damage(workspace, &random)
      case 3:
        let name = try file(workspace, &random)
        let new = "\((name as NSString).deletingPathExtension)-baru.\((name as NSString).pathExtension)"
        try FileManager.default.moveItem(atPath: workspace.path(name), toPath: workspace.path(new))
      default: try edit(workspace, try file(workspace, &random), &random)
      }
    }
  }

  private func file(_ workspace: Workspace, _ random: inout Seeded) throws -> String {
    let names = try workspace.tree("input").filter { $0.hasSuffix(".csv") || $0.hasSuffix(".xml") }
    return "input/" + (try #require(names.randomElement(using: &random)))
  }

  /// Takes a line out, doubles it, or changes a digit of it; of a file with an element in each line too.
  private func edit(_ workspace: Workspace, _ name: String, _ random: inout Seeded) throws {
    var lines = String(decoding: try workspace.bytes(name), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    guard lines.count > 4 else { return }
    for _ in 0..<max(1, lines.count / 100) {
      let place = Int.random(in: 2..<lines.count - 2, using: &random)
      let isTable = name.hasSuffix(".csv")
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where isTable: lines.remove(at: place)
      case 1 where isTable: lines.insert(lines[place], at: place)
      default:
        var bytes = Array(lines[place].utf8)
        let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
        if let digit = digits.randomElement(using: &random) {
          bytes[digit] = UInt8.random(in: 0x30...0x39, using: &random)
        }
        lines[place] = String(decoding: bytes, as: UTF8.self)
      }
    }
    try workspace.write(lines.joined(separator: "\n"), to: name)
  }

  /// Breaks one of the kept files, or puts it in another's place.
  private func damage(_ workspace: Workspace, _ random: inout Seeded) throws {
    let names = try workspace.tree("fast/.kept")
    guard let name = names.randomElement(using: &random), let other = names.randomElement(using: &random) else {
      return
    }
    var bytes = try workspace.bytes("fast/.kept/\(name)")
    guard !bytes.isEmpty else { return }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
    case 1: bytes[Int.random(in: bytes.indices, using: &random)] ^= 16
    default: bytes = try workspace.bytes("fast/.kept/\(other)")
    }
    try workspace.write(bytes, to: "fast/.kept/\(name)")
  }

  @Test func `what is kept is sealed, for the owner alone, and a purge takes it away`() throws {
    let workspace = try Workspace()
    var program = workspace.program
    program.umask = 0
    try workspace.write(Fixtures.key + "\n", to: "key")
    #expect(try program.run(Province.arguments(output: "output")).status == 0)
    let kept = try workspace.tree("output/.kept")
    #expect(kept.count > 5)
    let table = try PublishedFolder(workspace.path("output")).table("flagged-pairs.csv")
    let names = table.rows.compactMap { $0["nama_keluarga"] }.flatMap { $0.split(separator: " ") }
    let word = try #require(names.first { $0.count > 6 })
    for name in kept {
      let bytes = try workspace.bytes("output/.kept/\(name)")
      #expect(!String(decoding: bytes, as: UTF8.self).contains(word))
      let facts = try FileManager.default.attributesOfItem(atPath: workspace.path("output/.kept/\(name)"))
      #expect(facts[.posixPermissions] as? Int == 0o600)
    }
    let outcome = try program.run(
      "purge", "--output", "output", "--key-file", "key", "--person", "197904122005011001", "--by", "Uji", "--reason",
      "uji coba", "--as-of", Fixtures.asOf)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(!FileManager.default.fileExists(atPath: workspace.path("output/.kept")))
  }
}
