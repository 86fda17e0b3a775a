import type { profileChecks } from '../../../catalogue/checks/profile.ts'
import type { JsonObject } from '../../../contract/json-object.ts'
import { memberOf, stringListOf, stringOf } from '../../../common/json-source.ts'
import type { ProfileCheck, ProfileName } from '../../../contract/verification.ts'
import { signingAlgorithms } from '../algorithms.ts'
import type { Expectations } from './checks.ts'
import { judged, type Judged } from './judged.ts'
import { mediaType } from './checks/type.ts'
import { shown } from '../shown.ts'

/** What the profile for JWT access tokens wants of header and claims, one by one. @see RFC 9068 §2.1, §2.2 */
export function checkProfile(
  header: JsonObject,
  claims: JsonObject,
  expected: Pick<Expectations, 'client_id' | 'scopeAsked'> | null,
): ProfileCheck[] {
  const client_id = expected?.client_id ?? ''
  return [
    named('typ', typ(header)),
    named('alg', alg(header)),
    named('iss', text(claims, 'iss')),
    named('exp', time(claims, 'exp')),
    named('aud', audience(claims)),
    named('sub', subject(claims, client_id)),
    named('client_id', client(claims, client_id)),
    named('iat', time(claims, 'iat')),
    named('jti', text(claims, 'jti')),
    named('scope', scope(claims, expected?.scopeAsked ?? null)),
  ]
}

const named = (name: ProfileName, rest: Judged): ProfileCheck => ({ name, ...rest })

/** @see RFC 9068 §2.1 */
function typ(header: JsonObject): Judged {
  const source = memberOf(header, 'typ')?.source
  if (source === undefined) return missing
  const value = stringOf(source)
  const isAccessToken = value !== null && mediaType(value) === 'at+jwt'
  return isAccessToken ? as(value) : judged('profile_typ', { actual: shown(value ?? source) })
}

/** @see RFC 9068 §2.1: signed, never with "none"; what servers and APIs have in common is RS256 */
function alg(header: JsonObject): Judged {
  const value = stringOf(memberOf(header, 'alg')?.source) ?? ''
  if (value === '') return missing
  if (value.toLowerCase() === 'none') return judged('profile_alg_none')
  const algorithm = signingAlgorithms.get(value)
  if (algorithm?.kty === 'oct') return judged('profile_alg_shared', { alg: value })
  if (algorithm === undefined) return judged('profile_alg_unknown', { alg: shown(value) })
  return value === 'RS256' ? as(value) : judged('profile_alg', { alg: value })
}

function text(claims: JsonObject, name: string): Judged {
  const source = memberOf(claims, name)?.source
  if (source === undefined) return missing
  const value = stringOf(source)
  return value === null || value === '' ? form(source, 'string') : as(value)
}

/** @see RFC 7519 §2 NumericDate */
function time(claims: JsonObject, name: string): Judged {
  const source = memberOf(claims, name)?.source
  if (source === undefined) return missing
  return /^\d/.test(source) ? as(source) : form(source, 'seconds')
}

function audience(claims: JsonObject): Judged {
  const source = memberOf(claims, 'aud')?.source
  if (source === undefined) return missing
  const values = stringListOf(source)
  return values === null || values.length === 0 ? form(source, 'string_or_list') : as(values.join(', '))
}

/** @see RFC 9068 §2.2: without a resource owner, the subject is the client */
function subject(claims: JsonObject, client_id: string): Judged {
  const own = text(claims, 'sub')
  if (own.result !== 'passed') return own
  const sub = stringOf(memberOf(claims, 'sub')?.source) ?? ''
  const client = client_id === '' ? stringOf(memberOf(claims, 'client_id')?.source) : client_id
  if (client === null || client === '') return own
  return sub === client
    ? judged('profile_sub_client', { sub: shown(sub) })
    : judged('profile_sub_other', { expected: shown(client), actual: shown(sub) })
}

/** @see RFC 8693 §4.3 */
function client(claims: JsonObject, client_id: string): Judged {
  const own = text(claims, 'client_id')
  const value = stringOf(memberOf(claims, 'client_id')?.source) ?? ''
  if (own.result !== 'passed' || client_id === '' || value === client_id) return own
  return judged('profile_client_other', { expected: client_id, actual: shown(value) })
}

/** @see RFC 9068 §2.2.3, RFC 8693 §4.2: a text, and to be there when a scope was asked for */
function scope(claims: JsonObject, scopeAsked: string | null): Judged {
  const source = memberOf(claims, 'scope')?.source
  if (source !== undefined) {
    const value = stringOf(source)
    return value === null ? form(source, 'scopes') : as(value)
  }
  if (scopeAsked === null) return judged('profile_scope_unknown')
  return scopeAsked === '' ? judged('profile_scope_unasked') : judged('profile_scope_missing')
}

type Form = (typeof profileChecks)['profile_form']['values']['wanted'][number]

const missing = judged('profile_missing')
const as = (value: string): Judged => judged('profile_as_wanted', { value: shown(value) })
const form = (source: string, wanted: Form): Judged => judged('profile_form', { actual: shown(source), wanted })
