import type { DatabaseSync } from 'node:sqlite'
import type { DamagedEntry } from '../../../contract/damaged-entry.ts'
import { damagedEntry } from './damaged-entry.ts'
import { suspect } from './suspicion.ts'
import type { DamageListener, Row } from '../tables/checked-table.ts'

export interface DamageNotices {
  noticed: DamageListener
  /** Hears of damage that reading met: of each row once, and of what one read met together. */
  listen: (listener: (entries: readonly DamagedEntry[]) => void) => void
}

/** Gathers the damage that is met while the app runs, and has the next start look at everything. */
export function damageNotices(database: DatabaseSync, workspace: string): DamageNotices {
  const known = new Set<string>()
  let waiting: DamagedEntry[] = []
  let listener: ((entries: readonly DamagedEntry[]) => void) | null = null

  function notify(): void {
    if (listener === null || waiting.length === 0) return
    const entries = waiting
    waiting = []
    listener(entries)
  }

  return {
    noticed: (table, row) => {
      const place = placeOf(table, row)
      if (known.has(place)) return
      known.add(place)
      if (workspace !== ':memory:') suspect(workspace)
      waiting.push(damagedEntry(database, table, row))
      setImmediate(notify)
    },
    listen: (heard) => {
      listener = heard
      setImmediate(notify)
    },
  }
}

/** By the columns that are keys; `value` is one only where there is a `part`. */
function placeOf(
  table: string,
  { id, exchange_id, environment_id, name, slot, kind, key, origin, way, part, value }: Row,
): string {
  const ofPart = part === undefined ? '' : value
  return [table, id, exchange_id, environment_id, name, slot, kind, key, origin, way, part, ofPart]
    .map(String)
    .join(' ')
}
