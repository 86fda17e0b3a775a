import type { ImportNote } from '../../contract/import-note.ts'
import type { ImportProblem } from '../../contract/import-problem.ts'
import { mostImported } from '../../vocabulary/import-formats.ts'
import { importMaxCharacters } from '../../vocabulary/limits.ts'
import type { FolderTexts } from '../ports.ts'
import { readGiven } from './read-given.ts'
import type { ParsedImport, UnsealDeps } from './reading.ts'
import type { Progress } from './thread-messages.ts'

/** Names that are shown of what was left out; the others are counted. */
const mostNames = 5

/** Reads a folder whole, or not at all; what is no text in it is noted. */
export async function readFolder(
  deps: UnsealDeps,
  { files, leftOut, exceeded }: FolderTexts,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<ParsedImport | null> {
  if (exceeded !== null) return { kind: 'refused', problem: problemOf(exceeded) }
  const read = await readGiven(deps, files, signal, onProgress)
  if (read?.kind !== 'open') return read
  return { ...read, file: { ...read.file, notes: [...read.file.notes, ...notesOf(leftOut)] } }
}

function problemOf(exceeded: NonNullable<FolderTexts['exceeded']>): ImportProblem {
  switch (exceeded) {
    case 'files':
      return { code: 'too_many_files', evidence: { most: mostImported.files } }
    case 'characters':
      return { code: 'too_long', evidence: { most: importMaxCharacters } }
    case 'depth':
      return { code: 'nested_too_deep', evidence: { most: mostImported.depth } }
  }
}

function notesOf(leftOut: FolderTexts['leftOut']): ImportNote[] {
  return (['binary', 'too_large', 'not_readable'] as const).flatMap((why) => {
    const paths = leftOut.flatMap((one) => (one.why === why ? [one.path] : []))
    return paths.length === 0
      ? []
      : {
          fact: { code: 'files_left_out', evidence: { why, count: paths.length, names: paths.slice(0, mostNames) } },
          place: { file: '', line: null, pointer: null },
          call: '',
        }
  })
}
