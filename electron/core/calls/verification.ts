import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { openToken } from '../flow/open-token.ts'
import { findReferred, verifyReferred } from '../flow/verify-referred.ts'

/** Checks and opens tokens: those that environments hold, and pasted ones. They are sent nowhere. */
export function verificationCalls(core: CoreContext): Pick<Api<CallContext>, 'verifyToken' | 'openToken'> {
  return {
    verifyToken: (input, context) => verifyReferred(core, input, context),

    openToken: async ({ token, environmentId, key }, { signal }) => {
      const found = findReferred(core, token, environmentId)
      if (!found.ok) return { kind: 'not_sent', problems: found.problems }
      return openToken(core, found.value, { token, key }, signal)
    },
  }
}
