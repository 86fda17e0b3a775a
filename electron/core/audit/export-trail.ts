import type { AuditFormat } from '../../vocabulary/audit.ts'
import { eventSentence } from '../../wording/audit-event.ts'
import { csvLine, csvStart } from './csv.ts'
import type { StoredEntry } from './entries.ts'

const columns = ['number', 'time', 'kind', 'sentence', 'environment', 'detail', 'seal']

/** What a file of the trail begins with. */
export const startOf = (format: AuditFormat): string => (format === 'csv' ? csvStart + csvLine(columns) : '')

/** An entry as a line. JSON Lines has all of it as it was sealed; CSV is for the eyes. */
export function lineOf(format: AuditFormat, { entry, row }: StoredEntry): string {
  const { number, id, kind, environmentId, environmentName, detail } = entry
  const seal = row.seal === null || !entry.isSealed ? null : Buffer.from(row.seal).toString('hex')
  const time = isoOf(row.at)
  if (format === 'jsonl') {
    return `${JSON.stringify({ number, id, time, at: row.at, kind, environmentId, environmentName, detail, seal })}\n`
  }
  const sentence = eventSentence(entry, environmentName === '' ? null : environmentName)
  const details = Object.entries(detail).map(([name, value]) => `${name}: ${value}`)
  return csvLine([String(number), time, kind, sentence, environmentName, details.join('; '), seal ?? ''])
}

/** With milliseconds; the number itself where there is no such date. */
function isoOf(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString()
}
