import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { summaryOf } from '../flow-run/summary.ts'

/** Runs that are kept, and those under way. What makes them is not loaded for it. */
export function flowRunCalls(core: CoreContext): Pick<Api<CallContext>, 'listFlowRuns' | 'getFlowRun'> {
  const { flowRuns: underWay } = core.session
  const { flowRuns: kept } = core.workspace
  return {
    listFlowRuns: async ({ environmentId }) => {
      const run = underWay.get(environmentId)
      const listed = kept.list(environmentId)
      return run === undefined ? listed : [summaryOf(run), ...listed.filter(({ id }) => id !== run.id)]
    },

    getFlowRun: async ({ id }) => [...underWay.values()].find((run) => run.id === id) ?? kept.get(id),
  }
}
