import FoundationEssentials
import GRDB
import Records

/// What the casebook knows before a run is filed: the night to compare with, and the decisions that count.
struct CaseHistory: Sendable {
  /// The night before, in the order of dates; `nil` for the first.
  let predecessor: FiledRun?
  /// The run's own record, where it was filed before.
  let filed: FiledRun?
  /// Whether a later run was filed, which rests on this one.
  let isSealed: Bool
  /// The run of a later night, or of the same filed later, that `latest` stays at; `nil` where this one leads.
  let newer: String?
  /// SHA-256 of the `run.json` filed last before this run; `nil` for the first.
  let previousDigest: String?
  /// Decisions up to this one count.
  let horizon: Int
  /// SHA-256 over the decisions that count, each over the one before; `nil` where there is none.
  let decisionChain: String?
  /// What the journal held when the run was filed, or holds now.
  let journal: RunManifest.JournalMark?
  /// Whether the run's folder was taken out, or lines of it were: it is not written again.
  let isWithdrawn: Bool
  /// `run.json` of runs whose folders were taken out, by their ids.
  let retired: [String: [UInt8]]
  /// What tells the site's key from another; `nil` before the first run.
  let keyCheck: String?
  private let states: [String: State]
  private let seen: Set<String>
  private let decisions: [String: [StoredDecision]]
  private let facts: [String: CaseFacts]

  private struct State: Sendable {
    let level: String
    let isClosed: Bool
    let facts: String
    let identity: String
  }

  /// - Parameters:
  ///   - id: The run's.
  ///   - asOf: The run's night.
  init(of id: String, asOf night: CalendarDate, in store: CaseStore) throws(CaseworkFault) {
    self = try store.read { try CaseHistory(of: id, asOf: night.description, in: $0) }
  }

  private init(of id: String, asOf night: String, in database: Database) throws {
    let runs = try FiledRun.all(in: database)
    let filed = runs.first { $0.id == id }
    self.filed = filed
    isSealed = filed.map { own in runs.contains { $0.seq > own.seq } } ?? false
    let notes = try Journal(in: database)
    isWithdrawn = notes.retired[id] != nil || notes.cut[id] != nil
    retired = runs.filter { notes.retired[$0.id] != nil }.reduce(into: [:]) { $0[$1.id] = $1.manifest }
    keyCheck = runs.last { $0.keyCheck != nil }?.keyCheck
    journal =
      filed.map { RunManifest(json: $0.manifest)?.casebook?.journal }
      ?? notes.entries.last.map { RunManifest.JournalMark(entries: $0.seq, sha256: $0.chain) }
    let there = runs.filter { notes.retired[$0.id] == nil }
    newer =
      there.filter { $0.id != id && ($0.night, $0.seq) > (night, filed?.seq ?? .max) }.max(by: FiledRun.isOlder)?.id
    predecessor =
      filed.map { own in there.first { $0.id == own.predecessor } }
      ?? there.filter { $0.id != id && $0.night <= night }.max(by: FiledRun.isOlder)
    previousDigest =
      filed == nil
      ? runs.last?.manifestDigest : runs.last { $0.seq < filed?.seq ?? 0 }?.manifestDigest
    let newest = try StoredDecision.last(upTo: .max, in: database)?.seq ?? 0
    horizon = isSealed ? filed?.decisions ?? newest : newest
    decisionChain = try StoredDecision.last(upTo: horizon, in: database)?.chain
    decisions = try StoredDecision.all(upTo: horizon, in: database)
    var states: [String: State] = [:]
    if let predecessor {
      for row in try GRDB.Row.fetchAll(database, sql: "SELECT * FROM state WHERE run = ?", arguments: [predecessor.seq])
      {
        states[row["case_id"]] = State(
          level: row["level"], isClosed: row["is_closed"], facts: row["facts"], identity: row["identity"])
      }
    }
    self.states = states
    seen = try String.fetchSet(
      database,
      sql: """
        SELECT id FROM matter WHERE first_night < ?
        UNION SELECT case_id FROM state JOIN run ON run.seq = state.run
          WHERE run.is_staged = 0 AND run.as_of <= ? AND run.id <> ? AND run.seq < ?
        """, arguments: [night, night, id, isSealed ? filed?.seq ?? .max : .max])
    let needed = Set(states.values.map(\.facts) + decisions.values.joined().map(\.facts)).sorted()
    var facts: [String: CaseFacts] = [:]
    for digest in needed {
      let body = try Data.fetchOne(database, sql: "SELECT body FROM fact WHERE digest = ?", arguments: [digest])
      facts[digest] = body.flatMap { JSONText.value(CaseFacts.self, from: $0) }
    }
    self.facts = facts
  }
}

