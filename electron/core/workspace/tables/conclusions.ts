import type { DatabaseSync } from 'node:sqlite'
import { type Conclusion, conclusionSchema } from '../../../contract/history.ts'
import { checkedTable, type DamageListener, readJson } from './checked-table.ts'

export type ConclusionTable = ReturnType<typeof conclusionTable>

/** What came of each exchange, masked as it is. */
export function conclusionTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'conclusions', ['exchange_id'], noticed)
  const one = rows.select('WHERE exchange_id = ?')
  const ofIssued = rows.select('WHERE issued = ? ORDER BY rowid DESC LIMIT 1')
  const remove = database.prepare('DELETE FROM conclusions WHERE exchange_id = ?')

  return {
    /** @throws where the exchange is not there */
    put: (exchangeId: string, conclusion: Conclusion): void => {
      const issued = conclusion.outcome === 'issued' ? (conclusion.token?.fingerprint ?? null) : null
      rows.put({ exchange_id: exchangeId, issued, value: JSON.stringify(conclusion) })
    },
    /** Null when it is not there, cannot be read, or is not as it was written. */
    get: (exchangeId: string): Conclusion | null => {
      const [row] = one(exchangeId)
      return row === undefined ? null : readJson(conclusionSchema, row['value'])
    },
    /** The exchange that issued this token last; null where that is not recorded. */
    issuerOf: (fingerprint: string): string | null => {
      const [row] = ofIssued(fingerprint)
      return row === undefined ? null : String(row['exchange_id'])
    },
    delete: (exchangeId: string): void => {
      remove.run(exchangeId)
    },
  }
}
