import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { encodingsIn } from './canary.ts'

/** Every file below a folder, hidden and temporary ones too. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

/** The files below a folder that hold one of the texts in any encoding, each with its encodings. */
export function filesHolding(folder: string, texts: readonly string[]): string[] {
  return filesBelow(folder).flatMap((file) => {
    // The running app deletes its files.
    const encodings = existsSync(file) ? encodingsIn(readFileSync(file), texts) : []
    return encodings.length === 0 ? [] : [`${path.relative(folder, file)}: ${[...new Set(encodings)].join(', ')}`]
  })
}
