import { app, dialog } from 'electron'
import { describeFault } from './fault.ts'

/** Says why the app cannot go on, and ends it. */
export async function giveUp(error: unknown): Promise<void> {
  await dialog.showMessageBox({
    type: 'error',
    message: `${app.getName()} cannot go on.`,
    detail: describeFault(error),
    buttons: ['Quit'],
  })
  app.quit()
}
