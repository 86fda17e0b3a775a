import { readableClaims } from '../../common/json-source.ts'
import type { HeldFacts } from '../oauth/token-facts.ts'
import type { SessionToken } from '../session.ts'
import { scopesOfClaims } from '../token/scope.ts'

/** What is known of the held token, for judges; times are by the clock of the server. `now` is in milliseconds since 1970. */
export function factsOf({ held }: SessionToken, now: number): HeldFacts {
  const { clockOffset } = held
  const byServer = (time: number | null) => (time === null ? null : time + clockOffset)
  const claims = readableClaims(held.decoded)
  const claimed = claims && scopesOfClaims(claims)?.join(' ')
  return {
    now: now + clockOffset,
    issuedAt: held.lifetime.issuedAt + clockOffset,
    expiresAt: byServer(held.lifetime.expiresAt),
    revokedAt: byServer(held.revokedAt),
    isJwt: held.decoded.kind === 'jws',
    claims,
    scope: claimed ?? held.scopeGranted ?? held.scopeAsked,
  }
}
