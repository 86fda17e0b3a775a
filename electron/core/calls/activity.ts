import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'

/** What an environment did. The figures are made in the thread of the history; drift is read here, for there is little of it. */
export function activityCalls({ history, workspace, now }: CoreContext): Pick<Api<CallContext>, 'getActivity'> {
  return {
    getActivity: async ({ environmentId, range }) => {
      const figures = await (await history.opened()).activity(environmentId, range, now())
      const drift = workspace.drift
        .list(environmentId)
        .filter(({ at, isExpected }) => at >= figures.from || !isExpected)
      return { ...figures, drift, isRecorded: !workspace.unrecorded.has(environmentId) }
    },
  }
}
