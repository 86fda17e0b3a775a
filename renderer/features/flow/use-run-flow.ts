import { useSteps } from '../../queries/action.ts'
import type { FlowActName } from '../../../electron/contract/flow.ts'
import { flowViews } from '../../state/flow-views.ts'
import { newestRun, takeRun } from '../../state/flow-runs.ts'
import { keep, keptValue } from '../../state/kept.ts'
import { isRunning } from '../../state/runs.ts'
import { useBeforeSending } from '../../ui/before-sending.ts'
import type { RunnableFlow } from './choice-of.ts'

const options = {}

/** Runs the flow as it is chosen, from the first act or from another. What runs is what is shown then. */
export function useRunFlow(environmentId: string, choice: RunnableFlow | null) {
  const { run } = useSteps('runFlow', environmentId, options)
  const beforeSending = useBeforeSending()
  return (from: FlowActName | null) => {
    if (choice === null || isRunning('runFlow', environmentId)) return
    if (newestRun(environmentId)?.state === 'running') return
    const act = () => {
      keep(flowViews, { ...keptValue(flowViews, environmentId), shown: { kind: 'now' }, laidOver: null }, environmentId)
      run({ environmentId, ...choice, from }, (outcome) => {
        if (outcome.kind === 'ran') takeRun(outcome.run)
      })
    }
    beforeSending({ verb: 'run', act })
  }
}
