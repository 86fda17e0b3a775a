/** What the probes of a review found, and what was accepted of a review. */
export const reviews = `
  CREATE TABLE probe_results (
    environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    probe TEXT NOT NULL,
    -- Of the settings that it was sent with.
    settings TEXT NOT NULL,
    value TEXT NOT NULL,
    checksum BLOB,
    PRIMARY KEY (environment_id, probe)
  ) STRICT;

  UPDATE environments SET value = json_set(value, '$.accepted', json('[]'))
    -- What is no JSON is repaired when the workspace is opened.
    WHERE json_valid(value);
  `
