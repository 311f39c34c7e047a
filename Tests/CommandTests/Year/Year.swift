import Foundation
import Testing

/// A year of nights in one output folder, each held against ``YearModel``.
struct Year {
  let seed: UInt64
  let workspace: Workspace
  private let shim: KillShim?
  private var random: Seeded
  private(set) var world = YearWorld()
  private(set) var model = YearModel(nightsKept: 12)
  private var ids: [Int: String] = [:]
  /// The folders of the model's runs.
  private var folders: [Int: String] = [:]
  private var skipped: [Int] = []
  private var reasons = 0
  private(set) var day = 0
  /// What happened how often, for the test to see that all of it did.
  private(set) var counts: [String: Int] = [:]

  init(seed: UInt64) throws {
    self.seed = seed
    random = Seeded(seed)
    workspace = try Workspace()
    shim = KillShim.compiler == nil ? nil : try KillShim(in: workspace)
    try workspace.write("[retention]\nnights = \(model.nightsKept)\n", to: "benturan.toml")
  }

  private var published: PublishedFolder { PublishedFolder(workspace.path("output")) }
  private var place: Comment { "seed \(seed), night \(Self.date(day)) (\(day))" }

  /// The date of a day of the year.
  static func date(_ day: Int) -> String {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = .withFullDate
    return formatter.string(from: Date(timeIntervalSince1970: 1_767_225_600 + Double(day - 1) * 86_400))
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  /// One day and its night.
  mutating func pass() throws {
    day += 1
    world.pass(&random)
    if !model.runs.isEmpty, chance(55) { try decide() }
    guard day == 1 || !chance(5) else {
      skipped.append(day)
      counts["skipped", default: 0] += 1
      return
    }
    try night(world, day)
    if chance(6) {
      if chance(50) { try decide() }
      counts["replayed", default: 0] += 1
      try night(world, day)
    }
    if chance(4), let earlier = model.runs.dropLast().last, !earlier.isRetired, earlier.night >= day - 5 {
      counts["replayed earlier", default: 0] += 1
      try night(earlier.world, earlier.night)
    }
    if chance(35), let late = skipped.popLast(), late >= day - 6 {
      counts["late", default: 0] += 1
      world.pass(&random)
      try night(world, late)
    }
    if chance(4) {
      // A better export of the same night.
      world.pass(&random)
      counts["told anew", default: 0] += 1
      try night(world, day)
    }
  }

  /// Runs a night, at times after it was killed, and holds what was published against the model.
  private mutating func night(_ world: YearWorld, _ day: Int) throws {
    for (name, text) in world.files { try workspace.write(text, to: "input/\(name)") }
    let arguments = [
      "run", "--input", "input", "--output", "output", "--as-of", Self.date(day), "--config", "benturan.toml",
      "--quiet", "--threads", String(Int.random(in: 1...3, using: &random)),
    ]
    while chance(9) { try kill(arguments) }
    let outcome = try workspace.program.run(arguments)
    try #require(
      outcome.status == 0 && outcome.everything == "", "\(place): \(outcome.status ?? -1) \(outcome.messages)")
    let run = model.file(world, night: day)
    let names = try FileManager.default.contentsOfDirectory(atPath: workspace.path("output/runs"))
    let new = Set(names.filter { $0.hasPrefix(Self.date(day)) }).subtracting(folders.values)
    try #require(new.count < 2, "\(place): \(new)")
    let folder = try #require(folders[run] ?? new.first, place)
    folders[run] = folder
    try check(model.runs[run].list, folder)
  }

  private mutating func kill(_ arguments: [String]) throws {
    guard let shim else { return }
    var program = workspace.program
    let change = Int.random(in: 1...110, using: &random)
    program.environment = shim.environment(killingAt: change, below: workspace.path("output"))
    if try program.run(arguments).signal != nil { counts["killed", default: 0] += 1 }
  }

