import { X509Certificate } from 'node:crypto'
import type { ClientMetadata } from 'oidc-provider'
import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { SandboxFacts } from '../../contract/sandbox.ts'
import type { Certificates, ClientNames } from '../certificates/make.ts'
import { type AssertionKeys, publicJwks } from './assertion-keys.ts'
import { type Client, registerClient } from './client.ts'

/** What every client may ask for. */
export const scope = 'api:read api:write'

/** What people read of a client, and how oidc-provider is configured for it. */
export interface RegisteredClient {
  facts: SandboxFacts['clients'][number]
  metadata: ClientMetadata
}

/** The common names in the certificates of the clients that have one. */
export const certificateNames: ClientNames = { client: 'sandbox-tls', selfSigned: 'sandbox-self-signed-tls' }

/**
 * One client for each way of authenticating, because oidc-provider enforces one method per client; it takes
 * client_secret_basic and client_secret_post for each other.
 */
export function registerClients(certificates: Certificates, keys: AssertionKeys): RegisteredClient[] {
  return [
    ofSecret('sandbox-jwt', 'jwt'),
    ofSecret('sandbox-opaque', 'opaque'),
    register({ ...registerClient('sandbox-secret-jwt', 64), methods: ['client_secret_jwt'] }),
    register(
      { ...withoutSecret('sandbox-private-key-jwt'), methods: ['private_key_jwt', 'client_assertion_file'] },
      { jwks: { keys: publicJwks(keys) } },
    ),
    register(
      { ...withoutSecret('sandbox-tls'), methods: ['tls_client_auth'] },
      { tls_client_auth_subject_dn: `CN=${certificateNames.client}`, tls_client_certificate_bound_access_tokens: true },
    ),
    register(
      { ...withoutSecret('sandbox-self-signed-tls'), methods: ['self_signed_tls_client_auth'] },
      {
        jwks: { keys: [certificateJwk(certificates.selfSigned.certificate)] },
        tls_client_certificate_bound_access_tokens: true,
      },
    ),
    register({ ...withoutSecret('sandbox-public'), methods: ['none'] }),
  ]
}

const withoutSecret = (client_id: string): Client => ({ client_id, client_secret: '' })

function ofSecret(client_id: string, accessToken: 'jwt' | 'opaque'): RegisteredClient {
  const methods: AuthMethod[] = ['client_secret_basic', 'client_secret_post']
  return register({ ...registerClient(client_id), methods, accessToken })
}

/** The first of the methods is the one that oidc-provider is configured with. */
function register(
  { accessToken = 'jwt', ...client }: Client & { methods: AuthMethod[]; accessToken?: 'jwt' | 'opaque' },
  more: Partial<ClientMetadata> = {},
): RegisteredClient {
  const { client_id, client_secret, methods } = client
  const [method] = methods
  return {
    facts: { ...client, accessToken },
    metadata: {
      client_id,
      ...(client_secret !== '' && { client_secret }),
      ...(method !== undefined && method !== 'client_assertion_file' && { token_endpoint_auth_method: method }),
      redirect_uris: [],
      response_types: [],
      grant_types: ['client_credentials'],
      scope,
      ...more,
    },
  }
}

/** @see RFC 8705 §2.2.2, RFC 7517 §4.7 */
function certificateJwk(certificate: string) {
  const { publicKey, raw } = new X509Certificate(certificate)
  return { ...publicKey.export({ format: 'jwk' }), x5c: [raw.toString('base64')] }
}
