import GRDB
package import Records

/// Removes what the casebook and the runs hold of some persons, or of all nights before a date, and records that it did.
///
/// Of persons, the lines that name them go out of every run's files, the latest's too, so that `latest` leads to a
/// whole run all the time; `run.json` names nobody and stays, which keeps the chain. A run that lines went out of is
/// never made again.
package struct Purge {
  private let output: String
  private let keyFile: String?

  /// - Parameters:
  ///   - output: The output folder.
  ///   - keyFile: The site's key; `nil` for the output folder's own.
  package init(output: String, keyFile: String?) { (self.output, self.keyFile) = (output, keyFile) }

  /// What is to go.
  package enum Target: Sendable {
    case persons([PersonNumber])
    /// All nights before the date, the run that `latest` names apart.
    case before(CalendarDate)
  }

  /// Who purges, when and why; it is recorded.
  package struct Order: Sendable {
    package let by: String
    package let on: CalendarDate
    package let reason: String

    package init(by: String, on day: CalendarDate, reason: String) { (self.by, on, self.reason) = (by, day, reason) }
  }

  /// Where the target stands, and what a purge removes.
  package struct Found: Encodable, Sendable {
    /// By run and file, how many rows go; a run that goes as a whole with all its rows.
    package var files: [File] = []
    /// Runs that go as a whole.
    package var retired: [String] = []
    package var cases = 0
    package var states = 0
    package var decisions = 0

    package struct File: Encodable, Sendable {
      package let run: String
      package let name: String
      package let rows: Int
    }
  }

  /// Looks where the target stands; changes nothing.
  package func look(for target: Target) throws(CaseworkFault) -> Found {
    try withStore { store, removal throws(CaseworkFault) in try plan(target, store, removal).found }
  }

  /// Removes the target and records it.
  package func carryOut(_ target: Target, _ order: Order) throws(CaseworkFault) -> Found {
    try withStore { store, removal throws(CaseworkFault) in
      let plan = try plan(target, store, removal)
      try SealedShelf.empty(in: output)
      try Disk.remove(file: "\(output)/\(CaseStore.backupName)")
      try stage(plan, on: order, removal)
      try store.write { try record(plan, target, order, in: $0) }
      try removal.finish()
      try store.compact()
      return plan.found
    }
  }

  private func withStore<Value>(
    _ body: (CaseStore, RunRemoval) throws(CaseworkFault) -> Value
  ) throws(CaseworkFault) -> Value {
    guard Disk.kind(of: "\(output)/\(CaseStore.fileName)") == .file else { throw .noCasebook(output) }
    let lock = try OutputLock(output: output)
    defer { extendLifetime(lock) }
    try KnownRuns(of: output).check()
    try Leftovers(output: output).clear()
    let store = try CaseStore(in: output)
    defer { store.close() }
    let runs = RunFolders(output: output)
    try RunFiling(store: store, runs: runs).recover()
    let removal = RunRemoval(store: store, runs: runs)
    try removal.finish()
    return try body(store, removal)
  }
}

extension Purge {
  /// What is to be done.
  private struct Plan {
    var found = Found()
    var persons: [String] = []
    /// Ids of cases, links and runs that name the persons.
    var ids: Set<String> = []
    var retired: [FiledRun] = []
    var cut: [(run: String, reports: [(name: String, report: CutReport)])] = []
    var erased: [PurgeRecord.ErasedDecision] = []
  }

  private func plan(_ target: Target, _ store: CaseStore, _ removal: RunRemoval) throws(CaseworkFault) -> Plan {
    var plan = Plan()
    let there = try store.read { try RunRemoval.there(in: $0) }
    switch target {
    case .persons(let numbers):
      let check = try store.read { try FiledRun.all(in: $0) }.last { $0.keyCheck != nil }?.keyCheck
      let key = try SiteKey(at: keyFile, orIn: output, expecting: check)
      plan.persons = numbers.map { $0.digest(key) }.sorted()
      plan.ids = try store.read { try Self.ids(of: plan.persons, in: $0) }
      if !plan.ids.isEmpty { for run in there { try cut(run, into: &plan, removal) } }
      plan.found.cases = plan.ids.count { $0.hasPrefix("BK-") }
    case .before(let date):
      let latest = Disk.target(of: removal.runs.latest)
      plan.retired = there.filter { $0.night < date.description && latest != removal.runs.target(of: $0.id) }
      plan.found.retired = plan.retired.map(\.id)
      for run in plan.retired {
        for output in PublishedRun(complete: removal.runs.folder(of: run.id))?.manifest.outputs ?? [] {
          plan.found.files.append(Found.File(run: run.id, name: output.name, rows: output.rows))
        }
      }
    }
    let (states, erased) = try store.read { try Self.rows(of: target, plan.ids, plan.retired, in: $0) }
    plan.erased = erased
    (plan.found.states, plan.found.decisions) = (states, erased.count)
    return plan
  }

  private static func ids(of persons: [String], in database: Database) throws -> Set<String> {
    var ids: Set<String> = []
    for person in persons {
      ids.formUnion(try String.fetchSet(database, sql: "SELECT id FROM party WHERE person = ?", arguments: [person]))
    }
    return ids
  }

