/** Stored secrets, where they may go, what was done with them, keys for sharing; sources and notes of environments. */
export const secretsAndSharing = `
  UPDATE environments SET value = json_set(value, '$.secretSources', json('{}'), '$.notes', '')
    -- What is no JSON is repaired when the workspace is opened.
    WHERE json_valid(value);
  -- What a newer version of the app wrote into a shared file and this one does not know, as JSON.
  ALTER TABLE environments ADD COLUMN unknown TEXT NOT NULL DEFAULT '{}';

  CREATE TABLE data_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    value TEXT NOT NULL
  ) STRICT;

  CREATE TABLE secrets (
    environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    slot TEXT NOT NULL CHECK (slot IN ('current', 'next')),
    version INTEGER NOT NULL,
    set_at REAL NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (environment_id, name, slot)
  ) STRICT;

  CREATE TABLE secret_origins (
    environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    origin TEXT NOT NULL,
    PRIMARY KEY (environment_id, name, origin)
  ) STRICT;

  CREATE TABLE sealed_values (
    name TEXT PRIMARY KEY,
    sealed BLOB NOT NULL
  ) STRICT;

  CREATE TABLE sharing_contacts (
    kind TEXT NOT NULL CHECK (kind IN ('own', 'recipient', 'author')),
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (kind, key)
  ) STRICT;

  CREATE TABLE audit_events (
    id TEXT PRIMARY KEY,
    at REAL NOT NULL,
    value TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_events_by_time ON audit_events (at DESC);
  `
