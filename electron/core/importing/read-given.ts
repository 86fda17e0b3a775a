import type { ImportNote } from '../../contract/import-note.ts'
import type { ImportProblem } from '../../contract/import-problem.ts'
import { mostImported } from '../../vocabulary/import-formats.ts'
import { importMaxCharacters } from '../../vocabulary/limits.ts'
import { formatName } from '../shared-file/shared-file.ts'
import type { ForeignImport } from './drafts/foreign-import.ts'
import type { ImportFile } from './drafts/import-file.ts'
import { readInThread } from './import-thread.ts'
import { isToken, otherFileKind } from './not-ours.ts'
import { type ParsedImport, readText, type UnsealDeps } from './reading.ts'
import type { Progress } from './thread-messages.ts'

const refused = (problem: ImportProblem): ParsedImport => ({ kind: 'refused', problem })

/**
 * Reads what was given, as far as one's own keys go: our own file, or files of other tools, in a thread. Nothing of it is run,
 * asked or opened. Null where nobody waits for it any more.
 */
export async function readGiven(
  deps: UnsealDeps,
  files: readonly ImportFile[],
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<ParsedImport | null> {
  const characters = files.reduce((sum, { text }) => sum + text.length, 0)
  if (characters > importMaxCharacters) return refused({ code: 'too_long', evidence: { most: importMaxCharacters } })
  if (files.length > mostImported.files)
    return refused({ code: 'too_many_files', evidence: { most: mostImported.files } })
  const [first] = files
  if (first === undefined) return refused({ code: 'empty', evidence: {} })
  if (files.length > 1) return readSeveral(deps, files, signal, onProgress)
  const { text } = first
  if (isOurs(text) || isNeverRead(text)) return readText(deps, text)
  const foreign = await readInThread(files, signal, onProgress)
  switch (foreign.kind) {
    case 'read':
      return opened(foreign.read, unreadableTexts(files))
    case 'unknown':
      if (isToken(text)) return refused({ code: 'other_file', evidence: { kind: 'token' } })
      return mayBeJson(text) || otherFileKind(text) !== null
        ? readText(deps, text)
        : refused({ code: 'not_recognized', evidence: {} })
    case 'refused':
      return foreign
    case 'cancelled':
      return null
  }
}

/** Files of this app, each with its own signature and secrets, are imported one at a time; other tools' come together. */
async function readSeveral(
  deps: UnsealDeps,
  files: readonly ImportFile[],
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<ParsedImport | null> {
  const ours = files.filter(({ text }) => isOurs(text))
  const unreadable = files.filter(({ text }) => !isOurs(text) && isNeverRead(text))
  const others = files.filter((file) => !ours.includes(file) && !unreadable.includes(file))
  const foreign = others.length === 0 ? ({ kind: 'unknown' } as const) : await readInThread(others, signal, onProgress)
  switch (foreign.kind) {
    case 'read':
      return opened(foreign.read, [
        ...ours.map(({ path }) => noteOf({ code: 'own_file', evidence: { name: path } })),
        ...unreadableTexts(others),
        ...unreadable.map(({ path }) => noteOf({ code: 'file_not_recognized', evidence: { name: path } })),
      ])
    case 'unknown': {
      const [own, second] = ours
      if (second !== undefined) return refused({ code: 'several_own_files', evidence: { count: ours.length } })
      return own === undefined ? refused({ code: 'not_recognized', evidence: {} }) : readText(deps, own.text)
    }
    case 'refused':
      return foreign
    case 'cancelled':
      return null
  }
}

const opened = ({ carried, ...read }: ForeignImport, notes: readonly ImportNote[]): ParsedImport => ({
  kind: 'open',
  file: { ...read, notes: [...read.notes, ...notes], armor: null, signature: null, signedText: '', unknown: [] },
  carried,
})

const noteOf = (fact: ImportNote['fact'], file = '', line: number | null = null): ImportNote => ({
  fact,
  place: { file, line, pointer: null },
  call: '',
})

/** Files with what was no character in their encoding, each with the first line of it. */
function unreadableTexts(files: readonly ImportFile[]): ImportNote[] {
  return files.flatMap(({ path, text }) => {
    const at = text.indexOf('\u{FFFD}')
    if (at < 0) return []
    return noteOf({ code: 'characters_not_read', evidence: {} }, path, text.slice(0, at).split('\n').length)
  })
}

const mayBeJson = (text: string): boolean => text.trim() === '' || /^\uFEFF?\s*[[{"\d-]/.test(text)

/** An archive, a database and the like. Markup may be the beginning of a script. */
function isNeverRead(text: string): boolean {
  const kind = otherFileKind(text.replace(/^\uFEFF/, ''))
  return kind !== null && kind !== 'markup'
}

/** By what only our files have in them. */
const isOurs = (text: string): boolean =>
  (/^\uFEFF?\s*\{/.test(text) && text.includes(formatName)) ||
  /^\uFEFF?\s*-----BEGIN AGE ENCRYPTED FILE-----/.test(text)
