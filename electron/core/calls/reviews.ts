import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { acceptFinding, withdrawAcceptance } from '../environment/accept-finding.ts'
import { maskingOf } from '../flow/make-evidence.ts'
import { reviewOf } from '../review-facts/review-of.ts'

/** Whether an environment is set up well, and what of it is accepted. */
export function reviewCalls(
  core: CoreContext,
): Pick<Api<CallContext>, 'getReview' | 'acceptFinding' | 'withdrawAcceptance'> {
  const changed = (): void => core.notify({ kind: 'environments_changed' })
  return {
    getReview: async ({ environmentId }) => reviewOf(core, environmentId),

    acceptFinding: async (given) => {
      const { mask } = await maskingOf(core, [given.environmentId])
      const accepted = acceptFinding(core, given, mask)
      if (accepted !== null) changed()
      return accepted
    },

    withdrawAcceptance: async (given) => {
      const { mask } = await maskingOf(core, [given.environmentId])
      if (withdrawAcceptance(core, given, mask)) changed()
      return undefined
    },
  }
}
