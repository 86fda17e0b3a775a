import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Files of other tools that we did not write lie beside the repository, where they lie at all. */
export const sharedImports = path.resolve(import.meta.dirname, '../../../shared/imports')

/** What the tests with them miss; null when they are there. */
export const missingImports = existsSync(sharedImports) ? null : 'There are no files in ../shared/imports.'

export const sharedImport = (name: string): string => readFileSync(path.join(sharedImports, name), 'utf8')
