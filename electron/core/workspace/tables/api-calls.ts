import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type ApiCall, apiCallSchema, type ApiCallSummary, apiCallSummarySchema } from '../../../contract/api-call.ts'
import { type Arranged, arrangedRows } from './arrange-rows.ts'
import { checkedTable, type DamageListener, readJson, type Row } from './checked-table.ts'
import { transactionOf } from './transaction.ts'

/** To check no more of 2,000 calls is most of what listing them costs. */
const summarySchema: z.ZodType<ApiCallSummary> = z.object(apiCallSummarySchema.shape)

export type ApiCallTable = ReturnType<typeof apiCallTable>

export function apiCallTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'api_calls', ['id'], noticed)
  const transaction = transactionOf(database)
  const list = rows.select('WHERE environment_id = ? ORDER BY position, id')
  const one = rows.select('WHERE id = ?')
  const last = database.prepare('SELECT coalesce(max(position), 0) AS position FROM api_calls')
  const count = database.prepare('SELECT count(*) AS count FROM api_calls WHERE environment_id = ?')
  const remove = database.prepare('DELETE FROM api_calls WHERE id = ?')

  function parsed<Value>(schema: z.ZodType<Value>) {
    return (row: Row): Value[] => {
      const call = readJson(schema, row['value'])
      if (call === null) noticed('api_calls', row)
      return call === null ? [] : [call]
    }
  }
  const fromRow = parsed<ApiCall>(apiCallSchema)
  const summaryFromRow = parsed(summarySchema)

  return {
    /** A row that cannot be read, or is not as it was written, stays, and is left out. */
    list: (environmentId: string): ApiCall[] => list(environmentId).flatMap(fromRow),
    summaries: (environmentId: string): ApiCallSummary[] => list(environmentId).flatMap(summaryFromRow),
    count: (environmentId: string): number => Number(count.get(environmentId)?.['count'] ?? 0),
    get: (id: string): ApiCall | null => one(id).flatMap(fromRow)[0] ?? null,
    /** Adds the call, or replaces the one with its id. */
    put: (call: ApiCall): void => {
      transaction(() => {
        const [before] = one(call.id)
        rows.put({
          id: call.id,
          environment_id: before?.['environment_id'] ?? call.environmentId,
          position: before?.['position'] ?? Number(last.get()?.['position'] ?? 0) + 1,
          value: JSON.stringify(call),
        })
      })
    },
    delete: (id: string): void => {
      remove.run(id)
    },
    /** Whether they were put in this order; where one of them is not there, nothing changes. */
    arrange: (environmentId: string, order: readonly Arranged[]): boolean =>
      transaction(() => {
        const changed = arrangedRows(list(environmentId), order)
        for (const row of changed ?? []) rows.put(row)
        return changed !== null
      }),
    /** Deletes calls of an environment and gives them as they were stored. */
    take: (environmentId: string, ids: readonly string[]): Row[] =>
      transaction(() => {
        const taken = [...new Set(ids)]
          .flatMap((id) => one(id))
          .filter((row) => row['environment_id'] === environmentId)
        for (const { id } of taken) remove.run(id ?? null)
        return taken
      }),
    /** Puts back what was taken, unless there is a call with its id again. */
    putBack: (taken: readonly Row[]): void => {
      transaction(() => {
        for (const row of taken) if (one(row['id'] ?? null).length === 0) rows.put(row)
      })
    },
  }
}
