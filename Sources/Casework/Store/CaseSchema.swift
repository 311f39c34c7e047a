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
    return migrator
  }
}
