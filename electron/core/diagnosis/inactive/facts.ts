import type { JsonObject } from '../../../contract/json-object.ts'

/** What is known of a token that its server calls inactive, and of the question. Times are milliseconds since 1970. */
export interface InactiveFacts {
  /** By the authorization server's clock, like the other times. */
  now: number
  issuedAt: number | null
  expiresAt: number | null
  revokedAt: number | null
  isJwt: boolean
  /** Null where they cannot be read. */
  claims: JsonObject | null
  /** The response itself, which may say more than `active`. */
  response: JsonObject
  /** The issuer of the environment, empty when it has none. */
  issuer: string
  /** The client that asked; null where none authenticated. */
  caller: string | null
  token_endpoint: string
  introspection_endpoint: string
  /** Milliseconds by which the clock of the server that answered is ahead of this computer's. */
  clockOffset: number
}

/** Whole seconds from one time to a later one, as evidence. */
export function secondsFrom(from: number, to: number): string {
  return String(Math.max(0, Math.round((to - from) / 1000)))
}
