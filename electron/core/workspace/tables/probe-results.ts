import type { DatabaseSync } from 'node:sqlite'
import { type ProbeResult, probeResultSchema } from '../../../contract/review.ts'
import { checkedTable, type DamageListener, readJson } from './checked-table.ts'

export type ProbeResultTable = ReturnType<typeof probeResultTable>

/** What each probe of an environment found last, with a digest of the settings that it was sent with. */
export function probeResultTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'probe_results', ['environment_id', 'probe'], noticed)
  const ofEnvironment = rows.select('WHERE environment_id = ? ORDER BY probe')

  return {
    /** What is not as it was written is left out: the probe can be sent again. */
    list: (environmentId: string): { settings: string; result: ProbeResult }[] =>
      ofEnvironment(environmentId).flatMap(({ settings, value }) => {
        const result = readJson(probeResultSchema, value)
        return result === null ? [] : [{ settings: String(settings), result }]
      }),
    /** In the place of the last one. @throws where there is no such environment */
    put: (environmentId: string, settings: string, result: ProbeResult): void => {
      rows.put({ environment_id: environmentId, probe: result.probe, settings, value: JSON.stringify(result) })
    },
  }
}
