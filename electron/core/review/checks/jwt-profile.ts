import { memberOf, numberOf, stringListOf, stringOf } from '../../../common/json-source.ts'
import type { JsonObject } from '../../../contract/json-object.ts'
import type { Seen } from '../../../contract/review.ts'
import type { IssuedToken } from '../case.ts'
import { judged, type ReviewCheck, seenIn } from '../check.ts'
import { picked } from '../parts/picked.ts'

/** @see RFC 9068 §2.2 */
const required = ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'] as const
/** Without these an API cannot tell whose the token is, and when it ends. @see RFC 9068 §4 */
const core = ['iss', 'exp'] as const
/** @see OpenID Connect Core §2, §3.3.2.11 */
const ofIdTokens = ['nonce', 'at_hash', 'c_hash']

/**
 * Whether the token has what an API needs to validate it. The profile need not be followed; one that says it follows it
 * has to. @see RFC 9068 §2, §4, RFC 8725 §3.8, §3.11
 */
export const jwtProfile: ReviewCheck = {
  name: 'jwt_profile',
  look: ({ issued }) => {
    if (issued === null) return [judged('profile_without_token', [])]
    const { claims, typ } = issued.facts
    if (claims === null) return [judged('profile_not_visible', [])]
    const isAccessToken = /^(?:application\/)?at\+jwt$/i.test(typ ?? '')
    const seen = seenOf(issued, claims)
    const odd = isAccessToken ? [] : idTokenClaims(claims)
    if (odd.length > 0) return [judged('profile_id_token', seen, { claims: odd.join(', ') })]
    const missing = required.filter((name) => !isThere[name](memberOf(claims, name)?.source))
    const isCore = (name: string): boolean => core.some((one) => one === name)
    if (missing.some(isCore)) {
      return [judged('profile_claims_missing', seen, { claims: missing.filter(isCore).join(', ') })]
    }
    if (!isAccessToken) return [judged('profile_core_claims', seen, picked({ typ }, 'typ'))]
    return [
      missing.length === 0
        ? judged('profile_followed', seen)
        : judged('profile_incomplete', seen, { claims: missing.join(', ') }),
    ]
  },
}

type Readable = (source: string | undefined) => boolean
const isText: Readable = (source) => (stringOf(source) ?? '') !== ''
const isTime: Readable = (source) => numberOf(source) !== null
const isThere: Readonly<Record<(typeof required)[number], Readable>> = {
  iss: isText,
  exp: isTime,
  aud: (source) => (stringListOf(source) ?? []).length > 0,
  sub: isText,
  client_id: isText,
  iat: isTime,
  jti: isText,
}

/** What only ID tokens have, or say that they are: Cognito in `token_use`, Keycloak in `typ`. */
function idTokenClaims(claims: JsonObject): string[] {
  const says = (name: string, value: string) => stringOf(memberOf(claims, name)?.source)?.toLowerCase() === value
  return [
    ...ofIdTokens.filter((name) => memberOf(claims, name) !== undefined),
    ...(says('token_use', 'id') ? ['token_use'] : []),
    ...(says('typ', 'id') ? ['typ'] : []),
  ]
}

function seenOf(issued: IssuedToken, claims: JsonObject): Seen[] {
  const { typ } = issued.facts
  const names = claims.members.map(({ name }) => name).join(', ')
  return [...(typ === null ? [] : [seenIn(issued, 'claim', 'typ', typ)]), seenIn(issued, 'claim', 'claims', names)]
}
