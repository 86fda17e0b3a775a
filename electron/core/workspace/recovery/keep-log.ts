import { constants, copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import type { LostLog } from '../../../contract/workspace-fault.ts'
import { dated, freeName } from '../files.ts'
import { damageOfLog } from './log-damage.ts'
import { suspect } from './suspicion.ts'

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

const freeLogName = (workspace: string, now: number): string =>
  `${freeName(path.dirname(workspace), `workspace ${dated(now)} damaged log`)}-wal`
