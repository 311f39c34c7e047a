import GRDB
import Records

/// The casebook as `doctor` looks at it: opened to read only, and neither made nor brought up to date.
package struct CasebookHealth: Sendable {
  /// What is wrong with the file or with the last run in it; `nil` where all is well.
  package private(set) var fault: CaseworkFault?
  /// How many runs it knows.
  package private(set) var runs = 0
  /// The date of the last night, ISO 8601.
  package private(set) var lastNight: String?
  private var keyCheck: String?

  /// - Parameter output: The output folder.
  /// - Returns: `nil` where it has no casebook.
  package init?(of output: String) {
    let path = "\(output)/\(CaseStore.fileName)"
    guard Disk.kind(of: path) == .file else { return nil }
    do {
      let database = try CaseStore.look(at: path)
      try database.read { database in
        let answers = try String.fetchAll(database, sql: "PRAGMA quick_check(1)")
        guard answers == ["ok"] else {
          throw CaseworkFault.damagedCasebook(path: path, reason: "its pages contradict each other")
        }
        try look(at: database, output)
      }
      try database.close()
    } catch {
      fault = CaseStore.fault(error, path)
    }
  }

  /// What stands among an output folder's runs, or is led to by `latest`, and is no run of its casebook; `nil` where
  /// the casebook cannot be read.
  package static func strangers(in output: String) -> [String]? { (try? KnownRuns(of: output))?.strangers }

  private mutating func look(at database: Database, _ output: String) throws {
    let rows = try GRDB.Row.fetchAll(database, sql: "SELECT * FROM run WHERE is_staged = 0 ORDER BY seq")
    runs = rows.count
    lastNight = rows.map { $0["as_of"] as String }.max()
    // The column came with the second migration.
    keyCheck = rows.compactMap { row in row.hasColumn("key_check") ? row["key_check"] as String? : nil }.last
    guard let last = rows.last else { return }
    let (id, digest): (String, String) = (last["id"], last["manifest_digest"])
    let bytes = try Disk.read("\(RunFolders(output: output).folder(of: id))/\(RunManifest.fileName)")
    guard RunManifest.fits(bytes, digest) else {
      throw CaseworkFault.damagedCasebook(path: id, reason: "the last run is not as it was filed")
    }
  }

  /// Whether the nights were filed with the key.
  ///
  /// - Throws: ``CaseworkFault`` for a key that is lost, cannot be used, or is another one.
  package func checkKey(at path: String?, in output: String) throws(CaseworkFault) {
    guard keyCheck != nil || path != nil || Disk.kind(of: "\(output)/key") != nil else { return }
    _ = try SiteKey(at: path, orIn: output, expecting: keyCheck)
  }
}
