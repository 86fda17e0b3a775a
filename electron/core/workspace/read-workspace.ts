import { DatabaseSync } from 'node:sqlite'
import type { DamagedEntry } from '../../contract/damaged-entry.ts'
import type { WaySetting } from '../../contract/way.ts'
import { migrations } from './migrations/migrations.ts'
import { damagedEntry } from './recovery/damaged-entry.ts'
import { newerWorkspace, WorkspaceFault } from './recovery/workspace-fault.ts'
import type { Row } from './tables/checked-table.ts'
import { environmentTable, type StoredEnvironment } from './tables/environments.ts'
import { fromFileTable } from './tables/from-files.ts'
import { type Bound, originTable } from './tables/secret-bindings.ts'
import { dataKeyTable, type SealedSecret, secretTable } from './tables/secrets.ts'

/** What a request needs of a workspace, as it is at one moment. */
export interface ReadWorkspace {
  environments: readonly StoredEnvironment[]
  secrets: readonly SealedSecret[]
  /** Null while nothing was stored. */
  dataKey: object | null
  /** Where each secret of an environment may go, and the way there. */
  originsOf: (environmentId: string) => readonly Bound[]
  /** What came to an environment with a file. */
  fromFilesOf: (environmentId: string) => readonly WaySetting[]
  /** What is not as it was written; of these environments and origins, it is left out. */
  damaged: readonly DamagedEntry[]
}

/**
 * Reads a workspace that another program may have open; nothing is written.
 * @throws when the file is not there, is no workspace, or is of another version
 */
export function readWorkspace(path: string): ReadWorkspace {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
    if (version > migrations.length) throw newerWorkspace(path, version, migrations.length)
    if (version < migrations.length) {
      throw new WorkspaceFault({ code: 'workspace_older', evidence: { path } })
    }
    const damaged: DamagedEntry[] = []
    const noticed = (table: string, row: Row): void => void damaged.push(damagedEntry(database, table, row))
    const secretBindings = originTable(database, noticed)
    const fromFiles = fromFileTable(database, noticed)
    const environments = environmentTable(database, noticed).list()
    const found = new Map(
      environments.map(({ id }) => [id, { bound: secretBindings.all(id), fromFile: fromFiles.list(id) }]),
    )
    const dataKey = dataKeyTable(database, noticed).get()
    return {
      environments,
      secrets: secretTable(database, noticed).all(),
      dataKey: typeof dataKey === 'object' ? dataKey : null,
      originsOf: (id) => found.get(id)?.bound ?? [],
      fromFilesOf: (id) => found.get(id)?.fromFile ?? [],
      damaged,
    }
  } finally {
    database.close()
  }
}
