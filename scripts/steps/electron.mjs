import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder, inRoot } from '../support/paths.mjs'
import { Remedy, step } from '../support/step.mjs'
import { downloadElectron } from './electron-download.mjs'
import { canUseTestRuntime, testRuntime } from './test-runtime.mjs'

/**
 * @typedef {object} Electron
 * @property {string} folder what electron-builder calls `electronDist`
 * @property {string} executable
 * @property {string} version
 * @property {boolean} isTestRuntime it stands in for the real one; nothing built on it may be released
 */

/** Exact, and known before anything is installed. */
const wanted = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).devDependencies.electron
const executableName =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[/** @type {string} */ (process.platform)] ??
  'electron'

/**
 * An Electron: the one that is named, else the installed one, else on Linux x64 the test runtime.
 *
 * @returns {Promise<Electron>}
 */
export function electron() {
  return step('Electron', async (say) => {
    const named = process.env['ELECTRON_OVERRIDE_DIST_PATH']
    if (named) {
      const found = inFolder(path.resolve(named))
      if (found === undefined) {
        throw new Remedy(
          `ELECTRON_OVERRIDE_DIST_PATH is ${named}, but there is no ${path.join(named, executableName)}.`,
        )
      }
      say(`${found.version}, from ELECTRON_OVERRIDE_DIST_PATH`)
      return found
    }

    const installed = inFolder(inRoot('node_modules/electron/dist'))
    if (installed !== undefined && installed.version === wanted) {
      say(wanted)
      return installed
    }
    if (!failedLately()) {
      say(`downloading ${wanted} …`)
      const reason = await downloadElectron()
      const downloaded = inFolder(inRoot('node_modules/electron/dist'))
      if (reason === undefined && downloaded !== undefined) {
        say(wanted)
        return downloaded
      }
      rememberFailure()
      say(`${wanted} cannot be downloaded here (${reason}); asked again in a day …`)
    }

    if (!canUseTestRuntime()) {
      throw new Remedy(
        `Electron ${wanted} cannot be downloaded here. Unpack it from another machine and name the folder:\n` +
          '  ELECTRON_OVERRIDE_DIST_PATH=/path/to/electron npm start\n' +
          `To try the download again: delete ${failure} and run this once more.`,
      )
    }
    const runtime = await testRuntime(say)
    say(`${runtime.version}, the test runtime (stands in for ${wanted}, whose download cannot be reached)`)
    return runtime
  })
}

/**
 * @param {string} folder
 * @returns {Electron | undefined}
 */
function inFolder(folder) {
  const executable = path.join(folder, executableName)
  if (!existsSync(executable)) return undefined
  const versionFile = path.join(folder, 'version')
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : wanted
  return { folder, executable, version, isTestRuntime: false }
}

/** A download that failed is not tried again for a day, nor is another version's failure held against this one. */
const failure = path.join(cacheFolder, `electron-${wanted}-unreachable`)
const day = 24 * 60 * 60 * 1000
const failedLately = () => Date.now() - (statSync(failure, { throwIfNoEntry: false })?.mtimeMs ?? 0) < day

function rememberFailure() {
  mkdirSync(cacheFolder, { recursive: true })
  writeFileSync(failure, '')
}
