import { importMaxCharacters } from '../../vocabulary/limits.ts'
import type { Ports } from '../ports.ts'
import { formatName } from '../shared-file/shared-file.ts'
import type { ImportFile } from './drafts/import-file.ts'
import { ImportRefused } from './drafts/import-refused.ts'
import { readForeign } from './read-foreign.ts'
import { type ParsedImport, readText, type UnsealDeps } from './reading.ts'

/** Reads what was given, as far as one's own keys go: our own file, or files of other tools. Nothing of it is run, asked or opened. */
export async function readGiven(
  deps: UnsealDeps & Pick<Ports, 'newId'>,
  files: readonly ImportFile[],
): Promise<ParsedImport> {
  const characters = files.reduce((sum, { text }) => sum + text.length, 0)
  if (characters > importMaxCharacters)
    return { kind: 'refused', problem: { code: 'too_long', evidence: { most: importMaxCharacters } } }
  const [first] = files
  if (first === undefined) return { kind: 'refused', problem: { code: 'empty', evidence: {} } }
  const { text } = first
  if (files.length === 1 && isOurs(text)) return readText(deps, text)
  try {
    const foreign = readForeign(files, deps.newId)
    if (foreign === null)
      return /^\uFEFF?\s*[A-Za-z$#@]/.test(text)
        ? { kind: 'refused', problem: { code: 'not_recognized', evidence: {} } }
        : await readText(deps, text)
    const { carried, ...read } = foreign
    return { kind: 'open', file: { ...read, armor: null, signature: null, signedText: '', unknown: [] }, carried }
  } catch (error) {
    if (error instanceof ImportRefused) return { kind: 'refused', problem: error.problem }
    throw error
  }
}

/** By what only our files have in them. */
const isOurs = (text: string): boolean =>
  text.includes(formatName) || /^\uFEFF?\s*-----BEGIN AGE ENCRYPTED FILE-----/.test(text)
