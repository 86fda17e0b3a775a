import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { WorkspaceFault } from './recovery/workspace-fault.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

/** Exchanges that are copied at most, the newest; a review looks at no more of them. */
const mostExchanges = 5000

const ofEnvironment = 'WHERE environment_id = :environmentId'
const ofExchanges =
  'SELECT id FROM exchanges WHERE environment_id = :environmentId ORDER BY started_at DESC, rowid DESC LIMIT :most'

/** What is copied of each table, in the order in which one refers to another. */
const rows: Readonly<Record<string, string>> = {
  environments: 'WHERE deleted_at IS NULL',
  api_calls: ofEnvironment,
  data_key: '',
  secrets: 'WHERE environment_id IN (SELECT id FROM environments WHERE deleted_at IS NULL)',
  sealed_values: '',
  secret_origins: ofEnvironment,
  from_files: ofEnvironment,
  workspace_variables: '',
  unrecorded_environments: ofEnvironment,
  watches: ofEnvironment,
  probe_results: ofEnvironment,
  audit_events: '',
  audit_head: '',
  exchanges: `WHERE id IN (${ofExchanges})`,
  conclusions: `WHERE exchange_id IN (${ofExchanges})`,
}

/**
 * A copy in memory of what a workspace has of one environment, and of what is compared with it: other environments and their
 * secrets, sealed as they are. The file is only read, and what is done with the copy changes it nowhere.
 * @throws when the file is not there, is no workspace, or is of another version
 */
export function copyWorkspace(path: string, environmentId: string): Workspace {
  const source = new DatabaseSync(path, { readOnly: true })
  const copy = openWorkspace(':memory:')
  try {
    const { onlyConnection: target } = copy
    if (target === null) throw new WorkspaceFault({ code: 'workspace_older', evidence: { path } })
    for (const [table, which] of Object.entries(rows)) copyRows(source, target, { table, which, environmentId })
    // What is done with a copy is not of the trail.
    return { ...copy, path, audit: { ...copy.audit, add: () => {}, addSoon: () => false } }
  } catch (error) {
    copy.close()
    throw error
  } finally {
    source.close()
  }
}

function copyRows(
  source: DatabaseSync,
  target: DatabaseSync,
  { table, which, environmentId }: { table: string; which: string; environmentId: string },
): void {
  const columns = target
    .prepare(`SELECT name FROM pragma_table_info('${table}')`)
    .all()
    .map(({ name }) => String(name))
  const insert = target.prepare(
    `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const select = source.prepare(`SELECT ${columns.join(', ')} FROM ${table} ${which}`)
  select.setAllowUnknownNamedParameters(true)
  const named = { environmentId, most: mostExchanges }
  for (const row of select.iterate(named)) insert.run(...columns.map((column): SQLInputValue => row[column] ?? null))
}
