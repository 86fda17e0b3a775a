import { cause, type Cause } from '../check.ts'
import type { Case } from '../case.ts'
import type { AssertionFacts } from '../facts/assertion-facts.ts'

const certain = { basis: 'seen', confidence: 'certain' } as const
const likely = { basis: 'seen', confidence: 'likely' } as const

const prefix = 'urn:ietf:params:oauth:client-assertion-type:'

/** Whether what was sent is an assertion of its type. @see RFC 7521 §4.2 */
export function formOf(kase: Case, { isJwt }: AssertionFacts): Cause[] {
  const type = kase.request.parameters.get('client_assertion_type')?.[0] ?? ''
  if (type === `${prefix}saml2-bearer`) return []
  if (type !== `${prefix}jwt-bearer`) return [cause(kase, 'assertion_malformed', certain, { is: 'type' })]
  return isJwt ? [] : [cause(kase, 'assertion_malformed', certain, { is: 'no_jwt' })]
}

/** Claims that each assertion needs; `jti` only some servers want. @see RFC 7523 §3, OpenID Connect Core §9 */
export function missingClaims(kase: Case, { expiresAt, hasJti }: AssertionFacts): Cause[] {
  const missing = [...(expiresAt === null ? ['exp'] : []), ...(hasJti ? [] : ['jti'])]
  return missing.length === 0
    ? []
    : [cause(kase, 'assertion_malformed', likely, { is: 'claim', missing: missing.join(', ') })]
}
