import type { KeyObject } from 'node:crypto'
import type { ClientAuth } from 'oauth4webapi'
import { assertNever } from '../../../common/assert-never.ts'
import type { AssertionAlgorithm, BasicEncoding } from '../../../contract/client-authentication.ts'
import { clientAssertionFile } from './client-assertion-file.ts'
import { clientIdOnly } from './client-id-only.ts'
import { clientSecretBasic } from './client-secret-basic.ts'
import { clientSecretJwt } from './client-secret-jwt.ts'
import { clientSecretPost } from './client-secret-post.ts'
import { privateKeyJwt } from './private-key-jwt.ts'

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
export interface World {
  /** Milliseconds since 1970. */
  now: () => number
  /** A new unguessable id. */
  newId: () => string
}

/** Adds to body and headers what proves the client, anew for each request. */
export async function authenticate(
  credentials: ClientCredentials,
  world: World,
  body: URLSearchParams,
  headers: Headers,
): Promise<void> {
  const { client_id } = credentials
  // No method looks at the server: what an assertion is for stands in its terms.
  await methodOf(credentials, world)({ issuer: '' }, { client_id }, body, headers)
}

function methodOf(credentials: ClientCredentials, world: World): ClientAuth {
  switch (credentials.method) {
    case 'client_secret_basic':
      return clientSecretBasic(credentials.clientSecret, credentials.basicEncoding)
    case 'client_secret_post':
      return clientSecretPost(credentials.clientSecret)
    case 'client_secret_jwt':
      return clientSecretJwt(credentials.clientSecret, credentials.assertion, world)
    case 'private_key_jwt':
      return privateKeyJwt(credentials.key, credentials.assertion, world)
    case 'client_assertion_file':
      return clientAssertionFile(credentials.clientAssertion)
    case 'tls_client_auth':
    case 'self_signed_tls_client_auth':
    case 'none':
      return clientIdOnly()
    default:
      return assertNever(credentials)
  }
}
