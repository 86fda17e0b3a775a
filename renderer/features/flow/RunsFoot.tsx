import { useFlowRuns, useOnceKnown } from '../../queries/flow-runs.ts'
import { newestRun } from '../../state/flow-runs.ts'
import { flowViews } from '../../state/flow-views.ts'
import { useKept } from '../../state/kept.ts'
import { comparableRuns, endedRuns } from './earlier-runs.ts'
import { EarlierRuns } from './EarlierRuns.tsx'
import type { Flow } from './use-flow.ts'

/** The runs that are kept, below the picture. */
export function RunsFoot({ flow: { environment, run, view } }: { flow: Flow }) {
  const { id } = environment
  const runs = useFlowRuns(id).data ?? []
  const [, change] = useKept(flowViews, id)
  const onceKnown = useOnceKnown()
  const shown = run === null ? null : { id: run.id, state: run.state, scenario: run.plan.scenario }
  const show = (runId: string | null) => {
    if (runId === null || runId === newestRun(id)?.id) {
      return change((now) => ({ ...now, laidOver: null, shown: { kind: 'now' } }))
    }
    const earlier = { kind: 'earlier', id: runId } as const
    return onceKnown(runId, () => change((now) => ({ ...now, laidOver: null, shown: earlier })))
  }
  const layOver = (laidOver: string | null) => {
    const lay = () => change((now) => ({ ...now, laidOver }))
    if (laidOver === null) lay()
    else onceKnown(laidOver, lay)
  }
  return (
    <EarlierRuns
      runs={endedRuns(runs)}
      shown={shown?.id ?? null}
      isEarlier={view.shown.kind === 'earlier'}
      laidOver={view.laidOver}
      comparable={comparableRuns(runs, shown)}
      onShow={show}
      onLayOver={layOver}
    />
  )
}
