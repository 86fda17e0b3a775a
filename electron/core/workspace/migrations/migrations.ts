import { clientAuthenticationAndNetwork } from './migration-2.ts'
import { secretsAndSharing } from './migration-3.ts'
import { changeCounter } from './migration-4.ts'
import { rowChecksums } from './migration-5.ts'
import { folders } from './migration-7.ts'
import { flowRuns } from './migration-8.ts'
import { waysOfSecrets } from './migration-6.ts'
import { completeApiCalls } from './migration-9.ts'
import { variables } from './migration-10.ts'
import { workspaceVariables } from './migration-11.ts'
import { historyAndDrift } from './migration-12.ts'
import { reviews } from './migration-13.ts'

/**
 * One step per schema version, in order; a step is never changed once it has shipped.
 * `value` columns hold JSON of the contract's nouns, columns beside them what lists sort and filter by.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE environments (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    built_in INTEGER NOT NULL DEFAULT 0,
    deleted_at INTEGER,
    value TEXT NOT NULL
  ) STRICT;

  CREATE TABLE api_calls (
    id TEXT PRIMARY KEY,
    environment_id TEXT NOT NULL REFERENCES environments (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    value TEXT NOT NULL
  ) STRICT;
  CREATE INDEX api_calls_by_environment ON api_calls (environment_id, position);

  CREATE TABLE exchanges (
    id TEXT PRIMARY KEY,
    environment_id TEXT,
    started_at REAL NOT NULL,
    summary TEXT NOT NULL,
    value TEXT NOT NULL
  ) STRICT;
  CREATE INDEX exchanges_by_time ON exchanges (started_at DESC);
  CREATE INDEX exchanges_by_environment ON exchanges (environment_id, started_at DESC);
  `,
  clientAuthenticationAndNetwork,
  secretsAndSharing,
  changeCounter,
  rowChecksums,
  waysOfSecrets,
  folders,
  flowRuns,
  completeApiCalls,
  variables,
  workspaceVariables,
  historyAndDrift,
  reviews,
]
