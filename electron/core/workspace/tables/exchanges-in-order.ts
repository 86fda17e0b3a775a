import type { DatabaseSync } from 'node:sqlite'

/** An exchange as far as it counts for how long it is kept. */
export interface KeptExchange {
  /** Its place in the order in which exchanges were recorded, which no clock changes. */
  place: number
  id: string
  /** Milliseconds since 1970, by the clock of that moment. */
  startedAt: number
  /** Of the exchange, and of what came of it. */
  bytes: number
  /** Whether it is pinned or has a note. A damaged mark counts. */
  isMarked: boolean
}

export type ExchangesInOrder = ReturnType<typeof exchangesInOrder>

export function exchangesInOrder(database: DatabaseSync) {
  const next = database.prepare(
    `SELECT exchanges.rowid AS place, id, started_at, exchange_marks.exchange_id IS NOT NULL AS is_marked,
       octet_length(exchanges.value) + octet_length(summary) + coalesce(octet_length(conclusions.value), 0) AS bytes
     FROM exchanges
     LEFT JOIN conclusions ON conclusions.exchange_id = id LEFT JOIN exchange_marks ON exchange_marks.exchange_id = id
     WHERE exchanges.rowid > ? ORDER BY exchanges.rowid LIMIT ?`,
  )
  const newest = database.prepare('SELECT max(started_at) AS at FROM exchanges WHERE started_at < ?')
  const pages = database.prepare(
    `SELECT (page_count - freelist_count) * page_size AS bytes
     FROM pragma_page_count, pragma_freelist_count, pragma_page_size`,
  )

  return {
    /** The next ones that were recorded after the one at this place. */
    recordedAfter: (place: number, count: number): KeptExchange[] =>
      next.all(place, count).map((row) => ({
        place: Number(row['place']),
        id: String(row['id']),
        startedAt: Number(row['started_at']),
        bytes: Number(row['bytes']),
        isMarked: row['is_marked'] === 1,
      })),
    /** When the newest exchange before a moment was sent, by the clock of then; null when there is none. */
    newestBefore: (moment: number): number | null => {
      const at = newest.get(moment)?.['at']
      return typeof at === 'number' ? at : null
    },
    /** Bytes of the whole workspace, which are more than those of its exchanges; at once. */
    bytesOfAll: (): number => Number(pages.get()?.['bytes'] ?? 0),
  }
}
