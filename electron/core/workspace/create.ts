import { DatabaseSync } from 'node:sqlite'
import { beginFile, finishFile, removeDatabase } from './files.ts'
import { migrate } from './migrations/migrate.ts'

/** A new database with the newest schema and nothing in it. */
export function createDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file)
  migrate(database, file)
  database.exec('PRAGMA foreign_keys = ON')
  return database
}

/** Under its final name a workspace is never empty, not even for a moment: one that is was emptied. */
export function createWorkspaceFile(workspace: string): void {
  const partial = `${workspace}.partial`
  try {
    beginFile(partial)
    createDatabase(partial).close()
    finishFile(partial, workspace)
  } finally {
    removeDatabase(partial)
  }
}
