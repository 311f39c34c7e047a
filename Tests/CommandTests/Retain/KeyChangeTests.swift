import Foundation
import Testing

/// The key that all ids rest on: lost, changed, or new on purpose.
@Suite struct KeyChangeTests {
  private let workspace: Workspace

  init() throws {
    workspace = try SmallInput().workspace()
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    try workspace.write(String(Fixtures.key.reversed()) + "\n", to: "other")
  }

  private static let nextNight = ["--as-of", "2026-11-24"]

  /// Holds the output folder against what it was.
  private func isUntouched(_ before: [String: [UInt8]], _ latest: String?) throws {
    #expect(try Tree.files(below: workspace.path("output")) == before)
    #expect(PublishedFolder(workspace.path("output")).latest == latest)
  }

  @Test(arguments: [["--key-file", "other"], []])
  func `another key is refused before anything is written`(_ more: [String]) throws {
    if more.isEmpty { try workspace.write(workspace.bytes("other"), to: "output/key") }
    let before = try Tree.files(below: workspace.path("output"))
    let latest = PublishedFolder(workspace.path("output")).latest
    let outcome = try workspace.program.run(SmallInput.run() + Self.nextNight + more)
    #expect(outcome.status == 78)
    #expect(
      outcome.messages.contains("the nights before were filed with another key, so every case would get a new id"))
    #expect(outcome.messages.contains("[key-unusable]") && outcome.messages.contains("  remedy: put the old key back"))
    try isUntouched(before, latest)
    let purge = ["purge", "--output", "output", "--person", SmallInput.officialNIP, "--dry-run"] + more
    #expect(try workspace.program.run(purge).status == 78)
    let doctor = try workspace.program.run(["doctor", "--output", "output"] + more)
    #expect(doctor.status == 78 && doctor.messages.contains("another key"))
  }

  @Test func `a lost key is not made anew, and the old one from its copy serves again`() throws {
    let key = try workspace.bytes("output/key")
    try workspace.remove("output/key")
    let before = try Tree.files(below: workspace.path("output"))
    let latest = PublishedFolder(workspace.path("output")).latest
    let outcome = try workspace.program.run(SmallInput.run() + Self.nextNight)
    #expect(outcome.status == 78)
    #expect(outcome.messages.contains("output/key: error: the key of the nights before is not there"))
    try isUntouched(before, latest)
    let doctor = try workspace.program.run("doctor", "--output", "output")
    #expect(doctor.status == 78 && doctor.output.contains("FAIL key output/key"))
    try workspace.write(key, to: "output/key")
    #expect(try workspace.program.run(SmallInput.run() + Self.nextNight).status == 0)
    let published = PublishedFolder(workspace.path("output"))
    #expect(try published.table("flagged-pairs.csv").column("status") == ["tetap"])
  }

  @Test func `a new key begins a new folder, and the old folder stays as it can be verified`() throws {
    #expect(try workspace.program.run(SmallInput.run() + ["--output", "baru"] + Self.nextNight).status == 0)
    let new = try PublishedFolder(workspace.path("baru")).table("flagged-pairs.csv")
    #expect(new.column("status") == ["baru"])
    let old = try PublishedFolder(workspace.path("output")).table("flagged-pairs.csv")
    #expect(Set(new.column("id_kasus")).isDisjoint(with: old.column("id_kasus")))
    for column in ["nip_pejabat", "nama_pejabat", "npwp_penyedia"] { #expect(new.column(column) == old.column(column)) }
    #expect(try workspace.program.run("verify", "output").status == 0)
  }
}
