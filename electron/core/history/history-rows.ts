import type { DatabaseSync } from 'node:sqlite'
import { exchangeSummarySchema } from '../../contract/exchange.ts'
import type { HistoryRow } from '../../contract/history.ts'
import { isChecksum, readJson, summaryChecksum } from '../workspace/tables/checked-table.ts'
import { environmentNames } from './environment-names.ts'
import { foremostFinding } from './foremost-finding.ts'
import { recordedReader } from './recorded.ts'

/** Rows of the table of the history, by the ids of exchanges; what is gone, or not as it was written, is left out. */
export function historyRows(workspace: DatabaseSync): (ids: readonly string[]) => HistoryRow[] {
  const summary = workspace.prepare(
    'SELECT id, environment_id, started_at, summary, summary_checksum FROM exchanges WHERE id = ?',
  )
  const { conclusionOf, markOf } = recordedReader(workspace)
  const nameOf = environmentNames(workspace)

  function rowOf(id: string): HistoryRow[] {
    const row = summary.get(id)
    if (row === undefined || !isChecksum(row['summary_checksum'], summaryChecksum(row))) return []
    const exchange = readJson(exchangeSummarySchema, row['summary'])
    if (exchange === null) return []
    const conclusion = conclusionOf(id)
    const { isPinned, note } = markOf(id)
    return [
      {
        ...exchange,
        environmentName: nameOf(exchange.environmentId) ?? conclusion?.environmentName ?? '',
        verdict: conclusion?.verdict ?? null,
        finding: foremostFinding(conclusion?.findings ?? []),
        isPinned,
        hasNote: note !== '',
      },
    ]
  }

  return (ids) => ids.flatMap(rowOf)
}
