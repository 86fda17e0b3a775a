import type { DatabaseSync } from 'node:sqlite'
import { type FindingCode, findingCodeSchema } from '../../contract/finding.ts'
import type { HistoryFacts } from '../../contract/history.ts'
import { environmentNames } from './environment-names.ts'
import { textsOf } from './texts-of.ts'

/** Hosts that are given to choose from. */
const mostHosts = 500

export function historyFacts(workspace: DatabaseSync, index: DatabaseSync): () => HistoryFacts {
  const figures = index.prepare(`
    SELECT count(*) AS exchanges, total(bytes) AS bytes, total(is_pinned) AS pinned,
      min(CASE WHEN is_readable = 1 THEN started END) AS oldest
    FROM facts`)
  const ofFindings = index.prepare(
    "SELECT findings, count(*) AS count FROM facts WHERE findings <> '' GROUP BY findings",
  )
  const ofEnvironments = index.prepare(
    'SELECT environment_id AS id, max(environment_name) AS name FROM facts WHERE environment_id IS NOT NULL GROUP BY environment_id',
  )
  const nameOf = environmentNames(workspace)

  function findings(): HistoryFacts['findings'] {
    const counts = new Map<FindingCode, number>()
    for (const row of ofFindings.all()) {
      for (const text of String(row['findings']).split(' ')) {
        const { data: code } = findingCodeSchema.safeParse(text)
        if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + Number(row['count']))
      }
    }
    return [...counts].map(([code, count]) => ({ code, count })).toSorted((one, other) => other.count - one.count)
  }

  return () => {
    const row = figures.get() ?? {}
    const oldest = row['oldest']
    return {
      exchanges: Number(row['exchanges']),
      bytes: Number(row['bytes']),
      pinned: Number(row['pinned']),
      oldest: typeof oldest === 'number' ? oldest : null,
      hosts: textsOf(
        index,
        `SELECT DISTINCT host AS text FROM facts WHERE host <> '' ORDER BY host LIMIT ${mostHosts}`,
      ),
      findings: findings(),
      goneEnvironments: ofEnvironments.all().flatMap(({ id, name }) => {
        const isGone = nameOf(String(id)) === null
        return isGone ? [{ id: String(id), name: String(name) }] : []
      }),
      unrecorded: textsOf(workspace, 'SELECT environment_id AS text FROM unrecorded_environments'),
    }
  }
}
