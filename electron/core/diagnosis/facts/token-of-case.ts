import type { DecodedToken } from '../../../contract/decoded-token.ts'
import type { JsonObject } from '../../../contract/json-object.ts'

/** What is known of a token, without it. Times are by the authorization server's clock, in milliseconds since 1970. */
export interface TokenOfCase {
  kind: DecodedToken['kind']
  claims: JsonObject | null
  alg: string | null
  kid: string | null
  typ: string | null
  iss: string | null
  /** Null where the claim is missing or cannot be read. */
  aud: readonly string[] | null
  scopes: readonly string[]
  /** Application roles, as Microsoft names them; null where the claim is missing. */
  roles: readonly string[] | null
  issuedAt: number | null
  notBefore: number | null
  expiresAt: number | null
  revokedAt: number | null
  /** True for what is an ID token by its claims (`nonce`, `at_hash`, `auth_time` …). @see OpenID Connect Core §2 */
  isIdToken: boolean
  /** How it is bound to a key. @see RFC 9449 §6, RFC 8705 §3 */
  binding: 'dpop' | 'certificate' | null
  /** `token_type` of the answer that it came with, in lower case; empty where nothing says. */
  type: string
}
