import { setImmediate as pause } from 'node:timers/promises'
import { type ApiCall, apiCallSchema } from '../../contract/api-call.ts'
import type { ApiCallTable } from '../workspace/tables/api-calls.ts'
import { readJson, type Row } from '../workspace/tables/checked-table.ts'
import { pairsOf } from './call-changes.ts'
import { positionsAmong } from './positions-among.ts'

/** What has to be written so that an environment has the calls of a file instead of its own. */
export interface ReplacedCalls {
  /** Calls that are not here, and their positions. */
  added: { call: ApiCall; position: number }[]
  /** Rows of calls that are here and differ: as they are stored, and as they are to be. */
  before: Row[]
  after: Row[]
  /** Rows of calls that no other takes the place of. */
  gone: Row[]
}

/** Calls that are worked on between two breaths. */
const atOnce = 250

/**
 * Pairs calls of a file with those that are here, by id, else by folder and name, as the preview does: what is equal is not
 * written, and a call keeps its history.
 */
export async function replacedCalls(
  stored: readonly Row[],
  calls: readonly ApiCall[],
  table: Pick<ApiCallTable, 'sealed'>,
  lastPosition: number,
): Promise<ReplacedCalls> {
  const here: ApiCall[] = []
  const rows = new Map<string, Row>()
  for (const [index, row] of stored.entries()) {
    if (index % atOnce === atOnce - 1) await pause()
    const call = readJson(apiCallSchema, row['value'])
    if (call === null) continue
    here.push(call)
    rows.set(call.id, row)
  }
  const pairs = pairsOf(here, calls).flatMap(({ before, after }) =>
    after === null ? [] : [{ call: after, row: before === null ? undefined : rows.get(before.id) }],
  )
  const positions = positionsAmong(
    pairs.map(({ row }) => (typeof row?.['position'] === 'number' ? row['position'] : null)),
    lastPosition,
  )
  const replaced: ReplacedCalls = { added: [], before: [], after: [], gone: [] }
  const met = new Set<Row>()
  for (const [index, { call, row }] of pairs.entries()) {
    if (index % atOnce === atOnce - 1) await pause()
    const position = positions[index] ?? 0
    if (row === undefined) {
      replaced.added.push({ call, position })
      continue
    }
    met.add(row)
    const sealed = table.sealed({ ...call, id: String(row['id']) }, position)
    if (sealed['value'] === row['value'] && position === row['position']) continue
    replaced.before.push(row)
    replaced.after.push(sealed)
  }
  replaced.gone = stored.filter((row) => !met.has(row))
  return replaced
}
