/**
 * What came of each exchange, what a person keeps with it, and what is not recorded; the chain of the audit trail; what was
 * usual of each environment, what differed from it, and what is watched; how much of the history is kept.
 */
export const historyAndDrift = `
  CREATE TABLE conclusions (
    exchange_id TEXT PRIMARY KEY REFERENCES exchanges (id) ON DELETE CASCADE,
    -- The fingerprint of the token that it issued; NULL where it issued none.
    issued TEXT,
    value TEXT NOT NULL,
    checksum BLOB
  ) STRICT;
  CREATE INDEX conclusions_by_issued ON conclusions (issued) WHERE issued IS NOT NULL;

  CREATE TABLE exchange_marks (
    exchange_id TEXT PRIMARY KEY REFERENCES exchanges (id) ON DELETE CASCADE,
    is_pinned INTEGER NOT NULL,
    -- As JSON: SQLite's text has neither NUL nor half of a surrogate pair.
    note TEXT NOT NULL,
    checksum BLOB
  ) STRICT;

  CREATE TABLE unrecorded_environments (
    environment_id TEXT PRIMARY KEY REFERENCES environments (id) ON DELETE CASCADE,
    checksum BLOB
  ) STRICT;

  -- By the place in the chain, from 1 without gaps; the seal, over the row and all before it, is NULL until there is a key.
  CREATE TABLE audit_rows (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at REAL NOT NULL,
    value TEXT NOT NULL,
    seal BLOB,
    checksum BLOB
  ) STRICT;
  INSERT INTO audit_rows (number, id, at, value)
    SELECT row_number() OVER (ORDER BY rowid), id, at, value FROM audit_events;
  DROP TABLE audit_events;
  ALTER TABLE audit_rows RENAME TO audit_events;
  CREATE TABLE audit_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    last INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    checksum BLOB
  ) STRICT;

  -- By environment and by what is requested: another scope is no drift.
  CREATE TABLE drift_baselines (
    environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    request TEXT NOT NULL,
    used_at REAL NOT NULL,
    value TEXT NOT NULL,
    checksum BLOB,
    PRIMARY KEY (environment_id, request)
  ) STRICT;

  CREATE TABLE drift_changes (
    id TEXT PRIMARY KEY,
    environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    at REAL NOT NULL,
    is_expected INTEGER NOT NULL,
    value TEXT NOT NULL,
    checksum BLOB
  ) STRICT;
  CREATE INDEX drift_changes_by_environment ON drift_changes (environment_id, at DESC);
  -- Counted at each start and after each change.
  CREATE INDEX drift_changes_unexpected ON drift_changes (environment_id) WHERE is_expected = 0;

  CREATE TABLE watches (
    environment_id TEXT PRIMARY KEY REFERENCES environments (id) ON DELETE CASCADE,
    value TEXT NOT NULL,
    checksum BLOB
  ) STRICT;

  -- Days, and MB of exchanges; 0 has no limit. The row is there from the start, so that one that is gone is no choice.
  CREATE TABLE history_limits (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    days INTEGER NOT NULL,
    megabytes INTEGER NOT NULL,
    checksum BLOB
  ) STRICT;
  INSERT INTO history_limits (id, days, megabytes) VALUES (1, 90, 500);
  `
