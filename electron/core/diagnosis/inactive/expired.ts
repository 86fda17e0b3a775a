import type { Finding } from '../../../contract/finding.ts'
import { memberOf, numberOf } from '../../../common/json-source.ts'
import type { JsonObject } from '../../../contract/json-object.ts'
import { utc } from '../../../common/utc.ts'
import { type InactiveFacts, secondsFrom } from './facts.ts'
import { finding } from '../../finding.ts'

/** By `exp` of the response, else of the claims, else by what the token response said. @see RFC 7519 §4.1.4 */
export function expired({ response, claims, expiresAt, now }: InactiveFacts): Finding | null {
  const claimed = expOf(response) ?? (claims && expOf(claims))
  const end = claimed ?? expiresAt
  if (end === null || end > now) return null
  const evidence = { secondsAgo: secondsFrom(end, now), at: utc(end), by: claimed === null ? 'expires_in' : 'exp' }
  return finding('inactive_expired', evidence)
}

function expOf(object: JsonObject): number | null {
  const exp = numberOf(memberOf(object, 'exp')?.source)
  // doorkeeper says exp: 0 for a token that never expires.
  return exp === null || exp === 0 ? null : exp * 1000
}
