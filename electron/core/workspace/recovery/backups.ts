import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { changeCountOf } from '../tables/change-count.ts'
import { backupFolder, dated, freeName } from '../files.ts'

/** How many rolling ones are kept. */
const kept = 7

export interface Backup {
  file: string
  /** Milliseconds since 1970: when what it holds was so, by the clock of that moment. */
  at: number
  /** How many changes led to what it holds; null in one of a version that did not count. The more, the newer. */
  change: number | null
  /** One of the seven, or the copy from before a schema version. */
  kind: 'rolling' | 'before_migration'
}

const date = String.raw`(\d{4})-(\d\d)-(\d\d) (\d\d)\.(\d\d)\.(\d\d)`
const rollingName = new RegExp(String.raw`^workspace ${date} UTC, change (\d+)(?: \d+)?\.sqlite$`)
/** Of the versions that did not count: in local time. */
const localName = new RegExp(String.raw`^workspace ${date}(?: \d+)?\.sqlite$`)
const copyName = /^before version \d+\.sqlite$/

/** The backups of a workspace, newest first; whether they are good shows when one is opened. */
export function listBackups(workspace: string): Backup[] {
  const folder = backupFolder(workspace)
  if (!existsSync(folder)) return []
  const backups = readdirSync(folder).flatMap((name) => readName(path.join(folder, name)) ?? [])
  return backups.toSorted(
    (a, b) =>
      (b.change ?? -1) - (a.change ?? -1) || b.at - a.at || b.file.localeCompare(a.file, 'en', { numeric: true }),
  )
}

/** The newest of the rolling ones. */
export function newestBackup(workspace: string): Backup | undefined {
  return listBackups(workspace).find(({ kind }) => kind === 'rolling')
}

/** A free name for a backup that is made now, by this clock. */
export function backupName(folder: string, now: number, change: number): string {
  return freeName(folder, `workspace ${dated(now)}, change ${change}`)
}

/** Removes the rolling backups beyond the seven newest. */
export function removeOldBackups(workspace: string): void {
  const rolling = listBackups(workspace).filter(({ kind }) => kind === 'rolling')
  for (const { file } of rolling.slice(kept)) rmSync(file, { force: true })
}

/** Removes what a run that was cut off left half written. */
export function removeUnfinished(workspace: string): void {
  const folder = backupFolder(workspace)
  for (const name of readdirSync(folder)) {
    if (name.includes('.sqlite.partial')) rmSync(path.join(folder, name), { force: true })
  }
}

function readName(file: string): Backup | null {
  const name = path.basename(file)
  const rolling = rollingName.exec(name)
  if (rolling !== null) {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, change = 0] = rolling.slice(1).map(Number)
    return { file, at: Date.UTC(year, month - 1, day, hour, minute, second), change, kind: 'rolling' }
  }
  const local = localName.exec(name)
  if (local !== null) {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = local.slice(1).map(Number)
    const at = new Date(year, month - 1, day, hour, minute, second).getTime()
    return { file, at, change: null, kind: 'rolling' }
  }
  if (!copyName.test(name)) return null
  return { file, at: statSync(file).mtimeMs, change: changeCountOf(file), kind: 'before_migration' }
}
