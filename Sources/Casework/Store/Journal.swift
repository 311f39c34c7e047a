import GRDB
import Records

/// What the casebook notes of runs taken out, of persons' data removed, of lists shown in full, and of its own rows:
/// only added, each entry with a digest over the one before.
struct Journal: Sendable {
  let entries: [Entry]

  /// One entry.
  struct Entry: Hashable, Sendable {
    let seq: Int
    /// The night or day of it, ISO 8601.
    let day: String
    let note: Note
    /// SHA-256 over the entry before it and this one.
    let chain: String
    /// Whether the chain's digest is right.
    let fits: Bool
  }

  /// What happened; exactly one of them.
  struct Note: Codable, Hashable, Sendable {
    var retired: RetiredRun?
    var purge: PurgeRecord?
    var shown: ShownRun?
    var seal: TableSeal?
  }

  /// All entries, the oldest first.
  init(in database: Database) throws {
    var last = ""
    entries = try GRDB.Row.fetchAll(database, sql: "SELECT seq, day, note, chain FROM journal ORDER BY seq").map {
      row in
      let (day, text, chain): (String, String, String) = (row[1], row[2], row[3])
      guard let note = JSONText.value(Note.self, from: text.utf8) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an entry of the journal cannot be read")
      }
      defer { last = chain }
      return Entry(
        seq: row[0], day: day, note: note, chain: chain, fits: chain == Self.chain(after: last, day: day, text))
    }
  }

  /// Adds an entry.
  static func add(_ note: Note, on day: String, in database: Database) throws {
    let last = try String.fetchOne(database, sql: "SELECT chain FROM journal ORDER BY seq DESC") ?? ""
    let text = String(decoding: JSONText.bytes(of: note), as: UTF8.self)
    try database.execute(
      sql: "INSERT INTO journal (day, note, chain) VALUES (?, ?, ?)",
      arguments: [day, text, chain(after: last, day: day, text)])
  }

  private static func chain(after last: String, day: String, _ text: String) -> String {
    Digest.hex(of: JSONText.bytes(of: [last, day, text]))
  }
}

extension Journal {
  /// Runs that were taken out, by their ids.
  var retired: [String: RetiredRun] {
    entries.compactMap(\.note.retired).reduce(into: [:]) { $0[$1.run] = $1 }
  }

  /// What purges left of runs that they cut, by the runs' ids.
  var cut: [String: CutRun] {
    entries.compactMap(\.note.purge).flatMap(\.runs).reduce(into: [:]) { $0[$1.run] = $1 }
  }

  /// Chain digests of decisions that were purged, by their numbers.
  var erased: [Int: String] {
    entries.compactMap(\.note.purge).flatMap(\.decisions).reduce(into: [:]) { $0[$1.seq] = $1.chain }
  }
}

/// A run whose folder was taken out; the casebook keeps its `run.json`.
struct RetiredRun: Codable, Hashable, Sendable {
  let run: String
  /// SHA-256 of its `run.json`.
  let manifest: String
  /// The date of it: the last night's, or the purge's.
  let day: String
  let cause: Cause

  /// What took it out.
  enum Cause: String, Codable, Sendable { case retention, purge }
}

/// A purge: who asked for it, when, why, whom it was about, and what went.
struct PurgeRecord: Codable, Hashable, Sendable {
  let by: String
  let on: String
  let reason: String
  /// Keyed digests of the numbers that were given.
  var persons: [String] = []
  /// The date before which all went; absent for persons.
  var before: String?
  /// What is left of runs that lines were taken out of.
  var runs: [CutRun] = []
  /// How many runs went as a whole.
  var retired = 0
  var cases = 0
  var states = 0
  var decisions: [ErasedDecision] = []

  /// A decision that went, by what the chain needs of it.
  struct ErasedDecision: Codable, Hashable, Sendable {
    let seq: Int
    let chain: String
  }
}

/// A list that was shown in full.
struct ShownRun: Codable, Hashable, Sendable {
  let run: String
  /// The login name.
  let by: String
  let command: String
  let reason: String
}
