import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { mostImported } from '../vocabulary/import-formats.ts'
import { readTextFile } from './read-text-file.ts'

/** Folders of version control and packages, whose files nobody imports. */
const skipped = new Set(['.git', '.hg', '.svn', 'node_modules'])

/**
 * The text files within a folder, by their paths from there. Links are not followed, and files beyond the limits end it.
 * @throws the file system's own errors, or one that says which limit was reached
 */
export async function readTextFolder(
  folder: string,
  maxBytes: number,
): Promise<{ name: string; files: { path: string; text: string }[] }> {
  const files: { path: string; text: string }[] = []
  const waiting: string[] = ['']
  let left = maxBytes
  for (let at = 0; at < waiting.length; at++) {
    const from = waiting[at] ?? ''
    const entries = await readdir(path.join(folder, from), { withFileTypes: true })
    for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
      const place = from === '' ? entry.name : `${from}/${entry.name}`
      if (entry.isDirectory() && !skipped.has(entry.name)) waiting.push(place)
      if (!entry.isFile()) continue
      if (files.length === mostImported.files)
        throw new Error(`${path.basename(folder)} has more than ${mostImported.files} files, the most that is read`)
      const { text } = await readTextFile(path.join(folder, place), left)
      left -= Buffer.byteLength(text)
      files.push({ path: place, text })
    }
  }
  return { name: path.basename(folder), files }
}
