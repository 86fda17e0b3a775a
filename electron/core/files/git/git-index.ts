import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { readFileAtMost } from '../read-file.ts'

/** Of about 150,000 files. */
const largest = 16 << 20

/**
 * Whether Git tracks a file, by its path from the top folder, with slashes: it is in a commit, or will be in the next one. Null where
 * the index is not readable, too large, or of a kind that is not read here (version 4, split). @see gitformat-index(5)
 */
export async function isTracked(indexFolder: string, file: string): Promise<boolean | null> {
  const names = await readdir(indexFolder).catch(() => null)
  if (names === null || names.some((name) => name.startsWith('sharedindex.'))) return null
  // A new repository has none.
  if (!names.includes('index')) return false
  const read = await readFileAtMost(path.join(indexFolder, 'index'), largest)
  return read.ok ? hasEntry(read.value, file) : null
}

/** Whether an index has an entry of this path; null for what is no index that is read here. */
export function hasEntry(index: Buffer, file: string): boolean | null {
  if (index.length < 12 || index.toString('latin1', 0, 4) !== 'DIRC') return null
  if (![2, 3].includes(index.readUInt32BE(4))) return null
  // With the zero after it, so that no two of what is found overlap, no matter what an index repeats.
  const name = Buffer.from(`${file}\0`)
  for (let at = index.indexOf(name); at !== -1; at = index.indexOf(name, at + name.length)) {
    if (isWholeName(index, at, name.length - 1)) return true
  }
  return false
}

/** Before a name are 16 bits with its length in the lower twelve; in version 3 there may be 16 more between them. */
function isWholeName(index: Buffer, at: number, length: number): boolean {
  const said = Math.min(length, 0xfff)
  return [2, 4].some((before) => at - before >= 12 && (index.readUInt16BE(at - before) & 0xfff) === said)
}
