import GRDB
import Records

/// Takes runs and lines out of an output folder, so that a kill between any two steps is made good by whoever comes
/// next: what is to go stands in the casebook first, and only then goes from the disk.
struct RunRemoval {
  let store: CaseStore
  let runs: RunFolders

  /// Where files without the purged lines wait until the casebook says that they count.
  var staging: String { "\(runs.output)/\(Self.stagingName)" }

  static let stagingName = ".purging"

  /// Takes out the runs whose term is over.
  ///
  /// - Parameter tonight: The run that was just published; a late night may be over already, and is still to be read.
  func retire(under retention: Retention, sparing tonight: String) throws(CaseworkFault) {
    guard retention != Retention() else { return }
    let latest = Disk.target(of: runs.latest).map { String($0.split(separator: "/").last ?? "") }
    try store.write { database in
      let there = try Self.there(in: database)
      let over = retention.over(among: there, latest: latest, tonight: tonight)
      let newest = there.map(\.night).max() ?? ""
      try Self.retire(over, on: newest, for: .retention, in: database)
    }
    try finish()
  }

  /// Runs that were filed and not taken out.
  static func there(in database: Database) throws -> [FiledRun] {
    let retired = try Journal(in: database).retired
    return try FiledRun.all(in: database).filter { retired[$0.id] == nil }
  }

  /// Notes runs as taken out, and takes what they alone rest on out of the tables; `run.json` stays.
  static func retire(
    _ over: [FiledRun], on day: String, for cause: RetiredRun.Cause, in database: Database
  ) throws {
    guard !over.isEmpty else { return }
    let found = try TableSeal.sharedDigest(in: database)
    for run in over {
      let note = RetiredRun(run: run.id, manifest: run.manifestDigest, day: day, cause: cause)
      try Journal.add(Journal.Note(retired: note), on: day, in: database)
      try database.execute(sql: "DELETE FROM state WHERE run = ?", arguments: [run.seq])
      try database.execute(sql: "DELETE FROM party WHERE id = ?", arguments: [run.id])
    }
    let oldest = try there(in: database).map(\.seq).min() ?? .max
    try database.execute(
      sql: "DELETE FROM party WHERE run < ? AND id NOT IN (SELECT case_id FROM decision)", arguments: [oldest])
    try sweepFacts(in: database)
    try TableSeal.note(from: found, runs: over.map(\.seq), on: day, in: database)
  }

  /// Takes out what no case of any night and no decision rests on.
  static func sweepFacts(in database: Database) throws {
    try database.execute(
      sql: """
        DELETE FROM fact WHERE digest NOT IN (SELECT facts FROM state)
          AND digest NOT IN (SELECT facts FROM decision)
        """)
  }

  /// Does on the disk what the casebook says, as far as that is not done.
  func finish() throws(CaseworkFault) {
    let journal = try store.read { try Journal(in: $0) }
    try moveIn(journal.cut)
    var isChanged = false
    for id in journal.retired.keys.sorted() where Disk.kind(of: runs.folder(of: id)) == .folder {
      try Disk.remove(folder: runs.folder(of: id))
      isChanged = true
    }
    guard isChanged else { return }
    try Disk.sync(folder: runs.runs)
    try InputRecord(output: runs.output).keepOnly(Set(Disk.names(in: runs.runs)))
  }

  /// Puts files without the purged lines in the places of those with them, where the casebook names their digests; what
  /// it does not name belongs to a purge that never counted.
  private func moveIn(_ cut: [String: CutRun]) throws(CaseworkFault) {
    guard Disk.kind(of: staging) == .folder else { return }
    for id in Disk.names(in: staging) {
      guard let record = cut[id], Disk.kind(of: runs.folder(of: id)) == .folder else { continue }
      for name in Disk.names(in: "\(staging)/\(id)") {
        let path = "\(staging)/\(id)/\(name)"
        let bytes = try Disk.read(path)
        let isMeant = name == CutRun.fileName ? bytes == record.json : record.digest(of: name) == Digest.hex(of: bytes)
        if isMeant { try Disk.rename(path, to: "\(runs.folder(of: id))/\(name)") }
      }
      try Disk.sync(folder: runs.folder(of: id))
    }
    try Disk.remove(folder: staging)
    try Disk.sync(folder: runs.output)
  }
}
