import type { JsonObject } from '../../contract/json-object.ts'

/** What is known here of a token, to explain what servers say about it. Times by the server's clock, in milliseconds since 1970. */
export interface TokenFacts {
  now: number
  expiresAt: number | null
  revokedAt: number | null
  isJwt: boolean
  scope: string
}

/** What is known of a token that a server is asked about. */
export interface HeldFacts extends TokenFacts {
  /** Null where nothing says. */
  issuedAt: number | null
  /** Null where they cannot be read. */
  claims: JsonObject | null
}

/** Whole seconds between two times, as evidence. */
export function secondsBetween(from: number, to: number): string {
  return String(Math.max(0, Math.round((to - from) / 1000)))
}

export function isExpired({ now, expiresAt }: TokenFacts): boolean {
  return expiresAt !== null && expiresAt <= now
}
