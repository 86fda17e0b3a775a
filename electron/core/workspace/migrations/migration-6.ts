/**
 * Binds secrets to the way they travel as well as to origins. What was allowed so far has no way yet: that in force is put
 * in by `adopt-ways.ts`, and until then it allows nothing.
 */
export const waysOfSecrets = `
  ALTER TABLE secret_origins RENAME TO secret_origins_before;
  CREATE TABLE secret_origins (
    environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    origin TEXT NOT NULL,
    -- JSON.
    way TEXT NOT NULL,
    checksum BLOB,
    PRIMARY KEY (environment_id, name, origin, way)
  ) STRICT;
  -- A row that was damaged is known by its rowid afterwards.
  INSERT INTO secret_origins (rowid, environment_id, name, origin, way)
    SELECT rowid, environment_id, name, origin, '' FROM secret_origins_before;
  DROP TABLE secret_origins_before;

  -- Origins and ways that came with a file, until a person types the same.
  CREATE TABLE from_files (
    environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    part TEXT NOT NULL,
    value TEXT NOT NULL,
    checksum BLOB,
    PRIMARY KEY (environment_id, part, value)
  ) STRICT;
  `
