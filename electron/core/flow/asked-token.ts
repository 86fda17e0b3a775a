import type { Binding } from '../../contract/token.ts'
import { memberOf, numberOf, readableClaims } from '../../common/json-source.ts'
import type { HeldFacts } from '../oauth/token-facts.ts'
import type { SessionToken } from '../session.ts'
import { decodeToken } from '../token/decode/decode.ts'
import { scopesOfClaims } from '../../common/scope.ts'
import { factsOf } from './token-facts.ts'

/** A token that a server is asked about, and what is known of it here. */
export interface AskedToken {
  accessToken: string
  /** What it was bound to when it was requested here; null for one that came from elsewhere. */
  binding: Binding | null
  /** Milliseconds by which the server's clock was ahead when it was issued; 0 for one that came from elsewhere. */
  clockOffset: number
  /** `now` is in milliseconds since 1970, `clockOffset` by how much the clock of the server that was asked is ahead. */
  factsAt: (now: number, clockOffset: number) => HeldFacts
}

export function heldToken(token: SessionToken): AskedToken {
  const { accessToken, held } = token
  return { accessToken, binding: held.binding, clockOffset: held.clockOffset, factsAt: (now) => factsOf(token, now) }
}

/** A token that was pasted: what it says about itself is all that is known. */
export function pastedToken(accessToken: string): AskedToken {
  const decoded = decodeToken(accessToken)
  const claims = readableClaims(decoded)
  const timeOf = (name: string): number | null => {
    const seconds = claims && numberOf(memberOf(claims, name)?.source)
    return seconds === null ? null : seconds * 1000
  }
  const factsAt: AskedToken['factsAt'] = (now, clockOffset) => ({
    now: now + clockOffset,
    issuedAt: timeOf('iat'),
    expiresAt: timeOf('exp'),
    revokedAt: null,
    isJwt: decoded.kind === 'jws',
    claims,
    scope: (claims && scopesOfClaims(claims)?.join(' ')) ?? '',
  })
  return { accessToken, binding: null, clockOffset: 0, factsAt }
}
