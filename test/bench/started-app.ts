import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { unprivileged } from '../support/unprivileged.ts'
import { attach, type Page } from './devtools.ts'

/** An app as it can be started, again and again on the same profile. It must open DevTools: by its command line, or by itself. */
export interface Program {
  command: readonly string[]
  profile: string
  env: Record<string, string>
}

export interface StartedApp {
  page: Page
  /** In milliseconds since 1970, as the page's own `performance.timeOrigin`. */
  startedAt: number
  /** The session of all its processes. */
  session: number
  close: () => Promise<void>
}

const patience = 20_000

export async function startApp({ command, profile, env }: Program): Promise<StartedApp> {
  const settings = [
    `--user-data-dir=${profile}`,
    '--password-store=gnome-libsecret',
    '--lang=en-US',
    '--remote-allow-origins=*',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
  ]
  const [file = '', ...args] = unprivileged(...command, ...settings)
  const startedAt = performance.timeOrigin + performance.now()
  const child = spawn(file, args, { env, detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const closed = once(child, 'close')
  const endWithUs = (): void => void child.kill('SIGKILL')
  process.once('exit', endWithUs)
  child.once('close', () => process.off('exit', endWithUs))
  try {
    const page = await attach(await devToolsOf(child))
    const close = async (): Promise<void> => {
      page.quit()
      await ended(child, closed)
    }
    return { page, startedAt, session: child.pid ?? 0, close }
  } catch (error) {
    child.kill('SIGKILL')
    await closed
    throw error
  }
}

/** Chromium says its address on standard error, which is read on so that the app never waits for us. */
function devToolsOf({ stderr }: ChildProcess): Promise<string> {
  const said: string[] = []
  return new Promise((resolve, reject) => {
    if (stderr === null) return reject(new Error('No standard error to read.'))
    const lines = createInterface(stderr)
    lines.on('line', (line) => {
      said.push(line)
      const [, url] = /^DevTools listening on (ws:\S+)/.exec(line) ?? []
      if (url !== undefined) resolve(url)
    })
    lines.once('close', () => reject(new Error(`The app did not start:\n${said.slice(-10).join('\n')}`)))
  })
}

async function ended(child: ChildProcess, closed: Promise<unknown>): Promise<void> {
  const waited = new AbortController()
  const tooLong = setTimeout(patience, 'too long', { signal: waited.signal }).catch(() => 'called off')
  if ((await Promise.race([closed, tooLong])) === 'too long') child.kill('SIGKILL')
  waited.abort()
  await closed
}
