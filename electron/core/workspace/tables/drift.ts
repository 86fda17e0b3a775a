import type { DatabaseSync } from 'node:sqlite'
import type { ZodType } from 'zod'
import { type Drift, type DriftCounts, driftSchema } from '../../../contract/drift.ts'
import { checkedTable, type DamageListener, readJson, type Row } from './checked-table.ts'
import { transactionOf } from './transaction.ts'

export type DriftTable = ReturnType<typeof driftTable>

/** Of an environment: requests whose baseline is kept, and drift that is. */
const mostBaselines = 60
const mostDrift = 500

/** What is usual of the requests of each environment, and what differed from it. */
export function driftTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const baselines = checkedTable(database, 'drift_baselines', ['environment_id', 'request'], noticed)
  const changes = checkedTable(database, 'drift_changes', ['id'], noticed)
  const baseline = baselines.select('WHERE environment_id = ? AND request = ?')
  const one = changes.select('WHERE id = ?')
  const listed = changes.select('WHERE environment_id = ? ORDER BY at DESC, rowid DESC')
  const counted = database.prepare(
    'SELECT environment_id AS id, count(*) AS count FROM drift_changes WHERE is_expected = 0 GROUP BY environment_id',
  )
  const [pruneBaselines, pruneDrift] = [
    ['drift_baselines', 'used_at', mostBaselines],
    ['drift_changes', 'at', mostDrift],
  ].map(([table, order, most]) =>
    database.prepare(
      `DELETE FROM ${table} WHERE environment_id = ?1 AND rowid IN
       (SELECT rowid FROM ${table} WHERE environment_id = ?1 ORDER BY ${order} DESC LIMIT -1 OFFSET ${most})`,
    ),
  )
  const forgetting = ['drift_baselines', 'drift_changes'].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE environment_id = ?`),
  )
  const driftIn = (row: Row): Drift[] => {
    const drift = readJson(driftSchema, row['value'])
    return drift === null ? [] : [drift]
  }

  function write(drift: Drift): void {
    const { id, environmentId, at, isExpected } = drift
    const row = { id, environment_id: environmentId, at, is_expected: isExpected ? 1 : 0 }
    changes.put({ ...row, value: JSON.stringify(drift) })
  }

  return {
    /** Null when there is none, or it is not as it was written: what is usual is learned again. */
    baseline: <Baseline>(environmentId: string, request: string, schema: ZodType<Baseline>): Baseline | null => {
      const [row] = baseline(environmentId, request)
      return row === undefined ? null : readJson(schema, row['value'])
    },
    putBaseline: (environmentId: string, request: string, usedAt: number, value: object): void => {
      const key = { environment_id: environmentId, request }
      baselines.put({ ...key, used_at: usedAt, value: JSON.stringify(value) })
      pruneBaselines?.run(environmentId)
    },
    put: (drift: Drift): void => {
      write(drift)
      pruneDrift?.run(drift.environmentId)
    },
    /** Writes what is there already. */
    change: write,
    get: (id: string): Drift | null => one(id).flatMap(driftIn)[0] ?? null,
    /** Newest first. */
    list: (environmentId: string): Drift[] => listed(environmentId).flatMap(driftIn),
    /** Of each environment that has any which is not expected. */
    counts: (): DriftCounts =>
      counted.all().map(({ id, count }) => ({ environmentId: String(id), count: Number(count) })),
    /** Removes all that is known of an environment. */
    forget: (environmentId: string): void => {
      for (const statement of forgetting) statement.run(environmentId)
    },
    /** Of this table alone, which is on the connection of what is recorded. */
    together: transactionOf(database),
  }
}
