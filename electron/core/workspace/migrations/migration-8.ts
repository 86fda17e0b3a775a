/** Runs of the flow, kept with their environment. */
export const flowRuns = `
  CREATE TABLE flow_runs (
    id TEXT PRIMARY KEY,
    environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    started_at REAL NOT NULL,
    summary TEXT NOT NULL,
    summary_checksum BLOB,
    value TEXT NOT NULL,
    checksum BLOB
  ) STRICT;
  CREATE INDEX flow_runs_by_environment ON flow_runs (environment_id);
  `
