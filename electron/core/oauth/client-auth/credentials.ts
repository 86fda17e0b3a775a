import type { KeyObject } from 'node:crypto'
import type { AssertionAlgorithm, AuthMethod, BasicEncoding } from '../../../contract/client-authentication.ts'

/** What goes into a client assertion. @see RFC 7523 §3 */
export interface AssertionTerms {
  alg: AssertionAlgorithm
  audience: string
  /** Seconds. */
  lifetime: number
  /** Header parameters that name the key: `kid`, `x5t`, `x5t#S256`. */
  header: Readonly<Record<string, string>>
}

/** Who the client is and how it proves it: everything that is needed, read and checked. */
export type ClientCredentials = { client_id: string } & (
  | { method: 'client_secret_basic'; clientSecret: string; basicEncoding: BasicEncoding }
  | { method: 'client_secret_post'; clientSecret: string }
  | { method: 'client_secret_jwt'; clientSecret: string; assertion: AssertionTerms }
  | { method: 'private_key_jwt'; key: KeyObject; assertion: AssertionTerms }
  | { method: 'client_assertion_file'; clientAssertion: string }
  | { method: 'tls_client_auth' | 'self_signed_tls_client_auth' | 'none' }
)

/** Where time and randomness of an assertion or a proof come from. */
export interface AssertionDeps {
  /** Milliseconds since 1970. */
  now: () => number
  /** A new unguessable id. */
  newId: () => string
}

/** What is known of an authentication method, whoever the client is. */
interface ClientAuthMethod {
  /** What the client authenticates with at the endpoint, and what is therefore bound to its origin. */
  credential: 'client_secret' | 'private_key' | 'client_assertion' | null
  /** True when the request holds the credential as it is, so that whoever reads it has it. */
  sendsSecret: boolean
}

export const clientAuthMethods: Readonly<Record<AuthMethod, ClientAuthMethod>> = {
  client_secret_basic: { credential: 'client_secret', sendsSecret: true },
  client_secret_post: { credential: 'client_secret', sendsSecret: true },
  client_secret_jwt: { credential: 'client_secret', sendsSecret: false },
  private_key_jwt: { credential: 'private_key', sendsSecret: false },
  client_assertion_file: { credential: 'client_assertion', sendsSecret: false },
  tls_client_auth: { credential: null, sendsSecret: false },
  self_signed_tls_client_auth: { credential: null, sendsSecret: false },
  none: { credential: null, sendsSecret: false },
}
