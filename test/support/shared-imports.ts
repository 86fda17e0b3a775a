import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Files of other tools that we did not write lie beside the repository, where they lie at all. */
const folder = path.resolve(import.meta.dirname, '../../../shared/imports')

/** What the tests with them miss; null when they are there. */
export const missingImports = existsSync(folder) ? null : 'There are no files in ../shared/imports.'

export const sharedImport = (name: string): string => readFileSync(path.join(folder, name), 'utf8')
