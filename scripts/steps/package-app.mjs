import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from '../support/paths.mjs'
import { runTool } from '../support/processes.mjs'
import { Remedy, step } from '../support/step.mjs'
import { copyLauncher } from './test-runtime-launcher.mjs'

/** The command line is a program for Node, not for the package. */
const ofCommandLine = /\/(ccx[^/]*|\.sources)$/

/**
 * Packs dist/ on this Electron, unpacked as it would be installed: into release/, or, when a benchmark is to drive it and it
 * therefore is open to every program of this computer, elsewhere.
 *
 * @param {import('./electron.mjs').Electron} electron
 * @param {boolean} [driven]
 * @returns {Promise<{ folder: string, program: string }>} where it is on Linux, and its program's name there
 */
export const packageApp = ({ folder, version, isTestRuntime }, driven = false) =>
  step('Package', async (say) => {
    const output = driven ? '.cache/driven-package' : 'release'
    mkdirSync(inRoot('.cache'), { recursive: true })
    const stage = mkdtempSync(inRoot('.cache', 'package-'))
    try {
      fill(stage, isTestRuntime, driven)
      say('electron-builder …')
      const settings = {
        'directories.app': path.relative(inRoot(), stage),
        'directories.output': output,
        electronDist: folder,
        electronVersion: version,
      }
      const args = Object.entries(settings).map(([name, value]) => `-c.${name}=${value}`)
      // With this variable it would hard-link the runtime, and the fuses would be set in the cached one.
      const { USE_HARD_LINKS: _unused, ...env } = process.env
      const code = await runTool(
        'node_modules/electron-builder/cli.js',
        ['--dir', '--config', 'electron-builder.yml', ...args],
        { env },
      )
      if (code !== 0) throw new Remedy('electron-builder failed; its own message is above.')
    } finally {
      rmSync(stage, { recursive: true, force: true })
    }
    say(
      isTestRuntime
        ? `${output}/, on the test runtime (Electron ${version}): for tests and benchmarks only, never to be given to people`
        : `${output}/, on Electron ${version}`,
    )
    return { folder: inRoot(output, 'linux-unpacked'), program: 'client-credentials-explorer' }
  })

/**
 * What goes into the archive: the built app and its facts. A package on the test runtime begins in the launcher.
 *
 * @param {string} stage
 * @param {boolean} isTestRuntime
 * @param {boolean} driven
 */
function fill(stage, isTestRuntime, driven) {
  cpSync(inRoot('dist'), path.join(stage, 'dist'), { recursive: true, filter: (from) => !ofCommandLine.test(from) })
  const { name, productName, version, description, license, author, main } = JSON.parse(
    readFileSync(inRoot('package.json'), 'utf8'),
  )
  const facts = { name, productName, version, description, license, author, main }
  if (isTestRuntime) {
    copyLauncher(path.join(stage, 'test-runtime'))
    facts.main = 'test-runtime/packaged.cjs'
  }
  if (driven) {
    cpSync(inRoot('test/runtime/driven.cjs'), path.join(stage, 'driven.cjs'))
    Object.assign(facts, { main: 'driven.cjs', driven: facts.main })
  }
  writeFileSync(path.join(stage, 'package.json'), JSON.stringify(facts, null, 2))
}
