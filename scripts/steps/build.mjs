import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { inRoot, root } from '../support/paths.mjs'
import { runTool } from '../support/processes.mjs'
import { Remedy, step } from '../support/step.mjs'

const dist = inRoot('dist')
const stamp = path.join(dist, '.sources')
const sources = [
  'electron',
  'renderer',
  'vite.config.ts',
  'scripts/support/bundle.mjs',
  'package.json',
  'package-lock.json',
]

/** Builds dist/, unless it was built from these very sources. A build that fails leaves the earlier one in place. */
export async function build() {
  await step('Build', async (say) => {
    const wanted = hashOf(sources)
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return say('up to date')
    mkdirSync(inRoot('.cache'), { recursive: true })
    const made = mkdtempSync(inRoot('.cache', 'dist-'))
    try {
      if ((await runTool('scripts/support/bundle.mjs', [made])) !== 0)
        throw new Remedy('The build failed; the reason is above.')
      writeFileSync(path.join(made, '.sources'), wanted)
      chmodSync(made, 0o755)
      rmSync(dist, { recursive: true, force: true })
      renameSync(made, dist)
    } finally {
      rmSync(made, { recursive: true, force: true })
    }
    say('dist/')
  })
}

/** @param {readonly string[]} places files or folders below the root */
function hashOf(places) {
  const hash = createHash('sha256')
  for (const place of places) {
    for (const file of filesOf(inRoot(place)).toSorted()) {
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

/** @returns {string[]} */
function filesOf(/** @type {string} */ place) {
  const facts = statSync(place, { throwIfNoEntry: false })
  if (facts === undefined) return []
  if (facts.isFile()) return [place]
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(place, entry.name)
    return entry.isDirectory() ? filesOf(at) : [at]
  })
}
