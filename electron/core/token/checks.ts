import { memberOf, numberOf, stringListOf, stringOf } from '../../contract/json-source.ts'
import type { Binding, Check, JsonObject } from '../../contract/token.ts'
import { checkBinding } from './binding.ts'
import { scopesOf, scopesOfClaims } from './scope.ts'

/** What the claims are compared with. */
export interface Expectations {
  /** Configured issuer, empty when none is. */
  issuer: string
  /** Audience and resources of the environment. */
  audiences: readonly string[]
  client_id: string
  scopeAsked: string
  /** The authorization server's clock, in milliseconds since 1970. */
  serverNow: number
  /** What the app proved to hold when it got the token, or null. */
  binding: Binding | null
}

/** Seconds by which clocks may differ before a time is called wrong. */
const clockTolerance = 60

/** All checks that read claims and header only; the signature is `signature.ts`. */
export function checkClaims(header: JsonObject, claims: JsonObject, expected: Expectations): Check[] {
  return [
    checkType(header),
    checkIssuer(claims, expected.issuer),
    checkAudience(claims, expected),
    checkTimes(claims, expected.serverNow),
    checkScope(claims, expected.scopeAsked),
    checkProfile(header, claims),
    ...checkBinding(claims, expected.binding),
  ]
}

/** @see RFC 9068 §4: `at+jwt`, so that no other kind of JWT is taken for an access token */
function checkType(header: JsonObject): Check {
  const typ = stringOf(memberOf(header, 'typ')?.source)
  if (typ === null) return { name: 'type', result: 'noted', reason: 'type_missing', evidence: {} }
  const type = typ.toLowerCase().replace(/^application\//, '')
  if (type === 'at+jwt') return { name: 'type', result: 'passed', reason: 'type_access_token', evidence: { typ } }
  if (type === 'jwt') return { name: 'type', result: 'noted', reason: 'type_generic', evidence: { typ } }
  return { name: 'type', result: 'failed', reason: 'type_other', evidence: { typ } }
}

/** Compared character by character. @see RFC 8414 §3.3, RFC 9068 §4 */
function checkIssuer(claims: JsonObject, issuer: string): Check {
  const iss = stringOf(memberOf(claims, 'iss')?.source)
  if (issuer === '') {
    return {
      name: 'issuer',
      result: 'not_possible',
      reason: 'issuer_not_configured',
      evidence: iss === null ? {} : { iss },
    }
  }
  if (iss === null)
    return { name: 'issuer', result: 'failed', reason: 'issuer_missing', evidence: { expected: issuer } }
  return iss === issuer
    ? { name: 'issuer', result: 'passed', reason: 'issuer_equal', evidence: { iss } }
    : { name: 'issuer', result: 'failed', reason: 'issuer_other', evidence: { expected: issuer, actual: iss } }
}

/** @see RFC 7519 §4.1.3, RFC 9068 §4 */
function checkAudience(claims: JsonObject, { audiences, client_id }: Expectations): Check {
  const aud = stringListOf(memberOf(claims, 'aud')?.source)
  if (aud === null) return { name: 'audience', result: 'noted', reason: 'audience_missing', evidence: {} }
  const actual = aud.join(', ')
  const match = audiences.find((audience) => aud.includes(audience))
  if (match !== undefined)
    return { name: 'audience', result: 'passed', reason: 'audience_asked', evidence: { aud: match } }
  if (audiences.length > 0) {
    const evidence = { expected: audiences.join(', '), actual }
    return { name: 'audience', result: 'failed', reason: 'audience_other', evidence }
  }
  if (aud.every((value) => value === client_id)) {
    return { name: 'audience', result: 'noted', reason: 'audience_is_client', evidence: { aud: actual } }
  }
  return { name: 'audience', result: 'noted', reason: 'audience_not_configured', evidence: { aud: actual } }
}

/** @see RFC 7519 §4.1.4–4.1.6 */
function checkTimes(claims: JsonObject, serverNow: number): Check {
  const seconds = serverNow / 1000
  const [exp, nbf, iat] = ['exp', 'nbf', 'iat'].map((name) => numberOf(memberOf(claims, name)?.source))
  const check = (result: Check['result'], reason: string, at?: number): Check => ({
    name: 'times',
    result,
    reason,
    evidence: at === undefined ? {} : { seconds: String(Math.round(Math.abs(at - seconds))) },
  })
  if (exp === null || exp === undefined) return check('noted', 'expiry_missing')
  // A second count this large lies in the year 5138: the issuer means milliseconds.
  if (exp > 1e11) return check('failed', 'milliseconds')
  if (exp <= seconds) return check('failed', 'expired', exp)
  if (nbf !== null && nbf !== undefined && nbf > seconds + clockTolerance) return check('failed', 'not_yet_valid', nbf)
  if (iat !== null && iat !== undefined && iat > seconds + clockTolerance)
    return check('noted', 'issued_in_future', iat)
  return check('passed', 'within_times', exp)
}

function checkScope(claims: JsonObject, scopeAsked: string): Check {
  const granted = scopesOfClaims(claims)
  if (granted === null) return { name: 'scope', result: 'noted', reason: 'scope_missing', evidence: {} }
  const missing = scopesOf(scopeAsked).filter((scope) => !granted.includes(scope))
  if (missing.length > 0) {
    return { name: 'scope', result: 'noted', reason: 'scope_less', evidence: { missing: missing.join(' ') } }
  }
  return { name: 'scope', result: 'passed', reason: 'scope_as_asked', evidence: { scope: granted.join(' ') } }
}

/** @see RFC 9068 §2 */
function checkProfile(header: JsonObject, claims: JsonObject): Check {
  const missing = ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'].filter((name) => !memberOf(claims, name))
  const typ = stringOf(memberOf(header, 'typ')?.source)?.toLowerCase() ?? ''
  const typed = typ === 'at+jwt' || typ === 'application/at+jwt'
  if (missing.length === 0 && typed) return { name: 'rfc9068', result: 'passed', reason: 'profile_met', evidence: {} }
  const evidence = { missing: [...(typed ? [] : ['typ at+jwt']), ...missing].join(', ') }
  return { name: 'rfc9068', result: 'noted', reason: 'profile_not_met', evidence }
}
