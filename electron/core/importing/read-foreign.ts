import type { ImportNote } from '../../contract/import-note.ts'
import type { ImportSource } from '../../contract/sharing.ts'
import { environmentsOf } from './drafts/environments-of.ts'
import type { ForeignImport } from './drafts/foreign-import.ts'
import type { ImportDraft } from './drafts/import-draft.ts'
import type { ImportFile, ParsedFile } from './drafts/import-file.ts'
import { parseFile } from './drafts/parse-file.ts'
import { importers } from './formats/importers.ts'

/** Reads files of other tools; null where none of them is known. @throws {ImportRefused} */
export function readForeign(files: readonly ImportFile[], newId: () => string): ForeignImport | null {
  let unclaimed = files.map(parseFile)
  const drafts: ImportDraft[] = []
  for (const { claim, read } of importers) {
    const claimed = claim(unclaimed)
    if (claimed.length === 0) continue
    drafts.push(...read(claimed))
    unclaimed = unclaimed.filter((file) => !claimed.includes(file))
  }
  if (drafts.length === 0) return null
  const made = environmentsOf(drafts, newId)
  return { ...made, sources: sourcesOf(drafts, files), notes: [...made.notes, ...unclaimed.map(notRecognized)] }
}

const notRecognized = (file: ParsedFile): ImportNote => ({
  fact: { code: 'file_not_recognized', evidence: { name: file.path } },
  place: { file: file.path, line: null, pointer: null },
  call: '',
})

function sourcesOf(drafts: readonly ImportDraft[], files: readonly ImportFile[]): ImportSource[] {
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const kinds = new Map(drafts.map(({ format, version }) => [`${format} ${version}`, { format, version, bytes }]))
  return [...kinds.values()]
}
