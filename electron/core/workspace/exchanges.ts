import type { DatabaseSync } from 'node:sqlite'
import { type Exchange, type ExchangeSummary, exchangeSchema, exchangeSummarySchema } from '../../contract/exchange.ts'
import { readJson } from './read-json.ts'

export type ExchangeTable = ReturnType<typeof exchangeTable>

export function exchangeTable(database: DatabaseSync) {
  const insert = database.prepare(
    'INSERT INTO exchanges (id, environment_id, started_at, summary, value) VALUES (?, ?, ?, ?, ?)',
  )
  const all = database.prepare('SELECT summary FROM exchanges ORDER BY started_at DESC LIMIT ?')
  const ofEnvironment = database.prepare(
    'SELECT summary FROM exchanges WHERE environment_id = ? ORDER BY started_at DESC LIMIT ?',
  )
  const one = database.prepare('SELECT value FROM exchanges WHERE id = ?')

  return {
    /** Takes an exchange that is masked already. */
    add: (exchange: Exchange): void => {
      const { id, environmentId, startedAt } = exchange
      insert.run(id, environmentId, startedAt, JSON.stringify(summaryOf(exchange)), JSON.stringify(exchange))
    },
    /** Newest first; of all environments when `environmentId` is null. A row that cannot be read stays, and is left out. */
    list: (environmentId: string | null, limit: number): ExchangeSummary[] => {
      const rows = environmentId === null ? all.all(limit) : ofEnvironment.all(environmentId, limit)
      return rows.flatMap((row) => readJson(exchangeSummarySchema, row['summary']) ?? [])
    },
    /** Null when it is not there or cannot be read. */
    get: (id: string): Exchange | null => {
      const row = one.get(id)
      return row === undefined ? null : readJson(exchangeSchema, row['value'])
    },
  }
}

export function summaryOf({
  id,
  environmentId,
  purpose,
  startedAt,
  request,
  response,
  failure,
  timings,
}: Exchange): ExchangeSummary {
  return {
    id,
    environmentId,
    purpose,
    startedAt,
    method: request.method,
    url: request.url,
    status: response?.status ?? null,
    failure: failure?.code ?? null,
    totalMs: timings.total,
  }
}
