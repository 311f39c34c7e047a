import FoundationEssentials
import GRDB
import Records

/// A run as the casebook knows it.
struct FiledRun: Sendable {
  let seq: Int
  let id: String
  /// The night's date, ISO 8601.
  let night: String
  let predecessor: String?
  let decisions: Int
  let mark: RunMark
  /// `run.json` as it was published, without its timings; of runs of early versions with them.
  let manifest: [UInt8]
  let manifestDigest: String
  /// What tells the key that it was filed with from another; `nil` for runs of early versions.
  let keyCheck: String?
  /// Who asked for it in full; `nil` where it is masked.
  let shownTo: String?

  /// All that were published, in the order of filing.
  static func all(in database: Database) throws -> [FiledRun] {
    try GRDB.Row.fetchAll(database, sql: "SELECT * FROM run WHERE is_staged = 0 ORDER BY seq").map { try FiledRun($0) }
  }

  /// The run that was to be published when the program ended; `nil` where there is none.
  static func staged(in database: Database) throws -> FiledRun? {
    try GRDB.Row.fetchOne(database, sql: "SELECT * FROM run WHERE is_staged = 1").map { try FiledRun($0) }
  }

  /// Whether a run is of an earlier night than another, or of the same and filed before it.
  static func isOlder(_ left: FiledRun, _ right: FiledRun) -> Bool { (left.night, left.seq) < (right.night, right.seq) }

  private init(_ row: GRDB.Row) throws {
    (seq, id, night, predecessor) = (row["seq"], row["id"], row["as_of"], row["predecessor"])
    decisions = row["decisions"]
    let text: String = row["mark"]
    guard let mark = JSONText.value(RunMark.self, from: text.utf8) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a run cannot be read")
    }
    self.mark = mark
    let bytes: Data = row["manifest"]
    manifest = Array(bytes)
    manifestDigest = row["manifest_digest"]
    (keyCheck, shownTo) = (row["key_check"], row["shown_to"])
  }
}
