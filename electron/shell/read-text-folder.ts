import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { FolderTexts } from '../core/ports.ts'
import { mostImported } from '../vocabulary/import-formats.ts'
import { readPlainText } from './read-text-file.ts'

/** Of packages, whose files nobody imports. */
const skippedFolders = new Set(['node_modules', '__pycache__', 'venv'])
/** Hidden folders are of version control and editors, but for those where tools keep what is imported. */
const hiddenFolders = new Set(['.insomnia', '.bruno', '.yaak', '.postman', '.resources', '.hoppscotch'])
const skippedFiles =
  /^(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|composer\.lock|Cargo\.lock|Gemfile\.lock|poetry\.lock|bun\.lockb?|\.DS_Store|Thumbs\.db)$/i

/**
 * The text files within a folder, by their paths from there, hidden ones too. What is no text, too large or not readable is left
 * out and named. Links are not followed. Where more is in it than is read, `exceeded` says which limit ended it.
 *
 * @throws the file system's own errors of the folder itself
 */
export async function readTextFolder(folder: string, maxBytes: number): Promise<FolderTexts> {
  const read: FolderTexts = { name: path.basename(folder), files: [], leftOut: [], exceeded: null }
  const waiting: { place: string; depth: number }[] = [{ place: '', depth: 0 }]
  let left = maxBytes
  let seen = 0
  for (let at = 0; at < waiting.length; at++) {
    const { place: from, depth } = waiting[at] ?? { place: '', depth: 0 }
    for (const entry of await entriesOf(folder, from)) {
      const place = from === '' ? entry.name : `${from}/${entry.name}`
      if (entry.isDirectory() && isRead(entry.name)) {
        if (depth === mostImported.depth) return { ...read, exceeded: 'depth' }
        waiting.push({ place, depth: depth + 1 })
      }
      if (!entry.isFile() || skippedFiles.test(entry.name)) continue
      if (++seen > mostImported.files) return { ...read, exceeded: 'files' }
      const reading = await readPlainText(path.join(folder, place), maxBytes)
      if (!reading.ok) {
        read.leftOut.push({ path: place, why: reading.why })
        continue
      }
      left -= reading.bytes
      if (left < 0) return { ...read, exceeded: 'characters' }
      read.files.push({ path: place, text: reading.text })
    }
  }
  return read
}

const isRead = (name: string): boolean =>
  !skippedFolders.has(name) && (!name.startsWith('.') || hiddenFolders.has(name))

async function entriesOf(folder: string, from: string) {
  try {
    const entries = await readdir(path.join(folder, from), { withFileTypes: true })
    return entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  } catch (error) {
    // A folder within it that may not be read has nothing to import.
    if (from === '') throw error
    return []
  }
}
