import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { summaryOf } from '../flow-run/summary.ts'
import { runFlow } from '../flow-run/run-flow.ts'

export function flowCalls(core: CoreContext): Pick<Api<CallContext>, 'runFlow' | 'listFlowRuns' | 'getFlowRun'> {
  const { flowRuns } = core.session
  return {
    runFlow: (choice, context) => runFlow(core, choice, context),
    listFlowRuns: async ({ environmentId }) => {
      const run = flowRuns.get(environmentId)
      return run === undefined ? [] : [summaryOf(run)]
    },
    getFlowRun: async ({ id }) => [...flowRuns.values()].find((run) => run.id === id) ?? null,
  }
}
