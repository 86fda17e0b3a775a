import type { ImportPlace } from '../../../../contract/import-note.ts'
import { draftOfScript } from '../command-line/curl-draft.ts'
import { posixScript } from '../command-line/posix-script.ts'
import type { Line } from './http-blocks.ts'

type Draft = ReturnType<typeof draftOfScript>

/** What the command asks for, which goes over all lines of its block. */
export function curlBlock(
  lines: readonly Line[],
  atLine: (line: number) => ImportPlace,
): Pick<Draft, 'calls' | 'notes'> {
  const first = lines[0]?.number ?? 1
  const script = posixScript(lines.map(({ text }) => text).join('\n'))
  return draftOfScript(script, (line) => atLine(first + line - 1))
}
