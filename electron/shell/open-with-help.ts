import { app } from 'electron'
import { damageIn } from '../core/workspace/recovery/workspace-fault.ts'
import { ask } from './ask.ts'
import { wantsAnotherTry } from './give-up.ts'
import { recover } from './recover.ts'

/** Opens what needs the workspace, and asks the person as often as it fails. @throws what failed, when they quit */
export async function openWithHelp<Opened>(open: () => Opened): Promise<Opened> {
  for (;;) {
    try {
      return open()
    } catch (error) {
      if (!(await mayGoOn(error))) throw error
    }
  }
}

async function mayGoOn(error: unknown): Promise<boolean> {
  const damage = damageIn(error)
  if (damage === null) return wantsAnotherTry(error, app.getName(), ask)
  try {
    return await recover(damage, { ask, now: Date.now })
  } catch (failure) {
    return wantsAnotherTry(failure, app.getName(), ask)
  }
}
