import { DatabaseSync } from 'node:sqlite'
import { environmentTable, type StoredEnvironment } from './environments.ts'
import { migrations } from './migrations.ts'
import { NewerWorkspaceError } from './workspace-fault.ts'

/**
 * The environments of a workspace that another program may have open; nothing is written.
 * @throws when the file is not there, is no workspace, or is of another version
 */
export function readEnvironments(path: string): StoredEnvironment[] {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
    if (version > migrations.length) throw new NewerWorkspaceError(path, version, migrations.length)
    if (version < migrations.length) {
      throw new Error(`The workspace ${path} is of an older version. Open it in the app once to bring it up to date.`)
    }
    return environmentTable(database).list()
  } finally {
    database.close()
  }
}
