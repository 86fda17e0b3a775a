import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'

/** What SQLite keeps beside a database in WAL mode; without them it may lack its latest changes. */
export const companions = ['-wal', '-shm'] as const

export const backupFolder = (workspace: string): string => path.join(path.dirname(workspace), 'backups')

/** Makes it where it is missing. Not `recursive`: on a read-only disk that says that there is no such folder. */
export function makeBackupFolder(workspace: string): string {
  const folder = backupFolder(workspace)
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
  return folder
}

/** A time for the names of files: UTC, which no move and no summer changes, and without the colons that Windows refuses. */
export function dated(time: number): string {
  const [day, clock = ''] = new Date(time).toISOString().split('T')
  return `${day} ${clock.slice(0, 8).replaceAll(':', '.')} UTC`
}

/** The first of `name.sqlite`, `name 2.sqlite`, … that is free in the folder. */
export function freeName(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const file = path.join(folder, number === 1 ? `${name}.sqlite` : `${name} ${number}.sqlite`)
    if (!existsSync(file)) return file
  }
}

/** An empty file that only its owner may read, in place of what was left there by a run that was cut off. */
export function beginFile(file: string): void {
  removeDatabase(file)
  closeSync(openSync(file, 'wx', 0o600))
}

/** Gives a finished file its name, so that a power cut leaves either none or all of it. */
export function finishFile(from: string, to: string): void {
  flush(from, 'r+')
  renameSync(from, to)
  // Windows can neither open nor flush a folder, and needs no such thing.
  if (process.platform !== 'win32') flush(path.dirname(to), 'r')
}

export function removeDatabase(file: string): void {
  for (const suffix of ['', '-journal', ...companions]) rmSync(`${file}${suffix}`, { force: true })
}

function flush(file: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(file, flags)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
