import Foundation
import Glibc
import Testing

/// A run that is killed between any two changes of the output folder, and in the midst of any write.
@Suite(.enabled(if: KillShim.compiler != nil, "no C compiler: the program cannot be killed at a chosen call"))
struct KillTests {
  /// What was published before, and the run that is killed.
  struct Scene: CustomTestStringConvertible {
    let testDescription: String
    /// Runs that were published before.
    var before: [[String]] = []
    let run: [String]
    /// Fewer changes than this mean that the scene misses what it is for.
    let least: Int
  }

  private static func night(_ more: String...) -> [String] { SmallInput.run() + more }

  private static let decision = [
    "review", "decide", "CASE", "--output", "output", "--verdict", "perlu_klarifikasi", "--reason", "r", "--by",
    "Auditor Satu", "--as-of", Fixtures.asOf,
  ]

  static let scenes = [
    Scene(testDescription: "the first night", run: night(), least: 35),
    Scene(testDescription: "the same night again", before: [night()], run: night(), least: 35),
    Scene(
      testDescription: "the same night after a decision, which replaces its run", before: [night(), decision],
      run: night(), least: 55),
    Scene(
      testDescription: "a night before the latest", before: [night(), night("--as-of", "2026-11-24")],
      run: night(), least: 10),
    Scene(
      testDescription: "a night after which an old one is pruned", before: [night(), night("--as-of", "2026-11-24")],
      run: night("--as-of", "2026-11-25", "--config", "benturan.toml"), least: 40),
    Scene(
      testDescription: "the second night, in another language", before: [night()],
      run: night("--as-of", "2026-11-24", "--lang", "en"), least: 35),
  ]

  @Test(arguments: scenes)
  func `leaves latest at a whole run, and the next night tidies up`(_ scene: Scene) throws {
    let workspace = try prepared(scene)
    let shim = try KillShim(in: workspace)
    let published = PublishedFolder(workspace.path("output"))
    var isDone = false
    var number = 0
    while !isDone {
      number += 1
      try #require(number < 400, "the program is never done")
      try reset(workspace)
      let latest = published.latest
      var program = workspace.program
      program.environment = shim.environment(killingAt: number, below: workspace.path("output"))
      let killed = try program.run(scene.run)
      isDone = killed.signal == nil
      if isDone { #expect(killed.status == 0) } else { #expect(killed.signal == SIGKILL) }
      try holds(workspace, hadLatest: latest != nil, "killed at change \(number)")
      let next = try workspace.program.run(scene.run + ["--quiet"])
      #expect(next.status == 0 && next.everything == "", "after a kill at change \(number): \(next.messages)")
      try isTidy(workspace, "after a kill at change \(number)")
    }
    #expect(number > scene.least)
  }

  /// Killed once, and killed again while it tidies up.
  @Test(arguments: [20, 40, 45, 50, 55, 60])
  func `tidying up may be killed too`(_ first: Int) throws {
    let scene = Self.scenes[2]
    let workspace = try prepared(scene)
    let shim = try KillShim(in: workspace)
    let output = workspace.path("output")
    try reset(workspace)
    var program = workspace.program
    program.environment = shim.environment(killingAt: first, below: output)
    guard try program.run(scene.run).signal != nil else { return }
    try FileManager.default.moveItem(atPath: output, toPath: workspace.path("half"))
    for second in stride(from: 3, through: 35, by: 4) {
      try? FileManager.default.removeItem(atPath: output)
      try copy(workspace, "half")
      program.environment = shim.environment(killingAt: second, below: output)
      #expect(try program.run(scene.run).signal == SIGKILL)
      try holds(workspace, hadLatest: true, "killed at changes \(first) and \(second)")
    }
    #expect(try workspace.program.run(scene.run).status == 0)
    try isTidy(workspace, "after kills at change \(first) and later")
  }

  /// A workspace with what was published before in `before`.
  private func prepared(_ scene: Scene) throws -> Workspace {
    let workspace = try SmallInput().workspace()
    try workspace.write("[retention]\nnights = 2\n", to: "benturan.toml")
    for run in scene.before {
      let published = PublishedFolder(workspace.path("output"))
      let id = try published.latest.flatMap { _ in try published.table("flagged-pairs.csv").column("id_kasus").first }
      let arguments = run.map { $0 == "CASE" ? id ?? "" : $0 }
      #expect(try workspace.program.run(arguments).status == 0, "\(arguments)")
    }
    if !scene.before.isEmpty {
      try FileManager.default.moveItem(atPath: workspace.path("output"), toPath: workspace.path("before"))
    }
    return workspace
  }

  private func reset(_ workspace: Workspace) throws {
    try? FileManager.default.removeItem(atPath: workspace.path("output"))
    if try workspace.tree("").contains("before") { try copy(workspace, "before") }
  }

  /// Copies a folder to `output`; links and modes stay.
  private func copy(_ workspace: Workspace, _ name: String) throws {
    #expect(try workspace.program.run("/bin/cp", ["-a", name, "output"]).status == 0)
  }

  private func holds(_ workspace: Workspace, hadLatest: Bool, _ when: String) throws {
    let published = PublishedFolder(workspace.path("output"))
    guard published.latest != nil else {
      #expect(!hadLatest, "latest is gone, \(when)")
      return
    }
    let outcome = try workspace.program.run("verify", "output")
    #expect(outcome.status == 0, "\(when): \(outcome.messages)")
    #expect(try Tree.names(below: workspace.path("output/latest/.")) == (PublishedFolder.reports + ["run.json"]))
  }

  private func isTidy(_ workspace: Workspace, _ when: String) throws {
    let names = try workspace.tree("output").filter { !$0.hasPrefix("runs/") && !PublishedFolder.isKept($0) }
    #expect(
      Set(names).isSubset(of: [".inputs", ".kept", ".lock", "casebook.sqlite", "key", "latest", "runs"]),
      "\(when): \(names)")
    let runs = try Set(workspace.tree("output/runs").compactMap { $0.split(separator: "/").first.map(String.init) })
    for run in runs {
      #expect(!run.hasPrefix("."), "\(when): \(run)")
      guard PublishedFolder(workspace.path("output")).latest != "runs/\(run)" else { continue }
      let outcome = try workspace.program.run("verify", "output/runs/\(run)")
      #expect(outcome.status == 0 && outcome.messages == "", "\(when): \(outcome.messages)")
    }
  }
}
