import { memberOf, numberOf } from '../../../common/json-source.ts'
import type { Seen } from '../../../contract/review.ts'
import type { IssuedToken } from '../case.ts'
import { type Judged, judged, type ReviewCheck, seenIn } from '../check.ts'

const hour = 3600
const day = 86_400

/** Later than the year 9999, which some servers mean by never: such a time is in milliseconds. */
const latestTime = 1e12

/** How long a stolen token works. @see RFC 6750 §5.3, RFC 9068 §2.2 */
export const tokenLifetime: ReviewCheck = {
  name: 'token_lifetime',
  look: ({ issued }) => {
    if (issued === null) return [judged('lifetime_without_token', [])]
    const [first, ...others] = [...long(issued), ...withoutEnd(issued)]
    return first === undefined ? [shortOrUnknown(issued)] : [first, ...others]
  },
}

function long(issued: IssuedToken): Judged[] {
  const lifetime = readable(issued)
  if (lifetime === null || lifetime <= hour) return []
  const seconds = String(lifetime)
  const { binding } = issued.facts
  if (lifetime < day) return [judged('lifetime_over_hour', seenOf(issued), { seconds })]
  return binding === null
    ? [judged('lifetime_over_day', seenOf(issued), { seconds })]
    : [judged('lifetime_over_day_bound', seenOf(issued), { seconds, binding })]
}

/** Who validates such a JWT by its claims cannot see that it is over. */
function withoutEnd(issued: IssuedToken): Judged[] {
  const { claims } = issued.facts
  if (claims === null || memberOf(claims, 'exp') !== undefined) return []
  const lifetime = readable(issued)
  const seen = seenOf(issued)
  return [judged('lifetime_without_exp', seen, lifetime === null ? {} : { seconds: String(lifetime) })]
}

function shortOrUnknown(issued: IssuedToken): Judged {
  const lifetime = readable(issued)
  if (lifetime !== null) return judged('lifetime_short', seenOf(issued), { seconds: String(lifetime) })
  const said = issued.recorded.lifetime
  return said === null
    ? judged('lifetime_not_said', [])
    : judged('lifetime_unreadable', seenOf(issued), { value: String(said) })
}

/** In seconds; null where nothing says it, and where what is said is no lifetime in seconds. */
function readable(issued: IssuedToken): number | null {
  const { expiresAt } = issued.facts
  if (expiresAt !== null && expiresAt / 1000 > latestTime) return null
  const lifetime = untilExp(issued) ?? issued.recorded.lifetime
  return lifetime !== null && lifetime > 0 ? lifetime : null
}

/** Milliseconds that clocks may differ by. */
const tolerance = 300_000

/**
 * Of a token that does not say since when it is valid, or names a time to come, from which until `exp` little is left: counted
 * from the request, in whole minutes, as clocks differ.
 */
function untilExp({ at, clockOffset, facts: { claims, expiresAt } }: IssuedToken): number | null {
  if (claims === null || expiresAt === null || memberOf(claims, 'exp') === undefined) return null
  const asked = at + clockOffset
  const iat = numberOf(memberOf(claims, 'iat')?.source)
  const isSaid = memberOf(claims, 'iat') !== undefined && (iat === null || iat * 1000 <= asked + tolerance)
  return isSaid ? null : Math.round((expiresAt - asked) / 60_000) * 60
}

function seenOf(issued: IssuedToken): Seen[] {
  const { expires_in, facts, recorded } = issued
  const claim = (name: string) => (facts.claims === null ? null : numberOf(memberOf(facts.claims, name)?.source))
  const [exp, said] = [claim('exp'), claim('iat')]
  const iat = untilExp(issued) === null ? said : null
  return [
    ...(expires_in === null ? [] : [seenIn(issued, 'member', 'expires_in', expires_in)]),
    ...(exp !== null && iat !== null ? [seenIn(issued, 'claim', 'exp - iat', String(recorded.lifetime))] : []),
    ...(exp !== null && iat === null ? [seenIn(issued, 'claim', 'exp', String(exp))] : []),
  ]
}
