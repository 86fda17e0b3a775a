import { app } from 'electron'
import type { Backup } from '../core/workspace/recovery/backups.ts'
import { damageIn } from '../core/workspace/recovery/workspace-fault.ts'
import { ask } from './ask.ts'
import { wantsAnotherTry } from './give-up.ts'
import { recover } from './recover.ts'

/**
 * Opens what needs the workspace, and asks the person as often as it fails; `open` is given the backup that was restored for it.
 * @throws what failed, when they quit
 */
export async function openWithHelp<Opened>(open: (restored: Backup | null) => Opened): Promise<Opened> {
  let restored: Backup | null = null
  for (;;) {
    try {
      return open(restored)
    } catch (error) {
      if (!(await mayGoOn(error, (backup) => (restored = backup)))) throw error
    }
  }
}

async function mayGoOn(error: unknown, restored: (backup: Backup) => void): Promise<boolean> {
  const damage = damageIn(error)
  if (damage === null) return wantsAnotherTry(error, app.getName(), ask)
  try {
    return await recover(damage, { ask, now: Date.now, restored })
  } catch (failure) {
    return wantsAnotherTry(failure, app.getName(), ask)
  }
}
