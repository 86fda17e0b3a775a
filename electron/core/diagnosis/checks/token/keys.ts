import { unknownKey } from '../../../../catalogue/server-sentences/api.ts'
import type { Case } from '../../case.ts'
import { cause, type Cause } from '../../check.ts'
import type { TokenOfCase } from '../../facts/token-of-case.ts'
import { tokenEvidence } from '../../token-evidence.ts'

/** An API that does not know the key: the authorization server publishes it, or it does not. @see RFC 7517 §4.5 */
export function keys(kase: Case, token: TokenOfCase): Cause[] {
  const isUnknown = unknownKey.test(kase.answer?.words ?? '')
  if (!isUnknown || token.kind !== 'jws') return []
  const { keyIds } = kase
  const by = { basis: 'words', confidence: 'likely' } as const
  if (keyIds !== null && token.kid !== null && keyIds.includes(token.kid)) {
    return [cause(kase, 'jwks_stale', by, tokenEvidence(kase, 'jwks_stale'))]
  }
  return [cause(kase, 'token_signature_rejected', by, tokenEvidence(kase, 'token_signature_rejected'))]
}
