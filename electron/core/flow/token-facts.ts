import { readableClaims } from '../../common/json-source.ts'
import type { TokenOfCase } from '../diagnosis/facts/token-of-case.ts'
import { tokenOfCase } from './facts/token-of-case.ts'
import type { HeldFacts } from '../oauth/token-facts.ts'
import type { SessionToken } from '../session.ts'
import { scopesOfClaims } from '../../common/scope.ts'

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

/** The same, and what it says itself, for a diagnosis. */
export function tokenOfCaseHeld(token: SessionToken, now: number): TokenOfCase {
  const { issuedAt, expiresAt, revokedAt, scope } = factsOf(token, now)
  const type = token.held.token_type.toLowerCase()
  return tokenOfCase(token.held.decoded, { issuedAt, expiresAt, revokedAt, scope, type })
}