  /// How many states go, and which decisions: those on the persons' cases, or those before the date on cases that no
  /// run still there has.
  private static func rows(
    of target: Target, _ ids: Set<String>, _ retired: [FiledRun], in database: Database
  ) throws -> (states: Int, erased: [PurgeRecord.ErasedDecision]) {
    let gone = Set(retired.map(\.seq))
    let states = try GRDB.Row.fetchAll(database, sql: "SELECT run, case_id FROM state").map {
      ($0[0] as Int, $0[1] as String)
    }
    let standing = Set(states.filter { !gone.contains($0.0) }.map(\.1))
    let decisions = try GRDB.Row.fetchAll(
      database, sql: "SELECT seq, chain, case_id, decided_on FROM decision ORDER BY seq")
    let erased = decisions.filter { row in
      let id: String = row[2]
      switch target {
      case .persons: return ids.contains(id)
      case .before(let date): return (row[3] as String) < date.description && !standing.contains(id)
      }
    }.map { PurgeRecord.ErasedDecision(seq: $0[0], chain: $0[1]) }
    return (states.count { gone.contains($0.0) || ids.contains($0.1) }, erased)
  }

  /// Looks for lines of a run that go.
  private func cut(_ run: FiledRun, into plan: inout Plan, _ removal: RunRemoval) throws(CaseworkFault) {
    guard let published = PublishedRun(complete: removal.runs.folder(of: run.id)) else { return }
    var reports: [(name: String, report: CutReport)] = []
    for output in published.manifest.outputs where output.name != CoverageRows.name {
      let bytes = try Disk.read("\(published.folder)/\(output.name)")
      let report = CutReport(of: output.name, bytes, without: plan.ids, run: run.id)
      guard report.removed > 0 else { continue }
      reports.append((output.name, report))
      plan.found.files.append(Found.File(run: run.id, name: output.name, rows: report.removed))
    }
    if !reports.isEmpty { plan.cut.append((run.id, reports)) }
  }

  /// Writes the files without the lines beside the runs; they count once the casebook names their digests.
  private func stage(_ plan: Plan, on order: Order, _ removal: RunRemoval) throws(CaseworkFault) {
    guard !plan.cut.isEmpty else { return }
    try Disk.makeFolder(removal.staging)
    for (run, reports) in plan.cut {
      let folder = "\(removal.staging)/\(run)"
      try Disk.makeFolder(folder)
      for (name, report) in reports { try Disk.write(report.bytes, to: "\(folder)/\(name)") }
      try Disk.write(record(of: run, reports, order).json, to: "\(folder)/\(CutRun.fileName)")
      try Disk.sync(folder: folder)
    }
    try Disk.sync(folder: removal.staging)
    try Disk.sync(folder: output)
  }

  /// What is left of a run, earlier purges of it among it.
  private func record(of run: String, _ reports: [(name: String, report: CutReport)], _ order: Order) -> CutRun {
    let earlier = CutRun(in: RunFolders(output: output).folder(of: run))?.outputs ?? []
    let now = reports.map { name, report in
      RunManifest.Output(
        name: name, rows: report.rows, bytes: report.bytes.count, sha256: Digest.hex(of: report.bytes))
    }
    let names = Set(now.map(\.name))
    return CutRun(
      run: run, on: order.on.description,
      outputs: (earlier.filter { !names.contains($0.name) } + now).sorted { $0.name < $1.name })
  }

  private func record(_ plan: Plan, _ target: Target, _ order: Order, in database: Database) throws {
    let day = order.on.description
    var record = PurgeRecord(by: order.by, on: day, reason: MessageText.masked(order.reason))
    record.persons = plan.persons
    if case .before(let date) = target { record.before = date.description }
    record.runs = plan.cut.map { self.record(of: $0.run, $0.reports, order) }
    (record.retired, record.decisions) = (plan.retired.count, plan.erased)
    (record.cases, record.states) = (plan.found.cases, plan.found.states)
    let found = try TableSeal.sharedDigest(in: database)
    var changed: Set<Int> = []
    for id in plan.ids {
      changed.formUnion(
        try Int.fetchSet(database, sql: "SELECT run FROM state WHERE case_id = ?", arguments: [id]))
    }
    for decision in plan.erased {
      try database.execute(
        sql: "INSERT INTO erased_decision (seq, chain) VALUES (?, ?)", arguments: [decision.seq, decision.chain])
      try database.execute(sql: "DELETE FROM decision WHERE seq = ?", arguments: [decision.seq])
    }
    for id in plan.ids.sorted() {
      try database.execute(sql: "DELETE FROM state WHERE case_id = ?", arguments: [id])
      try database.execute(sql: "DELETE FROM party WHERE id = ?", arguments: [id])
      try database.execute(sql: "DELETE FROM matter WHERE id = ?", arguments: [id])
    }
    try RunRemoval.sweepFacts(in: database)
    try TableSeal.note(from: found, runs: changed.sorted(), on: day, in: database)
    try RunRemoval.retire(plan.retired, on: day, for: .purge, in: database)
    try Journal.add(Journal.Note(purge: record), on: day, in: database)
  }
}
