import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import type { ImportedCollection } from './import-collection.ts'

const here = (name: string): string => new URL(name, import.meta.url).pathname

/** Measures in a process of its own, whose threads run from their bundles where there was a build, as those of the app do. */
export async function measureCollectionApart(): Promise<ImportedCollection> {
  const isBuilt = existsSync(here('../../dist/import-thread.cjs'))
  const options = isBuilt ? ['--import', here('bundled-threads.ts')] : []
  const run = await promisify(execFile)(process.execPath, [...options, here('import-collection-run.ts')])
  const measured: ImportedCollection = JSON.parse(run.stdout)
  return measured
}
