import { hundredths } from '../../common/hundredths.ts'
import type { Phase } from '../../contract/exchange.ts'
import type { FlowProgress } from '../../contract/flow.ts'
import type { FlowObserver } from '../core-context.ts'
import type { Ports } from '../ports.ts'

/** Reports each phase of each request as it begins, with how long those before it took. */
export function reportPhases(
  { now, uptime }: Pick<Ports, 'now' | 'uptime'>,
  about: Pick<FlowProgress, 'runId' | 'environmentId' | 'act'>,
  report: (progress: FlowProgress) => void,
): FlowObserver['onRequest'] {
  return (request) => {
    const startedAt = now()
    const elapsed: { phase: Phase; ms: number }[] = []
    let current: { phase: Phase; since: number } | null = null
    return (phase) => {
      if (phase === 'done' || phase === current?.phase) return
      const at = uptime()
      if (current !== null) elapsed.push({ phase: current.phase, ms: hundredths(at - current.since) })
      current = { phase, since: at }
      report({ ...about, ...request, phase, elapsed: [...elapsed], startedAt })
    }
  }
}
