import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { failureCodeSchema, phaseSchema, purposeSchema } from '../../contract/exchange.ts'
import { findingCodeSchema } from '../../contract/finding.ts'
import { verdictSchema } from '../../contract/history.ts'
import type { ActivityFact } from './fact.ts'
import { type Figures, figuresOf } from './figures.ts'
import { timeSteps } from './time-steps.ts'
import type { ActivityRange } from '../../vocabulary/activity.ts'

/** Of each column all values, in the order of time. Codes that another version wrote are left out. */
const columnsSchema = z.object({
  ids: z.array(z.string()),
  purposes: z.array(purposeSchema),
  started: z.array(z.number()),
  total: z.array(z.number()),
  status: z.array(z.number().nullable()),
  failures: z.array(failureCodeSchema.nullable().catch('other')),
  phases: z.array(phaseSchema.nullable().catch(null)),
  verdicts: z.array(verdictSchema.nullable().catch(null)),
  findings: z.array(findingCodeSchema.nullable().catch(null)),
  tokens: z.array(z.string().nullable()),
  lifetimes: z.array(z.number().nullable()),
  scopes: z.array(z.string().nullable()),
  requests: z.array(z.string()),
  watch: z.array(z.number()),
})

/** Token requests and calls count, but for those of probes. */
const counted = `WHERE environment_id = ? AND purpose IN ('token', 'api') AND is_readable = 1 AND is_of_probe = 0`

/** Reads what the figures need of the index. One row of JSON is read ten times faster than a row for each exchange. */
export function activityReader(index: DatabaseSync) {
  const ofSpan = index.prepare(`
    SELECT json_object(
      'ids', json_group_array(id), 'purposes', json_group_array(purpose), 'started', json_group_array(started),
      'total', json_group_array(total_ms), 'status', json_group_array(status), 'failures', json_group_array(failure),
      'verdicts', json_group_array(verdict), 'findings', json_group_array(finding), 'tokens', json_group_array(token),
      'lifetimes', json_group_array(lifetime), 'scopes', json_group_array(scope), 'requests', json_group_array(request),
      'phases', json_group_array(phase), 'watch', json_group_array(is_of_watch)
    ) AS columns
    FROM (SELECT * FROM facts ${counted} AND started >= ? AND started < ? ORDER BY started)`)
  const before = index.prepare(`SELECT max(started) AS last FROM facts ${counted} AND started < ?`)

  return (environmentId: string, range: ActivityRange, now: number): Figures => {
    const { steps } = timeSteps(range, now)
    const [from, to] = [steps[0]?.startsAt ?? now, steps.at(-1)?.endsAt ?? now]
    const last = before.get(environmentId, from)?.['last']
    const columns = columnsSchema.parse(JSON.parse(String(ofSpan.get(environmentId, from, to)?.['columns'])))
    return figuresOf(range, now, factsIn(columns), typeof last === 'number' ? last : null)
  }
}
export type ActivityReader = ReturnType<typeof activityReader>

function factsIn(columns: z.infer<typeof columnsSchema>): ActivityFact[] {
  const { purposes, started, total, status, failures, phases, verdicts, findings, tokens, lifetimes } = columns
  const { scopes, requests, watch } = columns
  return columns.ids.map((id, place) => ({
    id,
    purpose: purposes[place] ?? 'token',
    startedAt: started[place] ?? 0,
    totalMs: total[place] ?? 0,
    status: status[place] ?? null,
    failure: failures[place] ?? null,
    phase: phases[place] ?? null,
    verdict: verdicts[place] ?? null,
    finding: findings[place] ?? null,
    fingerprint: tokens[place] ?? null,
    lifetime: lifetimes[place] ?? null,
    scopeGranted: scopes[place] ?? null,
    request: requests[place] ?? '',
    isOfWatch: watch[place] === 1,
  }))
}
