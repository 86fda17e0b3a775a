import { constants, copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import { dated, freeName } from '../files.ts'
import { damageOfLog } from './log-damage.ts'
import { suspect } from './suspicion.ts'

/** What the last run had stored and a damaged log has lost. */
export interface LostLog {
  /** At least so many changes; null when their number is not known. */
  transactions: number | null
  /** Where the log is kept as it was found; null when it is gone. */
  keptAs: string | null
}

/**
 * Keeps a copy of a damaged log before SQLite replays what it can of it and discards the rest. Null when all of it can be
 * replayed. Everything is looked at then: what is left may not fit together.
 */
export function keepDamagedLog(workspace: string, now: number): LostLog | null {
  const damage = damageOfLog(workspace)
  if (damage === null) return null
  const log = `${workspace}-wal`
  const keptAs = existsSync(log) ? freeLogName(workspace, now) : null
  if (keptAs !== null) copyFileSync(log, keptAs, constants.COPYFILE_EXCL)
  suspect(workspace)
  return { ...damage, keptAs }
}

/** In words for a person. */
export function describeLostLog({ transactions, keptAs }: LostLog): string {
  const lost =
    transactions === null
      ? 'Some of what was stored last before the app ended'
      : `At least the last ${transactions === 1 ? 'change' : `${transactions} changes`} that the app had stored`
  const kept = keptAs === null ? 'The log itself is gone.' : `The log is kept as ${keptAs}.`
  return `${lost} can no longer be read: the log of the workspace was damaged on the disk. Everything before is there. ${kept}`
}

const freeLogName = (workspace: string, now: number): string =>
  `${freeName(path.dirname(workspace), `workspace ${dated(now)} damaged log`)}-wal`
