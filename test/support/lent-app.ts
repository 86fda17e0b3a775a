import { setTimeout as pause } from 'node:timers/promises'
import type { ElectronApplication, Page } from '@playwright/test'
import { defaultPreferences } from '../../electron/contract/preferences.ts'
import { defaultSize } from '../../electron/shell/window-place.ts'
import { call } from './bridge.ts'
import type { RunningApp } from './running-app.ts'

/** An app that is started when it is first asked for, and lent to one test after another. */
export interface LentApp {
  profile: string
  /** The running app, with nothing in its window of the test before. */
  lend: () => Promise<RunningApp>
  close: () => Promise<void>
}

export function lentApp(profile: string, start: () => Promise<RunningApp>): LentApp {
  let running: RunningApp | undefined
  return {
    profile,
    lend: async () => {
      if (running === undefined) running = await start()
      else {
        await giveDefaultSize(running.app)
        await renewOnceLoaded(running.window)
      }
      await sandboxRuns(running.window)
      return running
    },
    close: async () => running?.close(),
  }
}

/** The window is there before the sandbox is; a test may begin with a request to it. */
async function sandboxRuns(window: Page): Promise<void> {
  for (let asked = 0; asked < 300; asked += 1) {
    if ((await call(window, 'sandboxStatus', undefined)).kind === 'running') return
    await pause(100)
  }
  throw new Error('The sandbox did not start within 30 s.')
}

function giveDefaultSize(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ BrowserWindow }, { width, height }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.webContents.setZoomLevel(0)
    window?.setSize(width, height)
  }, defaultSize)
}

/** A test may have ended while its page was being loaded, and what the page before is asked then has no answer. */
async function renewOnceLoaded(window: Page, attempts = 5): Promise<void> {
  try {
    await renew(window)
  } catch (error) {
    const wentAway = error instanceof Error && error.message.includes('Execution context was destroyed')
    if (!wentAway || attempts === 1) throw error
    await window.waitForLoadState()
    await renewOnceLoaded(window, attempts - 1)
  }
}

/** Takes away what a test added, and shows the window as at the first start. */
async function renew(window: Page, attempts = 5): Promise<void> {
  const environments = await call(window, 'listEnvironments', undefined)
  for (const { id, builtIn } of environments) {
    if (!builtIn) await call(window, 'deleteEnvironment', { environmentId: id })
  }
  for (const { key } of await call(window, 'listDrafts', undefined)) await call(window, 'saveDraft', { key, value: '' })
  await call(window, 'setPreferences', defaultPreferences)
  await window.emulateMedia({ colorScheme: null })
  await window.evaluate(() => (location.hash = '#/environments/sandbox/token'))
  await window.reload()
  // The window of before may have kept a draft while it went away.
  const drafts = await call(window, 'listDrafts', undefined)
  if (drafts.length === 0) return
  if (attempts === 1) throw new Error(`Drafts are still there: ${drafts.map(({ key }) => key).join(', ')}`)
  await renew(window, attempts - 1)
}
