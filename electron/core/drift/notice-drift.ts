import type { Drift } from '../../contract/drift.ts'
import type { WithWorkspace } from '../core-context.ts'
import type { Ports } from '../ports.ts'
import { driftOfRequest, driftOfServer, requestBaselineSchema, serverBaselineSchema } from './drift-of.ts'
import { factsOfExchange, type Judged, serverFactsOf } from './facts-of-exchange.ts'
import { requestKeyOf, serverKeyOf } from './request-key.ts'
import type { Step } from './step.ts'

export type DriftDeps = WithWorkspace<'drift' | 'environments' | 'unrecorded'> & Pick<Ports, 'notify'>

/**
 * Compares an exchange of an environment with what was usual, keeps what is usual now and what differs, and gives what was
 * found. @throws what the workspace throws
 */
export function noticeDrift({ workspace, notify }: DriftDeps, environmentId: string, judged: Judged): readonly Drift[] {
  const { drift, environments, unrecorded } = workspace
  // It may have been deleted meanwhile, or is no longer recorded.
  if (!environments.has(environmentId) || unrecorded.has(environmentId)) return []
  const { exchange, environment } = judged
  const requestKey = requestKeyOf(exchange, environment.value)
  const serverKey = serverKeyOf(exchange)
  const { startedAt } = exchange
  const { raised, isChanged } = drift.together(() => {
    const steps: Step<object>[] = []
    if (requestKey !== null) {
      const step = driftOfRequest(
        drift.baseline(environmentId, requestKey, requestBaselineSchema),
        factsOfExchange(judged),
      )
      drift.putBaseline(environmentId, requestKey, startedAt, step.part)
      steps.push(step)
    }
    const server = driftOfServer(drift.baseline(environmentId, serverKey, serverBaselineSchema), serverFactsOf(judged))
    drift.putBaseline(environmentId, serverKey, startedAt, server.part)
    return kept(drift, environmentId, [...steps, server])
  })
  if (isChanged) notify({ kind: 'drift_changed' })
  return raised
}

/** Writes what was found, and what became of earlier drift. What was found before is not found again. */
function kept(table: DriftDeps['workspace']['drift'], environmentId: string, steps: readonly Step<object>[]) {
  const found = steps.flatMap((step) => step.found).filter(({ id }) => table.get(id) === null)
  const raised: Drift[] = found.map((each) => Object.assign({}, each, { environmentId }))
  for (const drift of raised) table.put(drift)
  const updates = steps.flatMap((step) => step.updates)
  let isChanged = raised.length > 0
  for (const { id, ...change } of updates) {
    const known = table.get(id)
    if (known === null) continue
    table.put({ ...known, ...change })
    isChanged = true
  }
  return { raised, isChanged }
}
