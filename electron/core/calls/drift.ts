import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'

/** What differs from what was usual. */
export function driftCalls({
  workspace: { drift },
  notify,
}: CoreContext): Pick<Api<CallContext>, 'driftCounts' | 'setDriftExpected'> {
  return {
    driftCounts: async () => drift.counts(),

    setDriftExpected: async ({ ids, isExpected }) => {
      drift.together(() => {
        for (const known of ids.flatMap((id) => drift.get(id) ?? [])) drift.change({ ...known, isExpected })
      })
      notify({ kind: 'drift_changed' })
    },
  }
}
