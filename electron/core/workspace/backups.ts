import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { backupFolder } from './files.ts'

/** How many rolling ones are kept. */
const kept = 7

export interface Backup {
  file: string
  /** Milliseconds since 1970: when what it holds was so. */
  at: number
  /** One of the seven, or the copy from before a schema version. */
  kind: 'rolling' | 'before_migration'
}

const rollingName = /^workspace (\d{4})-(\d\d)-(\d\d) (\d\d)\.(\d\d)\.(\d\d)(?: \d+)?\.sqlite$/
const copyName = /^before version \d+\.sqlite$/

/** The backups of a workspace, newest first; whether they are good shows when one is opened. */
export function listBackups(workspace: string): Backup[] {
  const folder = backupFolder(workspace)
  if (!existsSync(folder)) return []
  const backups = readdirSync(folder).flatMap((name): Backup[] => {
    const file = path.join(folder, name)
    const date = rollingName.exec(name)
    if (date !== null) {
      const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = date.slice(1).map(Number)
      return [{ file, at: new Date(year, month - 1, day, hour, minute, second).getTime(), kind: 'rolling' }]
    }
    return copyName.test(name) ? [{ file, at: statSync(file).mtimeMs, kind: 'before_migration' }] : []
  })
  return backups.toSorted((a, b) => b.at - a.at || b.file.localeCompare(a.file, 'en', { numeric: true }))
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
