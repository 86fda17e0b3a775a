import { test as base, type ElectronApplication, type Page, type TestInfo } from '@playwright/test'
import { cpSync } from 'node:fs'
import path from 'node:path'
import { openDesktop, type Desktop, type KeyringState } from './desktop.ts'
import { lentApp, type LentApp } from './lent-app.ts'
import { launch, type RunningApp } from './running-app.ts'
import { removeFolder, unprivilegedFolder } from './unprivileged.ts'

export { expect } from '@playwright/test'

const root = path.resolve(import.meta.dirname, '../..')

/** The app of this test, over all of its starts; what it gives belongs to the latest one. */
export interface Explorer extends Omit<RunningApp, 'close'> {
  /** Its profile: workspace, preferences, everything that it keeps. */
  readonly profile: string
  /** Ends the app and starts it again on the same profile. */
  restart: () => Promise<void>
}

export interface Options {
  /** More arguments of the app's command line. */
  appArgs: string[]
  /** More environment variables. */
  appEnv: Record<string, string>
  /** The keyring that the app finds at its first start. */
  keyring: KeyringState
}

export interface TestFixtures {
  profile: string
  /** Changes the keyring for what is started from now on; it is unlocked again after the test. */
  setKeyring: Desktop['setKeyring']
  explorer: Explorer
  app: ElectronApplication
  window: Page
  /** Renews docs/images/<name>.png. */
  renewPicture: (name: string) => Promise<void>
}

export interface WorkerFixtures {
  desktop: Desktop
  builtApp: string
  /** For the tests of shared-app.ts. */
  lentApp: LentApp
}

/** Playwright's test, in the real app: every test has its own profile, every worker its own desktop. */
export const test = base.extend<Options & TestFixtures, WorkerFixtures>({
  appArgs: [[], { option: true }],
  appEnv: [{}, { option: true }],
  keyring: ['unlocked', { option: true }],

  desktop: [
    async ({}, use) => {
      const desktop = await openDesktop()
      await use(desktop)
      await desktop.close()
    },
    { scope: 'worker' },
  ],

  // A copy, because whom the app runs as may not read the tree.
  builtApp: [
    async ({}, use) => {
      const folder = unprivilegedFolder('app')
      for (const part of ['package.json', 'dist'])
        cpSync(path.join(root, part), path.join(folder, part), { recursive: true })
      await use(folder)
      removeFolder(folder)
    },
    { scope: 'worker' },
  ],

  lentApp: [
    async ({ desktop, builtApp }, use) => {
      const profile = unprivilegedFolder('profile')
      const lent = lentApp(profile, () => launch({ folder: builtApp, profile, args: [], env: desktop.env }))
      await use(lent)
      await lent.close()
      removeFolder(profile)
    },
    { scope: 'worker' },
  ],

  profile: async ({}, use) => {
    const profile = unprivilegedFolder('profile')
    await use(profile)
    removeFolder(profile)
  },

  // Before the app starts, and until it has ended.
  setKeyring: [
    async ({ desktop, keyring }, use) => {
      let current: KeyringState = 'unlocked'
      const setKeyring = async (state: KeyringState): Promise<void> => {
        if (state !== current) await desktop.setKeyring(state)
        current = state
      }
      await setKeyring(keyring)
      await use(setKeyring)
      await setKeyring('unlocked')
    },
    { auto: true },
  ],

  explorer: async ({ desktop, builtApp, profile, appArgs, appEnv }, use, testInfo) => {
    const start = (): Promise<RunningApp> =>
      launch({ folder: builtApp, profile, args: appArgs, env: { ...desktop.env, ...appEnv } })
    let running = await start()
    await use({
      profile,
      get app() {
        return running.app
      },
      get window() {
        return running.window
      },
      get consoleErrors() {
        return running.consoleErrors
      },
      output: () => running.output(),
      restart: async () => {
        await running.close()
        running = await start()
      },
    })
    await attachWhatWentWrong(testInfo, running)
    await running.close()
  },

  app: async ({ explorer }, use) => use(explorer.app),
  window: async ({ explorer }, use) => use(explorer.window),

  renewPicture: async ({ window }, use) =>
    use(async (name) => {
      await window.screenshot({ path: path.join(root, 'docs/images', `${name}.png`), animations: 'disabled' })
    }),
})

/** Attaches to a test that failed how its window looks, and what the app said. */
export async function attachWhatWentWrong(
  testInfo: TestInfo,
  { window, output, consoleErrors }: Pick<RunningApp, 'window' | 'output' | 'consoleErrors'>,
): Promise<void> {
  if (testInfo.status === testInfo.expectedStatus) return
  await testInfo.attach('window.png', { body: await pictureOf(window), contentType: 'image/png' })
  const said = `Main wrote:\n${output()}\nThe window's console:\n${consoleErrors.join('\n')}`
  await testInfo.attach('output.txt', { body: said, contentType: 'text/plain' })
}

const pictureOf = (window: Page): Promise<Buffer> => window.screenshot({ timeout: 3000 }).catch(() => Buffer.alloc(0))
