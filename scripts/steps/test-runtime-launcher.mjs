import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { inRoot } from '../support/paths.mjs'

const launcher = inRoot('test/runtime')
/** The stand-in for `node:sqlite` and what loads its native part. */
const packages = ['@photostructure/sqlite', 'node-gyp-build']
const unneeded = /\.map$|\/(src|scripts)(\/|$)|\/prebuilds\/(?!linux-x64)[^/]/

/**
 * Puts our launcher where an Electron without a default app looks for its app, if another one is there.
 *
 * @param {string} resources
 */
export function refreshLauncher(resources) {
  const app = path.join(resources, 'app')
  const wanted = hashOfLauncher()
  const stamp = path.join(app, '.content')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const made = mkdtempSync(path.join(resources, 'launcher-'))
  copyLauncher(made)
  writeFileSync(path.join(made, '.content'), wanted)
  chmodSync(made, 0o755)
  rmSync(app, { recursive: true, force: true })
  renameSync(made, app)
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
