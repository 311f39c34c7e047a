import Crypto
import GRDB

/// Digests of the casebook's rows that neither `run.json` nor the decisions' chain holds, noted in the journal whenever
/// the program changes such rows.
struct TableSeal: Codable, Hashable, Sendable {
  /// SHA-256 over a run's own rows, by its id, for the runs that were changed.
  let runs: [String: String]
  /// SHA-256 over what runs share: first nights of cases, whose numbers stand where, what cases rested on.
  let shared: String
  /// The same as it was found before the change; the seal before has it too, unless somebody else was there.
  let found: String

  /// Notes what changed.
  ///
  /// - Parameters:
  ///   - found: The digest of what runs share, before the change.
  ///   - runs: The numbers of runs of which rows were changed.
  ///   - day: The night or day of it, ISO 8601.
  static func note(from found: String, runs: some Sequence<Int>, on day: String, in database: Database) throws {
    var digests: [String: String] = [:]
    for number in runs {
      for (id, digest) in try digest(ofRun: number, in: database) { digests[id] = digest }
    }
    let seal = TableSeal(runs: digests, shared: try sharedDigest(in: database), found: found)
    try Journal.add(Journal.Note(seal: seal), on: day, in: database)
  }

  /// Over the published run with a number: what it was filed with, and how each case stood; with its id.
  private static func digest(ofRun number: Int, in database: Database) throws -> [(String, String)] {
    try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT id, as_of, predecessor, CAST(decisions AS TEXT), mark, key_check, shown_to, CAST(seq AS TEXT) FROM run
        WHERE seq = ? AND is_staged = 0
        """, arguments: [number]
    ).map { run in
      var digest = RowDigest()
      digest.add(run)
      try digest.add(
        """
        SELECT case_id, status, level, CAST(is_closed AS TEXT), facts, identity FROM state WHERE run = ? ORDER BY case_id
        """, [number], in: database)
      return (run[0], digest.text)
    }
  }

  static func sharedDigest(in database: Database) throws -> String {
    var digest = RowDigest()
    try digest.add("SELECT id, first_night FROM matter ORDER BY id", in: database)
    try digest.add("SELECT person, id, CAST(run AS TEXT) FROM party ORDER BY person, id", in: database)
    // What a run that never counted rested on may lie there too.
    try digest.add(
      """
      SELECT digest, CAST(body AS TEXT) FROM fact
      WHERE digest IN (SELECT facts FROM state WHERE run IN (SELECT seq FROM run WHERE is_staged = 0))
        OR digest IN (SELECT facts FROM decision)
      ORDER BY digest
      """, in: database)
    return digest.text
  }
}

extension TableSeal {
  /// Runs whose rows are not as they were sealed, and whether what runs share is.
  static func check(
    _ runs: [FiledRun], _ journal: Journal, in database: Database
  ) throws -> (runs: [String], isSharedWhole: Bool) {
    let seals = journal.entries.compactMap(\.note.seal)
    let known = seals.reduce(into: [String: String]()) { known, seal in known.merge(seal.runs) { $1 } }
    var changed: [String] = []
    for run in runs where try digest(ofRun: run.seq, in: database).first?.1 != known[run.id] { changed.append(run.id) }
    var isWhole = try runs.isEmpty || seals.last?.shared == sharedDigest(in: database)
    for (earlier, later) in zip(seals, seals.dropFirst()) where earlier.shared != later.found { isWhole = false }
    return (changed, isWhole)
  }

  /// The run that counts as staged although it was sealed as a published one.
  static func unpublished(in database: Database) throws -> String? {
    guard let staged = try FiledRun.staged(in: database)?.id else { return nil }
    let isPublished = try FiledRun.all(in: database).contains { $0.id == staged }
    let isSealed = try Journal(in: database).entries.contains { $0.note.seal?.runs[staged] != nil }
    return isSealed && !isPublished ? staged : nil
  }
}

/// SHA-256 over rows of texts, each with its length before it, so that no two tables read alike.
private struct RowDigest {
  private var hash = SHA256()

  mutating func add(_ sql: String, _ arguments: StatementArguments = [], in database: Database) throws {
    let rows = try GRDB.Row.fetchCursor(database, sql: sql, arguments: arguments)
    while let row = try rows.next() { add(row) }
    hash.update(data: [0x0A])
  }

  mutating func add(_ row: GRDB.Row) {
    var bytes: [UInt8] = []
    for place in 0..<row.count {
      guard let text: String = row[place] else {
        bytes.append(0x2D)
        continue
      }
      bytes += Array("\(text.utf8.count);".utf8) + Array(text.utf8)
    }
    hash.update(data: bytes)
  }

  var text: String { Digest.hex(hash.finalize()) }
}
