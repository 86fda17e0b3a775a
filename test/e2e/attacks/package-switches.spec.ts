import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { packageBuiltApp } from '../../support/packaged-app.ts'
import { removeFolder, unprivileged, unprivilegedFolder } from '../../support/unprivileged.ts'
import { expect, test as base } from '../../support/electron.ts'

interface Package {
  /** Starts it on its own profile; it is ended after the test. */
  start: (...switches: readonly string[]) => { profile: string; complaint: () => string; exit: Promise<number | null> }
}

const test = base.extend<{ packaged: Package }, { program: string }>({
  program: [
    async ({ builtApp }, use) => {
      const { folder, program } = packageBuiltApp(builtApp)
      await use(program)
      removeFolder(folder)
    },
    { scope: 'worker' },
  ],
  packaged: async ({ desktop, program }, use) => {
    const ends: (() => Promise<void>)[] = []
    await use({
      start: (...switches) => {
        const profile = unprivilegedFolder('profile')
        const settings = [`--user-data-dir=${profile}`, '--password-store=gnome-libsecret', '--disable-gpu']
        const [command = '', ...args] = unprivileged(program, ...settings, ...switches)
        const child = spawn(command, args, { env: desktop.env, stdio: ['ignore', 'ignore', 'pipe'] })
        let complaint = ''
        child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
        const closed = once(child, 'close').then(() => child.exitCode)
        ends.push(async () => {
          child.kill('SIGTERM')
          await closed
          removeFolder(profile)
        })
        return { profile, complaint: () => complaint, exit: closed }
      },
    })
    for (const end of ends) await end()
  },
})

const workspaceOf = (profile: string): string => path.join(profile, 'workspace/workspace.sqlite')

test('a package runs', async ({ packaged }) => {
  const { profile } = packaged.start()
  await expect.poll(() => existsSync(workspaceOf(profile)), { timeout: 60_000 }).toBe(true)
})

for (const attack of [
  '--remote-debugging-port=0',
  '-remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--js-flags=--expose-gc',
  '--renderer-cmd-prefix=/bin/true',
  '--disable-web-security',
]) {
  test(`a package does not run with ${attack}, and says why`, async ({ packaged }) => {
    const { profile, complaint, exit } = packaged.start(attack)
    expect(await exit).toBe(1)
    expect(complaint()).toContain(`does not run with --${attack.replace(/^-+/, '').split('=', 1)[0]}: `)
    expect(complaint()).not.toContain('DevTools listening')
    expect(readdirSync(profile)).not.toContain('workspace')
  })
}
