import type { Case } from '../../case.ts'
import { cause, type Cause } from '../../check.ts'
import type { TokenOfCase } from '../../facts/token-of-case.ts'

/** What the token is, where that alone can be why: an ID token, an encrypted or an unreadable one. */
export function kind(kase: Case, token: TokenOfCase): Cause[] {
  if (kase.answer?.status === 403) return []
  if (token.isIdToken) {
    return [cause(kase, 'token_wrong_kind', { basis: 'seen', confidence: 'likely' }, { is: 'id_token' })]
  }
  if (token.typ !== null && foreign.test(token.typ)) {
    const evidence = { is: 'type', typ: token.typ }
    return [cause(kase, 'token_wrong_kind', { basis: 'seen', confidence: 'likely' }, evidence)]
  }
  if (token.kind === 'jwe') return [cause(kase, 'token_encrypted', { basis: 'seen', confidence: 'possible' }, {})]
  if (token.kind !== 'malformed') return []
  return [cause(kase, 'token_malformed', { basis: 'seen', confidence: 'certain' }, { is: 'unreadable' })]
}

/** JWTs that are for something else. @see RFC 8725 §3.11 */
const foreign =
  /^(?:id_token|logout\+jwt|secevent\+jwt|token-introspection\+jwt|dpop\+jwt|client-authentication\+jwt)$/i
