import { createHash } from 'node:crypto'
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
  const page = rows.select('WHERE environment_id = ? AND position > ? ORDER BY position, id LIMIT ?')
  const one = rows.select('WHERE id = ?')
  const last = database.prepare('SELECT coalesce(max(position), 0) AS position FROM api_calls')
  const count = database.prepare('SELECT count(*) AS count FROM api_calls WHERE environment_id = ?')
  const removeAll = database.prepare('DELETE FROM api_calls WHERE id IN (SELECT value FROM json_each(?))')
  const has = database.prepare('SELECT 1 FROM api_calls WHERE id = ?')
  const marks = database.prepare(
    'SELECT id, position, checksum FROM api_calls WHERE environment_id = ? ORDER BY position, id',
  )
  const urls = database.prepare(
    "SELECT value ->> '$.url' AS url FROM api_calls WHERE environment_id = ? AND json_valid(value) ORDER BY position, id",
  )
  const some = database.prepare('SELECT id FROM api_calls WHERE environment_id = ? LIMIT ?')
  const remove = database.prepare('DELETE FROM api_calls WHERE id = ?')

  function parsed<Value>(schema: z.ZodType<Value>) {
    return (row: Row): Value[] => {
      const call = readJson(schema, row['value'])
      if (call === null) noticed('api_calls', row)
      return call === null ? [] : [call]
    }
  }
  const sealed = (call: ApiCall, position: number): Row =>
    rows.sealed({ id: call.id, environment_id: call.environmentId, position, value: JSON.stringify(call) })
  const fromRow = parsed<ApiCall>(apiCallSchema)
  const summaryFromRow = parsed(summarySchema)

  return {
    /** A row that cannot be read, or is not as it was written, stays, and is left out. */
    list: (environmentId: string): ApiCall[] => list(environmentId).flatMap(fromRow),
    /** At most so many calls behind a position, and the position of the last, which is null where none came. */
    page: (environmentId: string, after: number, most: number): { calls: ApiCall[]; last: number | null } => {
      const found = page(environmentId, after, most)
      const position = found.at(-1)?.['position']
      return { calls: found.flatMap(fromRow), last: typeof position === 'number' ? position : null }
    },
    summaries: (environmentId: string): ApiCallSummary[] => list(environmentId).flatMap(summaryFromRow),
    /** Of those that can be read as JSON; nothing else of them is checked. */
    urls: (environmentId: string): string[] => urls.all(environmentId).map(({ url }) => String(url)),
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
    /** The same text for as long as no call of the environment is changed, added, moved or deleted. */
    fingerprint: (environmentId: string): string => {
      const hash = createHash('sha256')
      for (const { id, position, checksum } of marks.all(environmentId)) {
        hash.update(`${String(id).length} ${String(id)} ${String(position)} `)
        if (checksum instanceof Uint8Array) hash.update(checksum)
      }
      return hash.digest('hex')
    },
    /** Deletes at most so many calls of an environment; false when there were none. */
    deleteSome: (environmentId: string, most: number): boolean =>
      transaction(() => {
        const ids = some.all(environmentId, most).map(({ id }) => String(id))
        for (const id of ids) remove.run(id)
        return ids.length > 0
      }),
    /** At most so many rows as they are stored, behind a position; without those that are not as they were written. */
    rowsBehind: (environmentId: string, position: number, most: number): Row[] => page(environmentId, position, most),
    /** Rows to insert, behind all others where `position` is that of the last. One whose id is not free gets a new one. */
    prepared: (
      calls: readonly ApiCall[],
      position: number,
      isFree: (id: string) => boolean,
      newId: () => string,
    ): Row[] =>
      calls.map((call, index) => {
        const id = isFree(call.id) ? call.id : newId()
        return sealed(id === call.id ? call : { ...call, id }, position + index + 1)
      }),
    /** The row that a call has at a position. */
    sealed,
    lastPosition: (): number => Number(last.get()?.['position'] ?? 0),
    has: (id: string): boolean => has.get(id) !== undefined,
    /** @throws where a call has the id of one of them */
    insertAll: (prepared: readonly Row[]): void => {
      transaction(() => {
        for (const row of prepared) rows.insert(row)
      })
    },
    /** Writes rows that are there. */
    updateAll: (changed: readonly Row[]): void => {
      transaction(() => {
        for (const row of changed) rows.update(row)
      })
    },
    deleteAll: (ids: readonly string[]): void => {
      removeAll.run(JSON.stringify(ids))
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
    /** Puts back what was taken; where another call has its id now, under a new one. */
    putBackAll: (taken: readonly Row[], newId: () => string): void => {
      transaction(() => {
        for (const row of taken) rows.put(has.get(row['id'] ?? null) === undefined ? row : withId(row, newId()))
      })
    },
    /** Puts back what was taken, unless there is a call with its id again. */
    putBack: (taken: readonly Row[]): void => {
      transaction(() => {
        for (const row of taken) if (one(row['id'] ?? null).length === 0) rows.put(row)
      })
    },
  }
}

function withId(row: Row, id: string): Row {
  const call = readJson(apiCallSchema, row['value'])
  return { ...row, id, value: call === null ? (row['value'] ?? null) : JSON.stringify({ ...call, id }) }
}
