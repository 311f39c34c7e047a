import Foundation
import Glibc
import Testing

/// Writes that fail: a disk that is full or becomes read-only at any change, and a casebook that cannot be written.
///
/// A few changes are tried by default; `BENTURAN_FAULTS=1` tries each of them, which takes minutes.
@Suite(.enabled(if: KillShim.compiler != nil, "no C compiler: calls cannot be made to fail"))
struct CasebookFaultTests {
  struct Scene: CustomTestStringConvertible {
    let testDescription: String
    let fault: Int32
    /// Where changes fail, below the workspace.
    let below: String
    let arguments: [String]
    /// How many changes lie between two that are tried.
    let stride: Int
  }

  private static let isThorough = ProcessInfo.processInfo.environment["BENTURAN_FAULTS"] == "1"
  private static let night = SmallInput.run("--quiet", "--config", "benturan.toml")
  private static let who = ["--by", "Petugas Contoh", "--reason", "surat 12", "--as-of", Fixtures.asOf]
  private static let decide =
    ["review", "decide", "CASE", "--output", "output", "--verdict", "perlu_klarifikasi"] + who
  private static let purge = ["purge", "--output", "output", "--person", SmallInput.officialNIP] + who

  static let scenes = [(ENOSPC, "full"), (EROFS, "read-only")].flatMap { fault, word in
    [("output", "disk"), ("output/casebook.sqlite", "casebook")].flatMap { below, what in
      [("night", night, 31), ("decision", decide, 9), ("purge", purge, 31)].map { name, arguments, stride in
        Scene(
          testDescription: "\(name) on a \(word) \(what)", fault: fault, below: below, arguments: arguments,
          stride: isThorough ? 1 : stride)
      }
    }
  }

  @Test(arguments: scenes)
  func `a change that fails ends with 73 and a remedy, and the next attempt succeeds`(_ scene: Scene) throws {
    let workspace = try SmallInput().workspace()
    let shim = try KillShim(in: workspace)
    let published = PublishedFolder(workspace.path("output"))
    try workspace.write("[retention]\nnights = 2\n", to: "benturan.toml")
    for day in ["2026-11-20", "2026-11-21", "2026-11-22"] {
      let run = ["run", "--input", "input", "--output", "output", "--as-of", day]
      #expect(try workspace.program.run(run).status == 0)
    }
    let id = try #require(try published.table("flagged-pairs.csv").column("id_kasus").first)
    let arguments = scene.arguments.map { $0 == "CASE" ? id : $0 }
    let (latest, runs) = (published.latest, try workspace.tree("output/runs").count)
    try FileManager.default.moveItem(atPath: workspace.path("output"), toPath: workspace.path("before"))
    var (number, failures, successes) = (1 - scene.stride, 0, 0)
    // The last changes close files: what they leave is made good by whoever comes next, and the command is done.
    while successes < (Self.isThorough ? 8 : 1) {
      number += scene.stride
      try #require(number < 400, "the program is never done")
      try? FileManager.default.removeItem(atPath: workspace.path("output"))
      #expect(try workspace.program.run("/bin/cp", ["-a", "before", "output"]).status == 0)
      var program = workspace.program
      program.environment = shim.environment(failing: scene.fault, from: number, below: workspace.path(scene.below))
      let outcome = try program.run(arguments)
      let place: Comment = "change \(number): \(outcome.status ?? -1) \(outcome.messages)"
      try #require(outcome.status == 73 || outcome.status == 0, place)
      (failures, successes) = outcome.status == 0 ? (failures, successes + 1) : (failures + 1, 0)
      if outcome.status == 73 {
        try #require(outcome.messages.contains(": error: ") && outcome.messages.contains("remedy: "), place)
        try #require(outcome.messages.split(separator: "\n").count <= 4, place)
      }
      // What failed once readers saw the run is said, and the status is that of a published night.
      if outcome.status == 0, outcome.messages.contains(": error: ") {
        try #require(outcome.messages.contains("the night is published") && published.latest != latest, place)
      }
      if outcome.status == 73, scene.arguments == Self.night { try #require(published.latest == latest, place) }
      // Before anything is tidied up, `latest` is whole: the run of before, or the one that is published.
      let record = try published.record()
      try #require(record.asOf == "2026-11-22" || record.asOf == Fixtures.asOf, place)
      if scene.arguments != Self.night { try #require(published.latest == latest, place) }
      let verified = try workspace.program.run("verify", "output")
      try #require(verified.status == 0, "\(place)\n\(verified.messages)")
      if scene.arguments == Self.decide {
        try #require(
          verified.output.contains("\(outcome.status == 0 ? 1 : 0) decisions"), "\(place) \(verified.output)")
      }
      let again = try workspace.program.run(arguments)
      try #require(again.status == 0, "after \(place)\n\(again.messages)")
      let next = ["run", "--input", "input", "--output", "output", "--as-of", "2026-11-24", "--quiet"]
      try #require(try workspace.program.run(next).status == 0, place)
    }
    #expect(failures > 0 && runs > 3, "nothing failed")
  }
}
