import Foundation
import Glibc
import Testing

/// Kills at random moments of whatever changes the output folder, one after another in the same folder.
///
/// `BENTURAN_KILLS` says how many; few by default, so that all tests stay quick.
@Suite(.enabled(if: KillShim.compiler != nil, "no C compiler: the program cannot be killed at a chosen call"))
struct KillCampaignTests {
  private static let kills = ProcessInfo.processInfo.environment["BENTURAN_KILLS"].flatMap(Int.init) ?? 12

  /// What is killed, and about how many changes it makes.
  enum Action: CaseIterable {
    case run, decide, importList, purgeBefore, purgePerson

    var changes: Int {
      switch self {
      case .run: 120
      case .decide, .importList: 40
      // The casebook is written anew, page by page.
      case .purgeBefore, .purgePerson: 600
      }
    }
  }

  @Test func `never leave half a run, a lost casebook or a night that cannot be run`() throws {
    let workspace = try Workspace()
    let shim = try KillShim(in: workspace)
    var random = Seeded(9)
    var (world, day, killed) = (YearWorld(after: 40, &random), 1, [Action: Int]())
    try workspace.write("[retention]\nnights = 6\n", to: "benturan.toml")
    #expect(try workspace.program.run(night(day, world, workspace)).status == 0)
    var tries = 0
    while killed.values.reduce(0, +) < Self.kills {
      tries += 1
      try #require(tries < Self.kills * 20 + 100, "hardly anything was killed: \(killed)")
      // Nights most of all, since every other action needs one before it.
      let action = Bool.random(using: &random) ? .run : Action.allCases.randomElement(using: &random) ?? .run
      if action == .run { (day, world) = (day + 1, changed(world, &random)) }
      guard let arguments = try arguments(for: action, day, world, workspace, &random) else { continue }
      var program = workspace.program
      let outcome: Program.Outcome
      if Int.random(in: 0..<4, using: &random) == 0, let timer = Program.find("timeout") {
        let seconds = String(Double.random(in: 0.005...0.12, using: &random))
        outcome = try program.run(timer, ["-s", "KILL", seconds, Program.path] + arguments)
      } else {
        let change = Int.random(in: 1...action.changes, using: &random)
        program.environment = shim.environment(killingAt: change, below: workspace.path("output"))
        outcome = try program.run(arguments)
      }
      let place: Comment = "try \(tries), \(action), night \(day)"
      if outcome.signal == SIGKILL || outcome.status == 128 + SIGKILL { killed[action, default: 0] += 1 }
      try isWhole(workspace, place)
      let again = try workspace.program.run(arguments)
      try #require(again.status == 0, "\(place): \(again.messages)")
      try isWhole(workspace, place)
    }
    if Self.kills >= 100 { print("\(tries) tries, nights to \(day), killed: \(killed)") }
    for action in Action.allCases where Self.kills >= 100 { #expect(killed[action, default: 0] > 3, "\(killed)") }
    let last = try workspace.program.run(night(day + 1, world, workspace))
    #expect(last.status == 0 && last.everything == "")
    #expect(try workspace.program.run("verify", "output").status == 0)
    let names = try workspace.tree("output").filter { !$0.hasPrefix("runs/") && !PublishedFolder.isKept($0) }
    #expect(
      Set(names).isSubset(of: [".inputs", ".kept", ".lock", "casebook.sqlite", "key", "latest", "runs"]), "\(names)")
  }

  private func changed(_ world: YearWorld, _ random: inout Seeded) -> YearWorld {
    var world = world
    world.pass(&random)
    return world
  }

  private func night(_ day: Int, _ world: YearWorld, _ workspace: Workspace) throws -> [String] {
    for (name, text) in world.files { try workspace.write(text, to: "input/\(name)") }
    return [
      "run", "--input", "input", "--output", "output", "--as-of", Year.date(day), "--config", "benturan.toml",
      "--quiet",
    ]
  }

  /// `nil` where there is nothing to be done.
  private func arguments(
    for action: Action, _ day: Int, _ world: YearWorld, _ workspace: Workspace, _ random: inout Seeded
  ) throws -> [String]? {
    let today = ["--output", "output", "--as-of", Year.date(day)]
    let who = ["--by", "Petugas Contoh", "--reason", "alasan \(random.next() % 100_000)"]
    let rows = try PublishedFolder(workspace.path("output")).table("flagged-pairs.csv").rows
    let ids = rows.filter { $0["status"] != "hilang" }.compactMap { $0["id_kasus"] }
    switch action {
    case .run: return try night(day, world, workspace)
    case .decide:
      guard let id = ids.randomElement(using: &random) else { return nil }
      return ["review", "decide", id, "--verdict", "perlu_klarifikasi"] + who + today
    case .importList:
      guard !ids.isEmpty else { return nil }
      let lines = ids.prefix(3).map { "\($0);sudah_ditangani;\(who[3]);Ana Contoh" }
      try workspace.write(
        "id_kasus;keputusan;alasan;diputus_oleh\n\(lines.joined(separator: "\n"))\n", to: "daftar.csv")
      return ["review", "import", "daftar.csv", "--quiet"] + today
    case .purgeBefore: return ["purge", "--before", Year.date(max(1, day - 2))] + who + today
    case .purgePerson:
      guard let matter = world.matters.filter(\.isCase).randomElement(using: &random) else { return nil }
      return ["purge", "--person", String(matter.row(.official).prefix(18))] + who + today
    }
  }

  /// Whether `latest` is a whole run and every link of the chain holds.
  private func isWhole(_ workspace: Workspace, _ place: Comment) throws {
    let outcome = try workspace.program.run("verify", "output")
    let isInput = outcome.messages.split(separator: "\n").allSatisfy { $0.contains("[input-") }
    try #require(outcome.status == 0 || outcome.status == 65 && isInput, "\(place): \(outcome.messages)")
    let names = Set(try Tree.names(below: workspace.path("output/latest/.")))
    try #require(names.subtracting(["purged.json"]) == Set(PublishedFolder.reports + ["run.json"]), place)
  }
}
