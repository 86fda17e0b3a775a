/** Variables of the workspace, all in one row. */
export const workspaceVariables = `
  CREATE TABLE workspace_variables (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    value TEXT NOT NULL,
    checksum BLOB
  ) STRICT;
  `
