import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { newestBackup } from './recovery/backups.ts'
import { countAbove } from './tables/change-count.ts'
import { connect } from './connect.ts'
import { checkedTables, damagedRows, typedTables } from './recovery/damaged-rows.ts'
import type { FileProblem, LostLog } from '../../contract/workspace-fault.ts'
import { createDatabase, createWorkspaceFile } from './create.ts'
import { backupFolder, companions } from './files.ts'
import { damageOfFile } from './recovery/header.ts'
import { entriesChanged, reported, structureOfTyped, structureOfWhole } from './recovery/integrity.ts'
import { errorMessage } from '../error-message.ts'
import { keepDamagedLog } from './recovery/keep-log.ts'
import { migrate, schemaVersion } from './migrations/migrate.ts'
import { migrations } from './migrations/migrations.ts'
import { sqlite, sqliteCodeOf } from './sqlite-error.ts'
import { clearSuspicion, isSuspect } from './recovery/suspicion.ts'
import { damagedWorkspace, damageIn, newerWorkspace } from './recovery/workspace-fault.ts'
import { toWorkspaceFault } from './to-workspace-fault.ts'

export interface OpenedDatabase {
  database: DatabaseSync
  /** Whether its rows were rewritten for a newer version. */
  isMigrated: boolean
  /** What its log has lost, if anything. */
  lostLog: LostLog | null
}

/**
 * Opens the database file, or creates it where none has ever been, and brings its schema up to date. A file that cannot be
 * trusted is left as it is.
 * @throws WorkspaceFault
 */
export function openDatabase(file: string, now: number): OpenedDatabase {
  if (file === ':memory:') return { database: createDatabase(file), isMigrated: false, lostLog: null }
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    if (existsSync(file)) {
      const damage = damageOfFile(file)
      if (damage !== null) throw damagedWorkspace(file, damage)
    } else {
      if (wasUsed(file)) throw damagedWorkspace(file, 'missing')
      createWorkspaceFile(file)
    }
    chmodSync(file, 0o600)
    return openAfterLog(file, keepDamagedLog(file, now))
  } catch (error) {
    throw toWorkspaceFault(damageBehind(error, file), file)
  }
}

/** What a damaged log has lost is said also when the file cannot be used without what it held. */
function openAfterLog(file: string, lostLog: LostLog | null): OpenedDatabase {
  try {
    return { ...openExisting(file), lostLog }
  } catch (error) {
    const damaged = damageIn(error)
    if (lostLog === null || damaged === null) throw error
    throw damagedWorkspace(file, damaged.evidence.damage, damaged.evidence.problem, lostLog)
  }
}

function openExisting(file: string): Omit<OpenedDatabase, 'lostLog'> {
  const database = connect(file, 'FULL', (database) => {
    refuseOthers(database, file)
    refuseDamaged(database, file)
  })
  try {
    const isMigrated = migrate(database, file)
    // A backup that was restored, or an empty workspace, comes after all that there was.
    countAbove(database, newestBackup(file)?.change ?? 0)
    return { database, isMigrated }
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
  if (version > migrations.length) throw newerWorkspace(file, version, migrations.length)
  const ours = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'environments'").get()
  if (version === 0 || ours === undefined) throw damagedWorkspace(file, 'no_workspace')
}

/** Everything is looked at when something was noticed, and before a migration, which rewrites it; else what was typed. */
function refuseDamaged(database: DatabaseSync, file: string): void {
  const [problem] = structureOfTyped(database)
  if (problem !== undefined) throw damagedWorkspace(file, 'malformed', problem)
  const isWhole = isSuspect(file) || schemaVersion(database) < migrations.length
  const elsewhere = isWhole ? firstProblem(database) : null
  if (elsewhere !== null) throw damagedWorkspace(file, 'history_malformed', elsewhere)
  const rows = damagedRows(database, isWhole ? checkedTables(database) : typedTables(database))
  if (rows.length > 0) throw damagedWorkspace(file, 'rows_changed', entriesChanged(database, rows))
  if (isWhole) clearSuspicion(file)
}

function firstProblem(database: DatabaseSync): FileProblem | null {
  try {
    return structureOfWhole(database)[0] ?? null
  } catch (error) {
    if (error instanceof Error && sqliteCodeOf(error) === sqlite.corrupt) return reported(error.message)
    throw error
  }
}

/** The same for what SQLite says by an error. A table that is missing from an intact schema is damage, too. */
export function damageBehind(error: unknown, file: string): unknown {
  const code = sqliteCodeOf(error)
  const problem = reported(errorMessage(error))
  if (code === sqlite.noDatabase) return damagedWorkspace(file, 'no_database', problem)
  if (code === sqlite.corrupt || code === sqlite.error) return damagedWorkspace(file, 'malformed', problem)
  return error
}