  /// Holds the list of a run's folder against what the model says.
  private mutating func check(_ expected: YearModel.List, _ folder: String) throws {
    let rows = Table(try workspace.bytes("output/runs/\(folder)/flagged-pairs.csv")).rows
    try #require(published.latest == model.latest.flatMap { folders[$0] }.map { "runs/\($0)" }, place)
    try #require(rows.count == expected.listed.count + expected.gone.count, "\(place): \(rows.count) cases")
    for row in rows {
      let (id, status) = (row["id_kasus"] ?? "", row["status"] ?? "")
      counts[status, default: 0] += 1
      guard status != "hilang" else {
        try #require(expected.gone.contains { ids[$0] == id }, "\(place): \(id) is gone")
        continue
      }
      let matter = world.matters.first { $0.vendor == row["nama_penyedia"] }
      let number = try #require(matter?.number, "\(place): \(id)")
      try #require(ids[number] ?? id == id, "\(place): matter \(number) has another id")
      ids[number] = id
      let found = [status, row["tingkat"] ?? "", row["keputusan"] ?? ""]
      try #require(found == expected.listed[number], "\(place): matter \(number)")
    }
  }
}

extension Year {
  private static let verdicts = ["bukan_orang_sama", "sudah_ditangani", "perlu_klarifikasi", "selesai", "selesai"]

  /// One decision by command, or some in a list, at times after a kill.
  private mutating func decide() throws {
    guard let latest = model.latest else { return }
    let matters = model.runs[latest].cases.keys.sorted().shuffled(using: &random)
    let isList = chance(40)
    var (next, lines, isTaken) = (model, ["id_kasus;keputusan;alasan;diputus_oleh"], true)
    for number in matters.prefix(isList ? 3 : 1) {
      let verdict = Self.verdicts.randomElement(using: &random) ?? "selesai"
      let name = ["Ana Contoh", "Beni Contoh", "Citra Contoh"].randomElement(using: &random) ?? ""
      // A second signature follows a first one more often than chance would have it.
      reasons += 1
      // Each row of a list is held against the casebook as it was before the list.
      var alone = model
      isTaken = alone.decide(number, verdict, by: name) && isTaken
      _ = next.decide(number, verdict, by: name)
      lines.append("\(ids[number] ?? "");\(verdict);alasan \(reasons);\(name)")
    }
    guard lines.count > 1 else { return }
    try workspace.write(lines.joined(separator: "\n") + "\n", to: "daftar.csv")
    let cells = lines[1].split(separator: ";").map(String.init)
    let today = ["--output", "output", "--as-of", Self.date(day)]
    let arguments =
      isList
      ? ["review", "import", "daftar.csv", "--quiet"] + today
      : ["review", "decide", cells[0], "--verdict", cells[1], "--reason", cells[2], "--by", cells[3]] + today
    if isTaken, chance(10) { try kill(arguments) }
    let outcome = try workspace.program.run(arguments)
    let status: Int32 = isTaken ? 0 : isList ? 65 : 64
    try #require(outcome.status == status, "\(place): \(lines): \(outcome.everything)")
    counts[isTaken ? "decided" : "refused", default: 0] += 1
    if isTaken { model = next }
  }

  /// Walks the chain, and looks that nothing piles up on the disk.
  func verify() throws {
    let outcome = try workspace.program.run("verify", "output", "--input", "input")
    try #require(outcome.status == 0 || outcome.messages.contains("[input-changed]"), "\(place): \(outcome.messages)")
    try #require(!outcome.messages.contains("chain-") && !outcome.messages.contains("output-"), place)
    if outcome.status == 0 {
      let chain = "chain: \(model.runs.count) runs and \(model.decisions.count) decisions"
      try #require(outcome.output.contains(chain), "\(place): not \(chain): \(outcome.output.prefix(200))")
    }
    let names = try workspace.tree("output")
    let runs = Set(names.filter { $0.hasPrefix("runs/") }.map { $0.split(separator: "/")[1] })
    try #require(runs.count == model.runs.count { !$0.isRetired }, "\(place): \(runs.count) runs")
    let bytes = try Tree.files(below: workspace.path("output")).mapValues(\.count)
    let inRuns = bytes.filter { $0.key.hasPrefix("runs/") }.values.reduce(0, +)
    // Of each run the casebook keeps the manifest, some ten kilobytes, and little more.
    let kept = bytes.filter { $0.key.hasPrefix("casebook") }.values.reduce(0, +)
    try #require(inRuns < 300_000 * runs.count, "\(place): \(inRuns) bytes")
    try #require(kept < 40_000 * (model.runs.count + 20), "\(place): \(kept) bytes in the casebook")
  }
}
