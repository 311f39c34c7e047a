/// What a published run amounts to, in numbers that speak of nobody.
package struct RunCounts: Sendable {
  /// A level and a status, as the lists print them.
  package struct Standing: Hashable, Comparable, Sendable {
    package let level: String
    package let status: String

    package static func < (left: Self, right: Self) -> Bool {
      (left.level, left.status) < (right.level, right.status)
    }
  }

  /// Cases listed.
  package private(set) var cases: [Standing: Int] = [:]
  /// Cases found and beyond the budget.
  package let leftOut: Int
  /// Rows of the files that feed a dataset; a file of several datasets counts for each.
  package private(set) var accepted: [String: Int] = [:]
  package private(set) var quarantined: [String: Int] = [:]
  /// Files of a known dataset that were not read to their end.
  package let partlyReadFiles: Int
  /// Files that nothing was read of.
  package let unreadFiles: Int
  package let alarms: [DriftAlarm]
  /// The night's date, ISO 8601.
  package let night: String
  /// By rule, of so many packages so many could be checked.
  package let coverage: [(rule: String, packages: Int, checked: Int)]
  /// Milliseconds by stage.
  package let timings: [String: Int]

  package init(_ run: PublishedRun) throws(PublishedRun.Fault) {
    let manifest = run.manifest
    leftOut = manifest.cases.leftOut
    let faulty = manifest.inputs.filter { $0.fault != nil }
    partlyReadFiles = faulty.count { !$0.datasets.isEmpty }
    unreadFiles = faulty.count - partlyReadFiles
    alarms = manifest.alarms ?? []
    night = manifest.asOf
    coverage = manifest.coverage.map { ($0.rule, $0.packages, $0.checked) }
    timings = manifest.timings
    for input in manifest.inputs {
      for dataset in input.datasets {
        accepted[dataset, default: 0] += input.rows.accepted
        quarantined[dataset, default: 0] += input.rows.quarantined
      }
    }
    let path = "\(run.folder)/\(FlaggedPairs.name)"
    guard let bytes = try? Disk.read(path), let lines = PublishedRun.table(bytes) else { throw .damaged(path) }
    // The table's order of columns is fixed: id, status, rank, level.
    for cells in lines.dropFirst() where cells.count > 3 {
      cases[Standing(level: cells[3], status: cells[1]), default: 0] += 1
    }
  }
}
