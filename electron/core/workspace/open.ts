import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { migrations } from './migrations.ts'

/** The workspace on disk was written by a newer version of the app; it is left as it is. */
export class NewerWorkspaceError extends Error {
  readonly found: number
  readonly known: number

  constructor(path: string, found: number, known: number) {
    super(
      `The workspace ${path} has schema version ${found}; this version of the app knows versions up to ${known}. ` +
        'Nothing was changed. Install the newer version of the app to open it.',
    )
    this.found = found
    this.known = known
  }
}

/**
 * Opens (or creates) the database file and brings its schema up to date in one transaction; `:memory:` lives as long as it
 * is open. `synchronous` FULL survives a power cut with every commit, NORMAL may lose the last ones.
 */
export function openDatabase(path: string, synchronous: 'FULL' | 'NORMAL'): DatabaseSync {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(path)
  try {
    if (path !== ':memory:') chmodSync(path, 0o600)
    database.exec('PRAGMA busy_timeout = 2000; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON')
    database.exec(`PRAGMA synchronous = ${synchronous}`)
    migrate(database, path)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function migrate(database: DatabaseSync, path: string): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
  if (version > migrations.length) throw new NewerWorkspaceError(path, version, migrations.length)
  if (version === migrations.length) return
  database.exec('BEGIN IMMEDIATE')
  try {
    for (const step of migrations.slice(version)) database.exec(step)
    database.exec(`PRAGMA user_version = ${migrations.length}; COMMIT`)
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}
