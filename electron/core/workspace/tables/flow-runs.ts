import type { DatabaseSync } from 'node:sqlite'
import { type FlowRun, flowRunSchema, type FlowRunSummary, flowRunSummarySchema } from '../../../contract/flow.ts'
import { checkedTable, type DamageListener, isChecksum, readJson, type Row, summaryChecksum } from './checked-table.ts'

export type FlowRunTable = ReturnType<typeof flowRunTable>

export function flowRunTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'flow_runs', ['id'], noticed)
  const one = rows.select('WHERE id = ?')
  // In the order in which they were begun: a clock may be set back.
  const listed = database.prepare(
    `SELECT id, environment_id, started_at, summary, summary_checksum FROM flow_runs
     WHERE environment_id = ? ORDER BY rowid DESC`,
  )
  const prune = database.prepare(
    `DELETE FROM flow_runs WHERE rowid IN (
       SELECT rowid FROM (
         SELECT rowid, row_number() OVER newest AS place, sum(length(value)) OVER newest AS characters
         FROM flow_runs WHERE environment_id = ?1 WINDOW newest AS (ORDER BY rowid DESC)
       ) WHERE place > ?2 OR (place > 1 AND characters > ?3)
     )`,
  )

  function summaryIn(row: Row): FlowRunSummary[] {
    const isGood = isChecksum(row['summary_checksum'], summaryChecksum(row))
    const summary = isGood ? readJson(flowRunSummarySchema, row['summary']) : null
    if (summary === null) noticed('flow_runs', row)
    return summary === null ? [] : [summary]
  }

  return {
    /** Adds a run that is masked already, or replaces the one with its id. */
    put: (run: FlowRun, summary: FlowRunSummary): void => {
      const row = {
        id: run.id,
        environment_id: run.environmentId,
        started_at: run.startedAt,
        summary: JSON.stringify(summary),
      }
      rows.put({ ...row, summary_checksum: summaryChecksum(row), value: JSON.stringify(run) })
    },
    /** Newest first. A row that cannot be read, or is not as it was written, stays, and is left out. */
    list: (environmentId: string): FlowRunSummary[] => listed.all(environmentId).flatMap(summaryIn),
    /** Null when it is not there, cannot be read, or is not as it was written. */
    get: (id: string): FlowRun | null => {
      const [row] = one(id)
      return row === undefined ? null : readJson(flowRunSchema, row['value'])
    },
    /** Removes the oldest runs of an environment, so that at most so many of so many characters together are left. */
    prune: (environmentId: string, { runs, characters }: { runs: number; characters: number }): void => {
      prune.run(environmentId, runs, characters)
    },
  }
}
