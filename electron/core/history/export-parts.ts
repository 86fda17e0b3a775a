import type { HistoryFormat } from '../../vocabulary/history.ts'
import { harEntryOf, harFrame } from '../exporting/har.ts'
import { maskOf } from '../redaction/redact.ts'
import type { Recorded } from './recorded.ts'

export interface HistoryExportOptions {
  format: HistoryFormat
  /** The program that writes it, for an archive. */
  creator: { name: string; version: string }
  /** What must not be in a note: everything else was masked when it was recorded. */
  secrets: readonly string[]
}

/** Text that comes next, and how many exchanges are done with it; `written` of them are in the file: what is gone is not. */
export interface ExportPart {
  text: string
  done: number
  written: number
}

/** Characters of a part, unless one exchange has more. */
const enough = 1 << 18

/** Exchanges as a file, in parts; every call gives the same of the same. */
export function* exportParts(
  ids: Iterable<string>,
  read: (id: string) => Recorded | null,
  { format, creator, secrets }: HistoryExportOptions,
): Generator<ExportPart, void> {
  const { head, between, tail, entryOf } = format === 'har' ? archive(creator) : lines(maskOf(secrets))
  let [done, written, text] = [0, 0, head]
  for (const id of ids) {
    const recorded = read(id)
    done += 1
    if (recorded === null) continue
    text += `${written === 0 ? '' : between}${entryOf(recorded)}`
    written += 1
    if (text.length < enough) continue
    yield { text, done, written }
    text = ''
  }
  yield { text: `${text}${tail}`, done, written }
}

interface Writing {
  head: string
  between: string
  tail: string
  entryOf: (recorded: Recorded) => string
}

function archive(creator: HistoryExportOptions['creator']): Writing {
  const { head, tail } = harFrame(creator)
  return { head, between: ',\n', tail, entryOf: ({ exchange }) => JSON.stringify(harEntryOf(exchange)) }
}

/** JSON Lines: an exchange as it is recorded, with what came of it and what a person keeps with it. @see https://jsonlines.org */
function lines(mask: (text: string) => string): Writing {
  const entryOf = ({ exchange, conclusion, mark }: Recorded): string =>
    JSON.stringify({ ...exchange, conclusion, isPinned: mark.isPinned, note: mask(mark.note) })
  return { head: '', between: '\n', tail: '\n', entryOf }
}
