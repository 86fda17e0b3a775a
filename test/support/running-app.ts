import { _electron, errors, type ElectronApplication, type Page } from '@playwright/test'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { isRoot } from './unprivileged.ts'

/** One start of the app. */
export interface RunningApp {
  app: ElectronApplication
  window: Page
  /** What main wrote to its standard output and error so far. */
  output: () => string
  /** What the window's console called an error, and errors that nothing caught. */
  consoleErrors: readonly string[]
  close: () => Promise<void>
}

export interface Launch {
  /** The folder of the app: package.json and dist/. */
  folder: string
  profile: string
  args: readonly string[]
  env: Record<string, string>
}

/** Starts the app as a person would, except that nobody sees its window. */
export async function launch({ folder, profile, args, env }: Launch): Promise<RunningApp> {
  const electron = process.env['CCX_ELECTRON']
  if (electron === undefined) throw new Error('CCX_ELECTRON names no Electron. Run this through: npm run e2e')
  const app = await attached(() =>
    _electron.launch({
      executablePath: isRoot ? path.join(import.meta.dirname, 'electron-as-nobody.sh') : electron,
      args: [
        folder,
        `--user-data-dir=${profile}`,
        '--password-store=gnome-libsecret',
        '--lang=en-US',
        '--disable-gpu',
        // Compiling what runs often takes more of the processor than it saves in a run of seconds.
        '--js-flags=--no-opt',
        ...args,
      ],
      chromiumSandbox: true,
      env: { ...env, CCX_ELECTRON: electron, CCX_DRIVEN: 'yes' },
      cwd: folder,
      timeout: 12_000,
    }),
  )
  let output = ''
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  }
  const close = (): Promise<void> => closeApp(app)
  try {
    const window = await app.firstWindow({ timeout: 40_000 })
    window.setDefaultTimeout(30_000)
    return { app, window, output: () => output, consoleErrors: errorsOf(window), close }
  } catch (error) {
    await close()
    throw new Error(`No window came up. Main wrote:\n${output}`, { cause: error })
  }
}

/**
 * On a loaded machine Playwright now and then connects to the app, which runs, and never says so: it then ends it after the
 * time limit, and is asked again. An app that really does not start fails all three times.
 */
async function attached(start: () => Promise<ElectronApplication>, attempts = 3): Promise<ElectronApplication> {
  try {
    return await start()
  } catch (error) {
    if (attempts > 1 && error instanceof errors.TimeoutError) return attached(start, attempts - 1)
    throw error
  }
}

function errorsOf(window: Page): readonly string[] {
  const errors: string[] = []
  window.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  window.on('pageerror', (error) => errors.push(String(error)))
  return errors
}

/** By its own quit. One that takes longer than a person would wait is ended by force, which is a failure. Its profile is free afterwards. */
async function closeApp(app: ElectronApplication): Promise<void> {
  const child = app.process()
  const ended = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })
  const waited = new AbortController()
  const tooLong = setTimeout(20_000, undefined, { signal: waited.signal }).then(
    () => child.kill('SIGKILL'),
    () => false,
  )
  const [, forced] = await Promise.all([
    app.close().catch(() => undefined),
    Promise.race([ended.then(() => false), tooLong]),
  ])
  waited.abort()
  await ended
  if (forced) throw new Error('The app did not quit by itself.')
}
