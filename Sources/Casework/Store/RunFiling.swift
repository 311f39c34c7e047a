import FoundationEssentials
import GRDB
import Records

/// Enters a run into the casebook in two steps around its publication, so that a kill between them is settled alike
/// by whoever comes next: a staged run counts once its folder stands.
struct RunFiling {
  let store: CaseStore
  let runs: RunFolders

  /// One of tonight's cases, as it is kept.
  struct State: Sendable {
    let id: String
    let progress: CaseProgress
    let level: Level
    let facts: CaseFacts
  }

  /// What a run is filed with beside its cases.
  struct Seal: Sendable {
    let mark: RunMark
    /// What tells the key from another.
    let keyCheck: String
    /// Who asked for the run in full; `nil` where it is masked.
    let shownTo: String?
    let parties: Parties
    /// Cases that are listed once more, as gone.
    let gone: [String]
  }

  /// Writes down what is about to be published.
  func stage(
    _ manifest: RunManifest, _ states: [State], history: CaseHistory, _ seal: Seal
  ) throws(CaseworkFault) {
    let (id, night, bytes) = (manifest.run, manifest.asOf, RunManifest.filed(manifest.json))
    try store.write { database in
      try database.execute(sql: "DELETE FROM run WHERE is_staged = 1")
      try database.execute(
        sql: """
          INSERT INTO run
            (id, as_of, is_staged, predecessor, decisions, mark, manifest, manifest_digest, key_check, shown_to)
          VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, night, history.predecessor?.id, history.horizon,
          String(decoding: JSONText.bytes(of: seal.mark), as: UTF8.self), Data(bytes),
          RunManifest.seal(of: bytes), seal.keyCheck, seal.shownTo,
        ])
      let run = database.lastInsertedRowID
      for state in states {
        let digest = state.facts.digest
        try database.execute(
          sql: "INSERT OR IGNORE INTO fact (digest, body) VALUES (?, ?)",
          arguments: [digest, Data(JSONText.bytes(of: state.facts))])
        try database.execute(
          sql: """
            INSERT INTO state (run, case_id, status, level, is_closed, facts, identity) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            run, state.id, state.progress.status.rawValue, state.level.name, state.progress.standing.state == .closed,
            digest,
            state.facts.identityDigest,
          ])
      }
      try stage(seal.parties, gone: seal.gone, run, in: database)
    }
  }

  private func stage(_ parties: Parties, gone: [String], _ run: Int64, in database: Database) throws {
    let insert = try database.makeStatement(
      sql: "INSERT OR IGNORE INTO staged_party (run, person, id) VALUES (?, ?, ?)")
    for entry in parties.entries { try insert.execute(arguments: [run, entry.person, entry.id]) }
    for id in gone {
      try database.execute(
        sql: "INSERT OR IGNORE INTO staged_party (run, person, id) SELECT ?, person, id FROM party WHERE id = ?",
        arguments: [run, id])
    }
  }

  /// Makes the staged run count, with its `run.json` as it stands in its folder.
  func confirm(_ id: String) throws(CaseworkFault) {
    let bytes = try Disk.read("\(runs.folder(of: id))/\(RunManifest.fileName)")
    // An early version's, which was killed before it came here, has no check of its timings: it is held with them.
    let filed = RunManifest.hasOwnTimings(bytes) ? RunManifest.filed(bytes) : bytes
    try store.write { database in
      let found = try TableSeal.sharedDigest(in: database)
      try database.execute(sql: "DELETE FROM run WHERE id = ? AND is_staged = 0", arguments: [id])
      try database.execute(
        sql: "UPDATE run SET is_staged = 0, manifest = ?, manifest_digest = ? WHERE id = ? AND is_staged = 1",
        arguments: [Data(filed), RunManifest.seal(of: bytes), id])
      try database.execute(
        sql: """
          INSERT INTO matter (id, first_night)
          SELECT state.case_id, run.as_of FROM state JOIN run ON run.seq = state.run WHERE run.id = ?
          ON CONFLICT (id) DO UPDATE SET first_night = min(first_night, excluded.first_night)
          """, arguments: [id])
      try database.execute(
        sql: """
          INSERT INTO party (person, id, run)
          SELECT person, staged_party.id, run FROM staged_party JOIN run ON run.seq = staged_party.run
          WHERE run.id = ?
          ON CONFLICT (person, id) DO UPDATE SET run = max(run, excluded.run)
          """, arguments: [id])
      try database.execute(sql: "DELETE FROM staged_party")
      guard let published = try FiledRun.all(in: database).first(where: { $0.id == id }) else { return }
      if let manifest = RunManifest(json: bytes) { try noteShown(manifest, to: published.shownTo, in: database) }
      try TableSeal.note(from: found, runs: [published.seq], on: published.night, in: database)
    }
  }

  /// Notes that a run was written in full, and for whom; nothing for a masked one.
  func noteShown(_ manifest: RunManifest, to name: String?, in database: Database) throws {
    guard let reason = manifest.unmaskReason else { return }
    let shown = ShownRun(
      run: manifest.run, by: name ?? "", command: "run --unmask", reason: MessageText.masked(reason))
    try Journal.add(Journal.Note(shown: shown), on: manifest.asOf, in: database)
  }

  /// Settles what a killed run left: its folder decides whether it was published.
  func recover() throws(CaseworkFault) {
    guard let staged = try store.read({ try FiledRun.staged(in: $0) }) else { return }
    let folder = runs.folder(of: staged.id)
    guard let published = PublishedRun(complete: folder), let meant = RunManifest(json: staged.manifest),
      published.manifest.withoutTimings == meant.withoutTimings
    else {
      try store.write { try $0.execute(sql: "DELETE FROM run WHERE is_staged = 1") }
      return
    }
    let others = try store.read { try FiledRun.all(in: $0) }.filter { $0.id != staged.id }
    try runs.lead(to: (others + [staged]).max(by: FiledRun.isOlder)?.id ?? staged.id)
    try confirm(staged.id)
  }
}