extension CaseHistory {
  /// How one of tonight's cases stands to the night before.
  ///
  /// - Parameter mark: What tonight's run judges by.
  func progress(of id: String, _ now: CaseFacts, level: Level, mark: RunMark) -> CaseProgress {
    let given = decisions[id] ?? []
    let standing = Standing(of: given.lazy.filter { $0.holds(for: now) }.map(\.decision), level: level)
    guard let before = states[id] else {
      guard seen.contains(id) else { return CaseProgress(status: .new, standing: standing) }
      let back = Phrase("kasus muncul kembali", "the case is back")
      return CaseProgress(status: .reopened, reasons: [back], standing: standing)
    }
    if standing.state != .closed, wasClosed(before, given) {
      let lapsed = given.last { !$0.holds(for: now) }
      return CaseProgress(
        status: .reopened, reasons: reasons(from: lapsed?.facts ?? before.facts, to: now, mark), standing: standing)
    }
    if before.facts == now.digest { return CaseProgress(status: .same, standing: standing) }
    return CaseProgress(status: .changed, reasons: reasons(from: before.facts, to: now, mark), standing: standing)
  }

  /// Whether a case was closed when tonight began: by the night before, or by what was decided of it since.
  private func wasClosed(_ before: State, _ given: [StoredDecision]) -> Bool {
    guard !before.isClosed, let level = Level(name: before.level) else { return before.isClosed }
    let held = given.lazy.filter { $0.holds(for: before.facts, identity: before.identity) }.map(\.decision)
    return Standing(of: held, level: level).state == .closed
  }

  /// Cases of the night before that tonight does not find, in the order of their ids.
  ///
  /// - Parameter sources: Paths of tonight's files.
  func gone(besides found: Set<String>, mark: RunMark, sources: Set<String>) -> [GoneCase] {
    states.keys.filter { !found.contains($0) }.sorted().compactMap { id in
      states[id].map { before in
        GoneCase(id: id, level: before.level, reasons: reasonsForGoing(before.facts, mark, sources))
      }
    }
  }

  private func reasons(from digest: String, to now: CaseFacts, _ mark: RunMark) -> [Phrase] {
    guard let old = facts[digest] else { return [] }
    return CaseChange(old: old, new: now, oldRun: predecessor?.mark ?? mark, newRun: mark).reasons
  }

  private func reasonsForGoing(_ digest: String, _ mark: RunMark, _ sources: Set<String>) -> [Phrase] {
    guard let old = facts[digest] else { return [] }
    let files = old.rows.map(\.file).eachOnce.sorted()
    let missing = files.filter { !sources.contains($0) }
    if !missing.isEmpty {
      let names = missing.joined(separator: ", ")
      return [Phrase("data: berkas tidak ada malam ini: \(names)", "data: files are not there tonight: \(names)")]
    }
    let rules = old.points.map(\.rule).eachOnce
    let changed = predecessor.map { mark.difference(from: $0.mark, rules: rules) } ?? []
    if !changed.isEmpty { return changed }
    let names = files.joined(separator: ", ")
    return [
      Phrase(
        "data: baris yang mendasarinya berubah atau tidak ada lagi di \(names)",
        "data: rows on which it rested changed or are no longer in \(names)")
    ]
  }
}
