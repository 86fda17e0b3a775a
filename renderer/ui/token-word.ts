import type { HeldToken } from '../../electron/contract/token.ts'

export const tokenWords = ['valid', 'expired', 'refused', 'revoked', 'lifetime unknown', 'no token'] as const
export type TokenWord = (typeof tokenWords)[number]

/** The state of an environment's token in a word. */
export function tokenWordOf(token: HeldToken | null, isRefused: boolean, now: number): TokenWord {
  if (isRefused) return 'refused'
  if (token === null) return 'no token'
  if (token.revokedAt !== null) return 'revoked'
  const { expiresAt } = token.lifetime
  if (expiresAt === null) return 'lifetime unknown'
  return expiresAt <= now ? 'expired' : 'valid'
}
