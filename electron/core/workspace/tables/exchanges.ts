import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import {
  type Exchange,
  exchangeSchema,
  type ExchangeSummary,
  exchangeSummarySchema,
} from '../../../contract/exchange.ts'
import { isMembers } from '../../json/json-members.ts'
import { checkedTable, type DamageListener, isChecksum, readJson, type Row, summaryChecksum } from './checked-table.ts'
import { exchangeDeletion } from './exchange-deletion.ts'

/**
 * What older versions recorded, as it is read now: each exchange is its own flow, and the sentence of a failure,
 * `detail`, is its evidence in words.
 */
const storedExchangeSchema = z.preprocess((value) => {
  if (!isMembers(value)) return value
  const exchange = { flowId: value['id'], causedBy: null, ...value }
  if (!isMembers(value['failure'])) return exchange
  const { detail, ...failure } = value['failure']
  return typeof detail === 'string' ? { ...exchange, failure: { ...failure, evidence: { words: detail } } } : exchange
}, exchangeSchema)

export type ExchangeTable = ReturnType<typeof exchangeTable>

export function exchangeTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'exchanges', ['id'], noticed)
  const listed = 'SELECT id, environment_id, started_at, summary, summary_checksum FROM exchanges'
  const all = database.prepare(`${listed} ORDER BY started_at DESC LIMIT ?`)
  const ofEnvironment = database.prepare(`${listed} WHERE environment_id = ? ORDER BY started_at DESC LIMIT ?`)
  const ofCall = database.prepare(`${listed} WHERE call_id = ? ORDER BY started_at DESC LIMIT ?`)
  const one = rows.select('WHERE id = ?')
  const next = database.prepare(`${listed} WHERE environment_id IS ? AND started_at > ? ORDER BY started_at LIMIT ?`)

  function summaryIn(row: Row): ExchangeSummary[] {
    const isGood = isChecksum(row['summary_checksum'], summaryChecksum(row))
    const summary = isGood ? readJson(exchangeSummarySchema, row['summary']) : null
    if (summary === null) noticed('exchanges', row)
    return summary === null ? [] : [summary]
  }

  return {
    /** Takes an exchange that is masked already. */
    add: (exchange: Exchange): void => {
      const { id, environmentId, startedAt, callId = null } = exchange
      const summary = JSON.stringify(summaryOf(exchange))
      const row = { id, environment_id: environmentId, started_at: startedAt, call_id: callId, summary }
      rows.put({ ...row, summary_checksum: summaryChecksum(row), value: JSON.stringify(exchange) })
    },
    /**
     * Newest first; of all environments when `environmentId` is null. A row that cannot be read, or is not as it was
     * written, stays, and is left out.
     */
    list: (environmentId: string | null, limit: number): ExchangeSummary[] => {
      const found = environmentId === null ? all.all(limit) : ofEnvironment.all(environmentId, limit)
      return found.flatMap(summaryIn)
    },
    /** The answers of an API call, newest first. */
    listOfCall: (callId: string, limit: number): ExchangeSummary[] => ofCall.all(callId, limit).flatMap(summaryIn),
    /** Null when it is not there, cannot be read, or is not as it was written. */
    get: (id: string): Exchange | null => {
      const [row] = one(id)
      return row === undefined ? null : readJson(storedExchangeSchema, row['value'])
    },
    /** What began after a moment, oldest first. */
    sentAfter: (environmentId: string | null, startedAt: number, limit: number): ExchangeSummary[] =>
      next.all(environmentId, startedAt, limit).flatMap(summaryIn),
    /** False when it is not there, or is kept. */
    delete: exchangeDeletion(database),
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
  isOfProbe,
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
    ...(response !== null && { bodyBytes: response.body.decodedBytes }),
    ...(isOfProbe === true && { isOfProbe }),
  }
}
