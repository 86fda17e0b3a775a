import type { KeyObject } from 'node:crypto'
import { SignJWT } from 'jose'
import type { AssertionDeps, AssertionTerms } from './credentials.ts'

/** Signs a client assertion, good for one request: its `jti` is used up by it. @see RFC 7523 §3, RFC 7521 §5 */
export function clientAssertion(
  client_id: string,
  { alg, audience, lifetime, header }: AssertionTerms,
  key: KeyObject | Uint8Array,
  deps: AssertionDeps,
): Promise<string> {
  const iat = Math.floor(deps.now() / 1000)
  // No `nbf`: a server whose clock is behind would refuse it.
  const claims = { iss: client_id, sub: client_id, aud: audience, jti: deps.newId(), iat, exp: iat + lifetime }
  return new SignJWT(claims).setProtectedHeader({ ...header, alg, typ: 'JWT' }).sign(key)
}

/**
 * Puts an assertion into the body. `client_id` goes along: it is optional, and some servers look the client up by it.
 * @see RFC 7521 §4.2, RFC 7523 §2.2
 */
export function putAssertion(body: URLSearchParams, client_id: string, assertion: string): void {
  body.set('client_id', client_id)
  body.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
  body.set('client_assertion', assertion)
}
