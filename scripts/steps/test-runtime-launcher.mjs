import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import path from 'node:path'
import { inRoot } from '../support/paths.mjs'

const launcher = inRoot('test/runtime')
/** The stand-in for `node:sqlite` and what loads its native part. */
const packages = ['@photostructure/sqlite', 'node-gyp-build']
const unneeded = /\.map$|\/(src|scripts)(\/|$)|\/prebuilds\/(?!linux-x64)[^/]/

/**
 * The runtime with this checkout's launcher where an Electron without a default app looks for its app. One folder per
 * content of the launcher, its other files hard links: checkouts that differ in it may run at the same time.
 *
 * @param {string} runtime the folder without any launcher
 * @returns {string}
 */
export function withLauncher(runtime) {
  const folder = `${runtime}-${hashOfLauncher().slice(0, 12)}`
  if (existsSync(folder)) return folder
  const made = mkdtempSync(`${runtime}-making-`)
  try {
    linkFolder(runtime, made)
    const app = path.join(made, 'resources/app')
    rmSync(app, { recursive: true, force: true })
    copyLauncher(app)
    chmodSync(made, 0o755)
    putInPlace(made, folder)
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
  return folder
}

/**
 * @param {string} from
 * @param {string} to a folder that exists
 */
function linkFolder(from, to) {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) {
      mkdirSync(target, { mode: 0o755 })
      linkFolder(source, target)
    } else linkSync(source, target)
  }
}

/**
 * Unless another run has put the same there meanwhile.
 *
 * @param {string} made
 * @param {string} folder
 */
function putInPlace(made, folder) {
  try {
    renameSync(made, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}

/** @param {string} folder */
export function copyLauncher(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  cpSync(launcher, folder, { recursive: true })
  for (const name of packages) {
    cpSync(inRoot('node_modules', name), path.join(folder, 'node_modules', name), {
      recursive: true,
      filter: (from) => !unneeded.test(from.slice(inRoot('node_modules').length)),
    })
  }
}

function hashOfLauncher() {
  const hash = createHash('sha256')
  for (const name of readdirSync(launcher).toSorted()) hash.update(name).update(readFileSync(path.join(launcher, name)))
  for (const name of packages) hash.update(readFileSync(inRoot('node_modules', name, 'package.json')))
  return hash.digest('hex')
}
