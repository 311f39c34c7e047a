import GRDB
import Records

/// The casebook's cases and decisions, for review; a published run must be there.
package struct CaseDecisions: DecisionStore {
  private let output: String

  /// - Parameter output: The output folder.
  package init(output: String) { self.output = output }

  /// Every case of the last night, those that it found gone among them.
  package func cases() throws -> [ReviewCase] {
    let store = try open(toRead: true)
    defer { store.close() }
    let latest = try latest(in: store)
    let rows = PublishedRun(complete: RunFolders(output: output).folder(of: latest.id))?.flaggedRows() ?? [:]
    return try store.read { database in
      let decisions = try StoredDecision.all(upTo: .max, in: database)
      let states = try GRDB.Row.fetchAll(
        database, sql: "SELECT * FROM state WHERE run = ? ORDER BY case_id", arguments: [latest.seq])
      return try states.map { state in
        let id: String = state["case_id"]
        guard let level = Level(name: state["level"]) else {
          throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a level cannot be read")
        }
        let (facts, identity): (String, String) = (state["facts"], state["identity"])
        let given = decisions[id] ?? []
        let standing = Standing(
          of: given.lazy.filter { $0.holds(for: facts, identity: identity) }.map(\.decision), level: level)
        return ReviewCase(
          id: id, status: state["status"], level: level, row: rows[id] ?? [], decisions: given.map(\.decision),
          standing: standing)
      }
    }
  }

  /// Adds decisions on cases of the last night, each with what its case rests on there; the caller holds the output
  /// folder's lock.
  ///
  /// - Throws: ``CaseworkFault``; then none is added.
  package func append(_ decisions: [Decision]) throws {
    let store = try open()
    defer { store.close() }
    let runs = RunFolders(output: output)
    try RunFiling(store: store, runs: runs).recover()
    try RunRemoval(store: store, runs: runs).finish()
    let latest = try latest(in: store)
    try store.write { database in
      for decision in decisions { try StoredDecision.add(decision, on: latest, in: database) }
    }
  }

  /// - Parameter toRead: Whether it is enough to read, as is all that can be done in an archive.
  private func open(toRead: Bool = false) throws(CaseworkFault) -> CaseStore {
    guard Disk.kind(of: "\(output)/\(CaseStore.fileName)") == .file else { throw .noCasebook(output) }
    try KnownRuns(of: output).check()
    return toRead && !CaseStore.isWritable(in: output) ? try CaseStore(reading: output) : try CaseStore(in: output)
  }

  private func latest(in store: CaseStore) throws -> FiledRun {
    guard let latest = try store.read({ try FiledRun.all(in: $0) }).max(by: FiledRun.isOlder)
    else { throw CaseworkFault.noCasebook(output) }
    return latest
  }
}
