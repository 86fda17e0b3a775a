import type { ImportNote } from '../../contract/import-note.ts'
import type { ImportSource } from '../../contract/sharing.ts'
import { environmentsOf } from './drafts/environments-of.ts'
import type { ForeignImport } from './drafts/foreign-import.ts'
import type { ImportDraft } from './drafts/import-draft.ts'
import type { ImportFile, ParsedFile } from './drafts/import-file.ts'
import { ImportRefused } from './drafts/import-refused.ts'
import { parseFile } from './drafts/parse-file.ts'
import { checkBounds } from './drafts/text-bounds.ts'
import { yamlDocuments } from './drafts/yaml-documents.ts'
import { importers } from './formats/importers.ts'
import type { Progress } from './thread-messages.ts'

/**
 * Reads files of other tools; null where none of them is known. Each character is worked on three times: the text is parsed, read
 * by an importer, and becomes environments; `report` hears how many are done.
 *
 * @throws {ImportRefused}
 */
export function readForeign(
  files: readonly ImportFile[],
  newId: () => string,
  report: (progress: Progress) => void = () => {},
): ForeignImport | null {
  const total = 3 * charactersOf(files)
  let done = 0
  const did = (characters: number) => report({ done: (done = Math.min(total, done + characters)), total })
  let unclaimed = files.flatMap((file) => {
    checkBounds(file.text)
    const parsed = yamlDocuments(file).map(parseFile)
    did(file.text.length)
    return parsed
  })
  const all = unclaimed
  const drafts: ImportDraft[] = []
  for (const { claim, read } of importers) {
    const claimed = new Set(claim(unclaimed))
    if (claimed.size === 0) continue
    for (const draft of read([...claimed])) drafts.push(draft)
    unclaimed = unclaimed.filter((file) => !claimed.has(file))
    did(charactersOf([...claimed]))
  }
  if (drafts.length === 0) return null
  const made = environmentsOf(drafts, newId)
  const [{ format } = { format: null }] = drafts
  if (format !== null && made.environments.length === 0 && made.notes.length === 0)
    throw new ImportRefused({ code: 'nothing_in_it', evidence: { format } })
  const rest = new Set(unclaimed)
  const read = new Set(all.filter((file) => !rest.has(file)).map(({ path }) => path))
  const left = new Map(unclaimed.filter(({ path }) => !read.has(path)).map((file) => [file.path, file]))
  return {
    ...made,
    sources: sourcesOf(drafts, files),
    notes: [...made.notes, ...[...left.values()].map(notRecognized)],
  }
}

const charactersOf = (files: readonly ImportFile[]) => files.reduce((sum, { text }) => sum + text.length, 0)

/** Many texts begin like JSON: only what is called so is damaged where it cannot be read as such. */
function notRecognized({ path, faultLine }: ParsedFile): ImportNote {
  const isDamaged = faultLine !== null && /\.(?:json|ya?ml)$/i.test(path)
  return {
    fact: { code: isDamaged ? 'file_damaged' : 'file_not_recognized', evidence: { name: path } },
    place: { file: path, line: isDamaged ? faultLine : null, pointer: null },
    call: '',
  }
}

function sourcesOf(drafts: readonly ImportDraft[], files: readonly ImportFile[]): ImportSource[] {
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const kinds = new Map(drafts.map(({ format, version }) => [`${format} ${version}`, { format, version, bytes }]))
  return [...kinds.values()]
}
