import { existsSync } from 'node:fs'
import { capture } from '../support/processes.mjs'
import { Remedy, step } from '../support/step.mjs'

/** What Electron's own libraries need of Debian to open a window. */
export const forWindow = [
  'libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2',
  'libxss1',
  'libxtst6',
  'libatk-bridge2.0-0',
  'libsecret-1-0',
  'fonts-dejavu-core',
]

/** A display that nobody sees and a keyring that nobody else uses. */
export const forTests = [
  ...forWindow,
  'xvfb',
  'xauth',
  'dbus',
  'dbus-x11',
  'gnome-keyring',
  'openssl',
  'curl',
  'tinyproxy-bin',
  'microsocks',
  'age',
]

/**
 * Installs what is missing on Debian when we may, and says the command when we may not. Other systems are left alone.
 *
 * @param {readonly string[]} wanted
 */
export const systemLibraries = (wanted) =>
  step('System libraries', async (say) => {
    if (!existsSync('/etc/debian_version')) return say('not a Debian: nothing is checked')
    const missing = await missingOf(wanted)
    if (missing.length === 0) return say('already there')
    const command = `apt-get install -y --no-install-recommends ${(await inThisRelease(missing)).join(' ')}`
    if (process.getuid?.() !== 0) throw new Remedy(`Some system libraries are missing. Try:\n  sudo ${command}`)
    say(`installing ${missing.join(' ')} …`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await capture('apt-get', ['update'], { env })
    const { code, output } = await capture('sh', ['-c', command], { env })
    if (code !== 0)
      throw new Remedy(`${output.trim()}\nSome system libraries could not be installed. Try:\n  ${command}`)
    say('installed')
  })

/** @param {readonly string[]} wanted */
async function missingOf(wanted) {
  const names = wanted.flatMap((name) => [name, `${name}t64`])
  const { output } = await capture('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names])
  const installed = new Set(
    output.split('\n').flatMap((line) => (line.endsWith(' installed') ? [line.split(' ')[0]] : [])),
  )
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`))
}

/**
 * Since Debian 13 some libraries have new names, for 64-bit times.
 *
 * @param {readonly string[]} names
 */
async function inThisRelease(names) {
  const { output } = await capture('apt-cache', ['pkgnames'])
  const known = new Set(output.split('\n'))
  return names.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name))
}
