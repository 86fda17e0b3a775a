import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { connect } from './connect.ts'
import { createDatabase, createWorkspaceFile } from './create.ts'
import { describeFailure } from './describe-failure.ts'
import { backupFolder, companions } from './files.ts'
import { problemsOfTyped, problemsOfWhole } from './integrity.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { migrations } from './migrations.ts'
import { sqlite, sqliteCodeOf } from './sqlite-error.ts'
import { clearSuspicion, isSuspect } from './suspicion.ts'
import { DamagedWorkspaceError, NewerWorkspaceError } from './workspace-fault.ts'

/**
 * Opens the database file, or creates it where none has ever been, and brings its schema up to date. A file that cannot be
 * trusted is left as it is.
 * @throws WorkspaceFault
 */
export function openDatabase(file: string): DatabaseSync {
  if (file === ':memory:') return createDatabase(file)
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    const size = statSync(file, { throwIfNoEntry: false })?.size
    if (size === 0) throw new DamagedWorkspaceError(file, 'empty')
    if (size === undefined) {
      if (wasUsed(file)) throw new DamagedWorkspaceError(file, 'missing')
      createWorkspaceFile(file)
    }
    chmodSync(file, 0o600)
    return openExisting(file)
  } catch (error) {
    throw describeFailure(describeDamage(error, file), file)
  }
}

function openExisting(file: string): DatabaseSync {
  const database = connect(file, 'FULL', (database) => refuseOthers(database, file))
  try {
    refuseDamaged(database, file)
    migrate(database, file)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Whether there has been a workspace: something of it, or of an earlier one, is left. */
function wasUsed(file: string): boolean {
  const setAside = (name: string): boolean => name.endsWith(' damaged.sqlite')
  const backups = backupFolder(file)
  return (
    companions.some((suffix) => existsSync(`${file}${suffix}`)) ||
    readdirSync(path.dirname(file)).some(setAside) ||
    (existsSync(backups) && readdirSync(backups).some((name) => name.endsWith('.sqlite')))
  )
}

function refuseOthers(database: DatabaseSync, file: string): void {
  const version = schemaVersion(database)
  if (version > migrations.length) throw new NewerWorkspaceError(file, version, migrations.length)
  if (version === 0) throw new DamagedWorkspaceError(file, 'no_workspace')
}

/** Everything is looked at when something was noticed, and before a migration, which rewrites it; else what was typed. */
function refuseDamaged(database: DatabaseSync, file: string): void {
  const [problem] = problemsOfTyped(database)
  if (problem !== undefined) throw new DamagedWorkspaceError(file, 'malformed', problem)
  if (!isSuspect(file) && schemaVersion(database) === migrations.length) return
  const [elsewhere] = problemsOfWhole(database)
  if (elsewhere !== undefined) throw new DamagedWorkspaceError(file, 'history_malformed', elsewhere)
  clearSuspicion(file)
}

/** The same for what SQLite says by an error. A table that is missing from an intact schema is damage, too. */
export function describeDamage(error: unknown, file: string): unknown {
  const code = sqliteCodeOf(error)
  const detail = error instanceof Error ? error.message : ''
  if (code === sqlite.noDatabase) return new DamagedWorkspaceError(file, 'no_database', detail)
  if (code === sqlite.corrupt || code === sqlite.error) return new DamagedWorkspaceError(file, 'malformed', detail)
  return error
}
