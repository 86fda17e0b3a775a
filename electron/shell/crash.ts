import { app, dialog, type BrowserWindow } from 'electron'
import { createBudget } from './budget.ts'
import type { Closing } from './closing.ts'

/**
 * Loads the page again when its process died or hangs, up to three times a minute; then the person decides. Drafts and
 * running calls are kept in main, so they are there afterwards. A window that is being closed is closed: a page that is loaded
 * again would call that off, and the end of the app with it.
 */
export function reviveAfterCrash(window: BrowserWindow, { isUnderWay: isClosing }: Pick<Closing, 'isUnderWay'>): void {
  let mayReload = createBudget(3, 60_000, () => performance.now())

  async function revive(reason: string): Promise<void> {
    if (window.isDestroyed()) return
    if (isClosing()) return window.destroy()
    if (mayReload() === null) {
      if (!(await wantsAnotherTry(window, reason))) return app.quit()
      mayReload = createBudget(3, 60_000, () => performance.now())
    }
    window.webContents.reload()
  }

  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void revive(reason)
  })
  // A page that hangs is ended, and so comes back by the way above. One that is stopped at a breakpoint only looks so.
  window.on('unresponsive', () => {
    if (!window.webContents.isDevToolsOpened()) window.webContents.forcefullyCrashRenderer()
  })
}

async function wantsAnotherTry(window: BrowserWindow, reason: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window keeps failing.',
    detail: `Its process ended several times within a minute (${reason}). Your environments are safe.`,
    buttons: ['Try again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0
}
