import type { DatabaseSync } from 'node:sqlite'
import type { Written } from './index-writer.ts'
import { recordedReader } from './recorded.ts'

/** Reads what the index takes of an exchange; null where it is gone. */
export function indexable(workspace: DatabaseSync): (id: string) => Written | null {
  const recorded = recordedReader(workspace)
  const row = workspace.prepare(`
    SELECT length(exchanges.value) + length(exchanges.summary) + coalesce(length(conclusions.value), 0) AS bytes,
      conclusions.exchange_id IS NOT NULL AS is_concluded, exchange_marks.exchange_id IS NOT NULL AS is_marked,
      exchange_marks.checksum AS mark
    FROM exchanges
    LEFT JOIN conclusions ON conclusions.exchange_id = exchanges.id
    LEFT JOIN exchange_marks ON exchange_marks.exchange_id = exchanges.id
    WHERE exchanges.id = ?`)
  return (id) => {
    const found = row.get(id)
    if (found === undefined) return null
    const mark = found['mark']
    const isMarked = found['is_marked'] === 1
    return {
      id,
      bytes: Number(found['bytes']),
      isConcluded: found['is_concluded'] === 1,
      mark: isMarked ? (mark instanceof Uint8Array ? mark : new Uint8Array()) : null,
      recorded: recorded.get(id),
    }
  }
}
