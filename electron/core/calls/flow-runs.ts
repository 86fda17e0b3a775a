import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { runFlow } from '../flow-run/run-flow.ts'
import { summaryOf } from '../flow-run/summary.ts'

export function flowCalls(core: CoreContext): Pick<Api<CallContext>, 'runFlow' | 'listFlowRuns' | 'getFlowRun'> {
  const { flowRuns: underWay } = core.session
  const { flowRuns: kept } = core.workspace
  return {
    runFlow: (choice, context) => runFlow(core, choice, context),

    listFlowRuns: async ({ environmentId }) => {
      const run = underWay.get(environmentId)
      const listed = kept.list(environmentId)
      return run === undefined ? listed : [summaryOf(run), ...listed.filter(({ id }) => id !== run.id)]
    },

    getFlowRun: async ({ id }) => [...underWay.values()].find((run) => run.id === id) ?? kept.get(id),
  }
}
