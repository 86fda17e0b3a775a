import type { KeyObject } from 'node:crypto'
import { type ClientAuth, ClientSecretPost, None } from 'oauth4webapi'
import { assertNever } from '../../../common/assert-never.ts'
import { basicHeader } from './basic-encodings.ts'
import { clientAssertion, putAssertion } from './client-assertion.ts'
import type { AssertionDeps, AssertionTerms, ClientCredentials } from './credentials.ts'

/** Adds to body and headers what proves the client, new for each request. */
export async function authenticate(
  credentials: ClientCredentials,
  deps: AssertionDeps,
  body: URLSearchParams,
  headers: Headers,
): Promise<void> {
  const { client_id } = credentials
  // No method looks at the server: the terms of an assertion name its audience.
  await methodOf(credentials, deps)({ issuer: '' }, { client_id }, body, headers)
}

function methodOf(credentials: ClientCredentials, deps: AssertionDeps): ClientAuth {
  switch (credentials.method) {
    // Id and secret in the Authorization header. RFC 6749 §2.3.1
    case 'client_secret_basic': {
      const { clientSecret, basicEncoding } = credentials
      return (_server, { client_id }, _body, headers) => {
        headers.set('authorization', basicHeader(client_id, clientSecret, basicEncoding))
      }
    }
    // Id and secret in the body. RFC 6749 §2.3.1
    case 'client_secret_post':
      return ClientSecretPost(credentials.clientSecret)
    // An assertion signed with the UTF-8 bytes of the client secret. OpenID Connect Core §9, §10.1
    case 'client_secret_jwt':
      return signedAssertion(credentials.assertion, Buffer.from(credentials.clientSecret), deps)
    // An assertion signed with a private key that fits the algorithm. OpenID Connect Core §9, RFC 7523 §2.2
    case 'private_key_jwt':
      return signedAssertion(credentials.assertion, credentials.key, deps)
    // An assertion that something else made (workload identity), sent as it is. RFC 7523 §2.2
    case 'client_assertion_file': {
      const { clientAssertion: assertion } = credentials
      return (_server, { client_id }, body) => putAssertion(body, client_id, assertion)
    }
    // `client_id` in the body: the client proves nothing, or proves itself by its TLS certificate. RFC 6749 §3.2.1, RFC 8705 §2
    case 'tls_client_auth':
    case 'self_signed_tls_client_auth':
    case 'none':
      return None()
    default:
      return assertNever(credentials)
  }
}

function signedAssertion(terms: AssertionTerms, key: KeyObject | Uint8Array, deps: AssertionDeps): ClientAuth {
  return async (_server, { client_id }, body) => {
    putAssertion(body, client_id, await clientAssertion(client_id, terms, key, deps))
  }
}
