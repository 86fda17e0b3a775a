import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { HistoryListener } from '../history-changes.ts'
import { checkedTable, type DamageListener, readJson } from './checked-table.ts'
import { transactionOf } from './transaction.ts'

/** What a person keeps with an exchange. */
export interface ExchangeMark {
  isPinned: boolean
  note: string
}

const none: ExchangeMark = { isPinned: false, note: '' }

export type ExchangeMarkTable = ReturnType<typeof exchangeMarkTable>

/** Notes are kept as JSON: SQLite's text has neither NUL nor half of a surrogate pair. */
export function exchangeMarkTable(
  database: DatabaseSync,
  noticed: DamageListener = () => {},
  { changed }: Pick<HistoryListener, 'changed'> = { changed: () => {} },
) {
  const rows = checkedTable(database, 'exchange_marks', ['exchange_id'], noticed)
  const one = rows.selectAll('WHERE exchange_id = ?')
  const has = database.prepare('SELECT 1 FROM exchanges WHERE id = ?')
  const remove = database.prepare('DELETE FROM exchange_marks WHERE exchange_id = ?')
  const transaction = transactionOf(database)

  /** Of a damaged one what can be read: left out, it would be written over. */
  function get(exchangeId: string): ExchangeMark {
    const [row] = one(exchangeId)
    if (row === undefined) return none
    return { isPinned: row['is_pinned'] === 1, note: readJson(z.string(), row['note']) ?? '' }
  }

  function change(exchangeId: string, given: Partial<ExchangeMark>): boolean {
    if (has.get(exchangeId) === undefined) return false
    const { isPinned, note } = { ...get(exchangeId), ...given }
    if (!isPinned && note === '') remove.run(exchangeId)
    else rows.put({ exchange_id: exchangeId, is_pinned: Number(isPinned), note: JSON.stringify(note) })
    return true
  }

  return {
    get,
    /** An empty note is none. False when the exchange is not there. */
    setNote: (exchangeId: string, note: string): boolean => {
      const isThere = transaction(() => change(exchangeId, { note }))
      if (isThere) changed([exchangeId])
      return isThere
    },
    /** All of those that are there, or, when it throws, none. */
    setPinned: (exchangeIds: readonly string[], isPinned: boolean): void => {
      transaction(() => {
        for (const id of exchangeIds) change(id, { isPinned })
      })
      changed(exchangeIds)
    },
  }
}
