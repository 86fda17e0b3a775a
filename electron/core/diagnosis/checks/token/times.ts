import type { Case } from '../../case.ts'
import { cause, type Cause } from '../../check.ts'
import type { TokenOfCase } from '../../facts/token-of-case.ts'
import { timeThere } from '../../time-there.ts'
import { tokenEvidence } from '../../token-evidence.ts'

/**
 * By the times of the token, or of the answer that it came with: outside of them by both clocks, the API's and this
 * computer's. Where they disagree it is the clock.
 */
export function times(kase: Case, token: TokenOfCase): Cause[] {
  const now = timeThere(kase)
  const { expiresAt, notBefore, revokedAt } = token
  const isRefusal = kase.answer?.status === 401
  const seen = { basis: 'seen', confidence: isRefusal ? 'certain' : 'possible' } as const
  return [
    ...(revokedAt === null || revokedAt > now ? [] : [cause(kase, 'token_revoked', seen, {})]),
    ...(expiresAt === null || expiresAt > Math.min(now, kase.now)
      ? []
      : [cause(kase, 'token_expired', seen, tokenEvidence(kase, 'token_expired'))]),
    ...(notBefore === null || notBefore <= Math.max(now, kase.now) + tolerance
      ? []
      : [cause(kase, 'token_not_yet_valid', seen, tokenEvidence(kase, 'token_not_yet_valid'))]),
  ]
}

const tolerance = 1000
