import type { Api } from '../../contract/calls.ts'
import type { TokenReference } from '../../contract/verification.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { environmentGone, noPreviousToken, notPrepared, noToken } from '../environment/problems.ts'
import { openToken } from '../flow/open-token.ts'
import { resolveToken } from '../flow/resolve-token.ts'
import { verifyToken } from '../flow/verify-token.ts'

/** Checks and opens tokens: those that environments hold, and pasted ones. They are sent nowhere. */
export function verificationCalls(core: CoreContext): Pick<Api<CallContext>, 'verifyToken' | 'openToken'> {
  const find = (reference: TokenReference, environmentId: string | null) => {
    const token = resolveToken(core, reference)
    if (token === null) return notPrepared(reference.kind === 'previous' ? noPreviousToken : noToken)
    const environment = environmentId === null ? null : findEnvironment(core, environmentId)
    if (environmentId !== null && environment === null) return notPrepared(environmentGone)
    return { ok: true, value: { token, environment } } as const
  }
  return {
    verifyToken: async ({ token, environmentId, keys }, context) => {
      const found = find(token, environmentId)
      const verification = found.ok ? await verifyToken(core, found.value, keys, context) : found
      return verification.ok
        ? { kind: 'verified', verification: verification.value }
        : { kind: 'not_sent', problems: verification.problems }
    },

    openToken: async ({ token, environmentId, key }, { signal }) => {
      const found = find(token, environmentId)
      if (!found.ok) return { kind: 'not_sent', problems: found.problems }
      return openToken(core, found.value, { token, key }, signal)
    },
  }
}
