/** What a client assertion says. Times are milliseconds since 1970. @see RFC 7523 §3 */
export interface AssertionFacts {
  /** False for what is no signed JWT. */
  isJwt: boolean
  alg: string | null
  kid: string | null
  hasThumbprint: boolean
  iss: string | null
  sub: string | null
  /** Null where the claim is missing. */
  aud: readonly string[] | null
  issuedAt: number | null
  notBefore: number | null
  expiresAt: number | null
  hasJti: boolean
}
