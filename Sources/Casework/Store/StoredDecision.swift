import GRDB
import Records

/// A decision as the casebook keeps it: with what the case rested on when it was given.
struct StoredDecision: Sendable {
  let decision: Decision
  let facts: String
  let identity: String

  /// Whether nothing that the decision rested on has changed since.
  ///
  /// That two records are not one person rests on the two records alone; everything else on all of the case.
  ///
  /// - Parameters:
  ///   - facts: The digest of all that the case rests on.
  ///   - identity: The digest of the records that were taken for one person.
  func holds(for facts: String, identity: String) -> Bool {
    decision.verdict == .notSamePerson ? self.identity == identity : self.facts == facts
  }

  func holds(for facts: CaseFacts) -> Bool { holds(for: facts.digest, identity: facts.identityDigest) }

  /// All decisions up to one, by case, the oldest first.
  static func all(upTo last: Int, in database: Database) throws -> [String: [StoredDecision]] {
    let rows = try GRDB.Row.fetchAll(
      database, sql: "SELECT * FROM decision WHERE seq <= ? ORDER BY seq", arguments: [last])
    var decisions: [String: [StoredDecision]] = [:]
    for row in rows {
      guard let verdict = Verdict(rawValue: row["verdict"]), let day = CalendarDate(iso: row["decided_on"]) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a decision cannot be read")
      }
      let id: String = row["case_id"]
      decisions[id, default: []].append(
        StoredDecision(
          decision: Decision(
            caseID: id, verdict: verdict, reason: row["reason"], note: row["note"], by: row["decided_by"], on: day),
          facts: row["facts"], identity: row["identity"]))
    }
    return decisions
  }
}

extension StoredDecision {
  /// Adds a decision with what its case rests on in a run; the chain takes in the decision before it.
  static func add(_ decision: Decision, on run: FiledRun, in database: Database) throws {
    guard
      let state = try GRDB.Row.fetchOne(
        database, sql: "SELECT * FROM state WHERE run = ? AND case_id = ?", arguments: [run.seq, decision.caseID])
    else { throw CaseworkFault.unknownCase(decision.caseID) }
    let last = try last(upTo: .max, in: database)
    let content = [
      last?.chain ?? "", decision.caseID, decision.verdict.rawValue, decision.reason, decision.note, decision.by,
      decision.on.description, run.id, state["level"], state["facts"], state["identity"],
    ]
    try database.execute(
      sql: """
        INSERT INTO decision
          (case_id, verdict, reason, note, decided_by, decided_on, run, level, facts, identity, chain, seq)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: StatementArguments(content.dropFirst() + [Digest.hex(of: JSONText.bytes(of: content))])
        + [(last?.seq ?? 0) + 1])
  }

  /// The last decision up to a number, whether it is still there or was purged; `nil` before the first.
  static func last(upTo number: Int, in database: Database) throws -> (seq: Int, chain: String)? {
    try GRDB.Row.fetchOne(
      database,
      sql: """
        SELECT seq, chain FROM decision WHERE seq <= ?1 UNION ALL SELECT seq, chain FROM erased_decision WHERE seq <= ?1
        ORDER BY seq DESC LIMIT 1
        """, arguments: [number]
    ).map { ($0[0], $0[1]) }
  }

  /// Works the chain out again.
  ///
  /// - Parameter erased: Chain digests of decisions that were purged, by their numbers; their content is gone, so these
  ///   are taken as they stand.
  /// - Returns: The chain's digest at each decision by its number, 0 for none, and whether each decision fits it.
  static func chain(
    in database: Database, erased: [Int: String] = [:]
  ) throws -> ([Int: String], [(seq: Int, fits: Bool)]) {
    var digests: [Int: String] = erased
    var decisions: [(seq: Int, fits: Bool)] = []
    let columns = "case_id, verdict, reason, note, decided_by, decided_on, run, level, facts, identity, chain, seq"
    for row in try GRDB.Row.fetchAll(database, sql: "SELECT \(columns) FROM decision ORDER BY seq") {
      let (seq, stored): (Int, String) = (row["seq"], row["chain"])
      let content = [digests[seq - 1] ?? ""] + (0..<10).map { row[$0] as String }
      decisions.append((seq, stored == Digest.hex(of: JSONText.bytes(of: content))))
      digests[seq] = stored
    }
    for row in try GRDB.Row.fetchAll(database, sql: "SELECT seq, chain FROM erased_decision") {
      let (seq, stored): (Int, String) = (row[0], row[1])
      if erased[seq] != stored { decisions.append((seq, false)) }
    }
    return (digests, decisions)
  }
}
