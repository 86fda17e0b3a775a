import type { HeldToken } from '../../electron/contract/token.ts'

export const tokenWords = [
  'valid',
  'expired',
  'refused',
  'refused by the API',
  'revoked',
  'lifetime unknown',
  'no token',
] as const
export type TokenWord = (typeof tokenWords)[number]

/** What was refused: the last request of a token, or the token that is held, by an API. */
export type Refusal = 'request' | 'token'

/** The state of an environment's token in a word. */
export function tokenWordOf(token: HeldToken | null, refusal: Refusal | null, now: number): TokenWord {
  if (refusal === 'request') return 'refused'
  if (token === null) return 'no token'
  if (token.revokedAt !== null) return 'revoked'
  const { expiresAt } = token.lifetime
  if (expiresAt !== null && expiresAt <= now) return 'expired'
  if (refusal === 'token') return 'refused by the API'
  return expiresAt === null ? 'lifetime unknown' : 'valid'
}
