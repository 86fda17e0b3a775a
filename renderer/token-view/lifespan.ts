import { memberOf, readableClaims } from '../../electron/common/json-source.ts'
import type { DecodedToken } from '../../electron/contract/decoded-token.ts'
import type { HeldToken } from '../../electron/contract/token.ts'
import { meantTime, type TimeClaim, timeClaim } from './time-claim.ts'

/** The times of a token's life by the authorization server's clock, in milliseconds since 1970; null where nothing says. */
export interface Lifespan {
  issuedAt: number | null
  notBefore: number | null
  expiresAt: number | null
  revokedAt: number | null
  /** Milliseconds by which the server's clock is ahead of this computer's; null when unknown. */
  clockOffset: number | null
  /** What is odd about the times themselves. */
  notes: readonly string[]
}

/** The lifespan that a token's claims tell of; null when they name no time. */
export function lifespanOf(decoded: DecodedToken, clockOffset: number | null): Lifespan | null {
  const claims = readableClaims(decoded)
  if (claims === null) return null
  const unit = decoded.kind === 'paseto' ? 'iso' : 'date'
  const read = ['iat', 'nbf', 'exp'].map((name) => {
    const member = memberOf(claims, name)
    return { name, time: member === undefined ? null : timeClaim(member.source, unit), isThere: member !== undefined }
  })
  if (read.every(({ isThere }) => !isThere)) return null
  const [issuedAt = null, notBefore = null, expiresAt = null] = read.map(({ time }) => meantTime(time))
  const notes = read.flatMap(({ name, time, isThere }) => (isThere ? oddities(name, time) : []))
  return { issuedAt, notBefore, expiresAt, revokedAt: null, clockOffset, notes }
}

/** Seconds by which a claim and the token response may differ unremarked: the answer took its time. */
const tolerance = 5000

/** The lifespan of a token that the app holds: as the token response says, with what only the claims know. */
export function lifespanOfHeld({ lifetime, clockOffset, revokedAt, decoded }: HeldToken): Lifespan {
  const claimed = lifespanOf(decoded, clockOffset)
  const byServer = (time: number | null) => (time === null ? null : time + clockOffset)
  const expiresAt = byServer(lifetime.expiresAt)
  const exp = claimed?.expiresAt ?? expiresAt
  const agree = exp === null || expiresAt === null || Math.abs(exp - expiresAt) <= tolerance
  return {
    issuedAt: claimed?.issuedAt ?? byServer(lifetime.issuedAt),
    notBefore: claimed?.notBefore ?? null,
    expiresAt,
    revokedAt: byServer(revokedAt),
    clockOffset,
    notes: [...(claimed?.notes ?? []), ...(agree ? [] : ['the claim exp and expires_in do not agree'])],
  }
}

function oddities(name: string, time: TimeClaim | null): string[] {
  switch (time?.kind) {
    case 'time':
      return []
    case 'smaller_unit':
      return [`${name} seems to count ${time.unit}, where the standard counts seconds`]
    case 'early':
      return [`${name} is a time before 1973: a length of time, not a date?`]
    case 'string':
      return [`${name} is a string, where a number belongs`, ...oddities(name, time.time)]
    case 'not_a_time':
    case undefined:
      return [`${name} is not a time`]
  }
}
