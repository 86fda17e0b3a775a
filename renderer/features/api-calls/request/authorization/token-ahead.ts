import type { HeldToken } from '../../../../../electron/contract/token.ts'
import { countdown } from '../../../../../electron/wording/countdown.ts'

/** Which token of the environment a call would carry, were it sent now. */
export type TokenAhead = { kind: 'current'; words: string } | { kind: 'new' }

/**
 * The held one unless something that changes it was changed, or it ends within `renewBefore` seconds. A revoked one is used
 * all the same, to see what the API says of it. `now` in milliseconds since 1970.
 */
export function tokenAhead(token: HeldToken | null, renewBefore: number, now: number): TokenAhead {
  if (token === null || token.stale) return { kind: 'new' }
  const { expiresAt } = token.lifetime
  if (expiresAt !== null && expiresAt - renewBefore * 1000 <= now) return { kind: 'new' }
  if (token.revokedAt !== null) return { kind: 'current', words: 'revoked' }
  return {
    kind: 'current',
    words: expiresAt === null ? 'lifetime unknown' : `${countdown(expiresAt - now)} left`,
  }
}
