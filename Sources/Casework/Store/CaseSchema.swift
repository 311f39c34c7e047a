import GRDB

/// The casebook's tables. A migration that was ever released is never changed; another is added behind it.
enum CaseSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 runs, cases, decisions") { database in
      try database.execute(
        sql: """
          -- A run in the order of filing. A staged one is not published yet, and counts for nothing.
          CREATE TABLE run (
            seq INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            as_of TEXT NOT NULL,
            is_staged INTEGER NOT NULL CHECK (is_staged IN (0, 1)),
            -- The run that cases were compared with.
            predecessor TEXT,
            -- Decisions up to this one were known.
            decisions INTEGER NOT NULL,
            mark TEXT NOT NULL,
            manifest BLOB NOT NULL,
            manifest_digest TEXT NOT NULL,
            UNIQUE (id, is_staged)
          );
          -- What a case rested on; many nights share one.
          CREATE TABLE fact (digest TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
          CREATE TABLE state (
            run INTEGER NOT NULL REFERENCES run (seq) ON DELETE CASCADE,
            case_id TEXT NOT NULL,
            status TEXT NOT NULL,
            level TEXT NOT NULL,
            is_closed INTEGER NOT NULL CHECK (is_closed IN (0, 1)),
            facts TEXT NOT NULL REFERENCES fact (digest),
            identity TEXT NOT NULL,
            PRIMARY KEY (run, case_id)
          ) WITHOUT ROWID;
          CREATE INDEX state_by_case ON state (case_id);
          -- Every case that any run found, with the first night of it.
          CREATE TABLE matter (id TEXT PRIMARY KEY, first_night TEXT NOT NULL) WITHOUT ROWID;
          CREATE TABLE decision (
            seq INTEGER PRIMARY KEY,
            case_id TEXT NOT NULL REFERENCES matter (id),
            verdict TEXT NOT NULL,
            reason TEXT NOT NULL,
            note TEXT NOT NULL,
            decided_by TEXT NOT NULL,
            decided_on TEXT NOT NULL,
            -- The run that the auditor looked at, and what the case rested on there.
            run TEXT NOT NULL,
            level TEXT NOT NULL,
            facts TEXT NOT NULL REFERENCES fact (digest),
            identity TEXT NOT NULL,
            -- SHA-256 over the decision before it and this one.
            chain TEXT NOT NULL
          );
          CREATE TRIGGER decision_stays BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
          """)
    }
    migrator.registerMigration("2 removals, who stands where, the key") { database in
      try database.execute(
        sql: """
          -- What tells this key from another, without telling the key.
          ALTER TABLE run ADD COLUMN key_check TEXT;
          -- Who asked for a run in full; the journal has it once the run is published.
          ALTER TABLE run ADD COLUMN shown_to TEXT;
          -- What was taken out and what was shown, each entry resting on the one before.
          CREATE TABLE journal (seq INTEGER PRIMARY KEY, day TEXT NOT NULL, note TEXT NOT NULL, chain TEXT NOT NULL);
          CREATE TRIGGER journal_stays BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'entries are only added'); END;
          CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'entries are only added'); END;
          -- Whose numbers stand behind a case, a link or a run's rows set aside, as keyed digests.
          CREATE TABLE party (
            person TEXT NOT NULL,
            id TEXT NOT NULL,
            -- The last run that showed it.
            run INTEGER NOT NULL,
            PRIMARY KEY (person, id)
          ) WITHOUT ROWID;
          CREATE INDEX party_by_id ON party (id);
          -- Those of a run that is not published yet.
          CREATE TABLE staged_party (
            run INTEGER NOT NULL REFERENCES run (seq) ON DELETE CASCADE,
            person TEXT NOT NULL,
            id TEXT NOT NULL,
            PRIMARY KEY (run, person, id)
          ) WITHOUT ROWID;
          -- Decisions that were purged: their place in the chain is all that is left.
          CREATE TABLE erased_decision (seq INTEGER PRIMARY KEY, chain TEXT NOT NULL);
          """)
    }
    migrator.registerMigration("3 rows that are sealed") { database in
      let runs = try GRDB.Row.fetchAll(database, sql: "SELECT seq, as_of FROM run WHERE is_staged = 0 ORDER BY seq")
      guard let last = runs.last else { return }
      try TableSeal.note(
        from: TableSeal.sharedDigest(in: database), runs: runs.map { $0[0] as Int }, on: last[1], in: database)
    }
    return migrator
  }

  /// Tables, indexes and triggers that are missing, added or not as the migrations make them, in the order of names.
  static func differences(in database: Database) throws -> [String] {
    let fresh = try DatabaseQueue()
    try migrator.migrate(fresh)
    let expected = try fresh.read(objects(of:))
    return Set(expected.symmetricDifference(try objects(of: database)).map { $0[0] }).sorted()
  }

  private static func objects(of database: Database) throws -> Set<[String]> {
    let rows = try GRDB.Row.fetchAll(
      database, sql: "SELECT name, type, tbl_name, ifnull(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    return Set(rows.map { row in (0..<4).map { row[$0] as String } })
  }
}
