import { memberOf } from '../../../common/json-source.ts'
import type { Seen } from '../../../contract/review.ts'
import type { IssuedToken } from '../case.ts'
import { judged, type ReviewCheck, seenIn } from '../check.ts'

const hour = 3600
const day = 86_400

/** How long a stolen token works. @see RFC 6750 §5.3, RFC 9700 §2.2 */
export const tokenLifetime: ReviewCheck = {
  name: 'token_lifetime',
  look: ({ issued }) => {
    if (issued === null) return [judged('lifetime_without_token', [])]
    const { lifetime } = issued.recorded
    if (lifetime === null) return [judged('lifetime_not_said', [])]
    const seconds = { seconds: String(lifetime) }
    if (lifetime >= day) return [judged('lifetime_over_day', seenOf(issued), seconds)]
    return [judged(lifetime > hour ? 'lifetime_over_hour' : 'lifetime_short', seenOf(issued), seconds)]
  },
}

function seenOf(issued: IssuedToken): Seen[] {
  const { expires_in, facts, recorded } = issued
  const claim = (name: string) => facts.claims !== null && memberOf(facts.claims, name) !== undefined
  return [
    ...(expires_in === null ? [] : [seenIn(issued, 'member', 'expires_in', expires_in)]),
    ...(claim('exp') && claim('iat') ? [seenIn(issued, 'claim', 'exp - iat', String(recorded.lifetime))] : []),
  ]
}
