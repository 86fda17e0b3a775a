import { apiPlaceholder } from '../../catalogue/built-in-environments.ts'
import type { ApiRequest } from '../../contract/api-call.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import { newEnvironment } from '../../catalogue/new-environment.ts'
import type { SandboxFacts } from '../../contract/sandbox.ts'
import type { TypedSecrets } from '../../contract/secret.ts'

/**
 * An environment of the sandbox with what the running sandbox made for this run: endpoints, the client
 * of the authentication method that is chosen, certificates. Empty while it is not running.
 */
export function withSandbox(value: EnvironmentInput, facts: SandboxFacts | null): EnvironmentInput {
  return {
    ...value,
    issuer: facts?.issuer ?? '',
    token_endpoint: facts?.token_endpoint ?? '',
    introspection_endpoint: facts?.introspection_endpoint ?? '',
    revocation_endpoint: facts?.revocation_endpoint ?? '',
    jwks_uri: facts?.jwks_uri ?? '',
    mtls_endpoint_aliases: facts?.mtls_endpoint_aliases ?? newEnvironment.mtls_endpoint_aliases,
    client_id: clientOf(value, facts)?.client_id ?? value.client_id,
    network: {
      ...value.network,
      ca: facts?.ca ?? '',
      clientCertificate: {
        ...newEnvironment.network.clientCertificate,
        certificate: identityOf(value, facts)?.certificate ?? '',
      },
    },
  }
}

/** The secrets that the running sandbox made for this environment's client. */
export function sandboxSecrets(value: EnvironmentInput, facts: SandboxFacts | null): TypedSecrets {
  if (facts === null) return {}
  const client_secret = clientOf(value, facts)?.client_secret ?? ''
  const key = identityOf(value, facts)?.key
  return {
    ...(client_secret !== '' && { client_secret }),
    ...(value.token_endpoint_auth_method === 'private_key_jwt' && { private_key: privateKeyOf(value, facts) }),
    ...(key !== undefined && { client_certificate_key: key }),
  }
}

/** The client that is configured if it can do the method, else the sandbox's own for it. */
function clientOf({ client_id, token_endpoint_auth_method }: EnvironmentInput, facts: SandboxFacts | null) {
  const able = facts?.clients.filter(({ methods }) => methods.includes(token_endpoint_auth_method)) ?? []
  return able.find((client) => client.client_id === client_id) ?? able[0]
}

/** The key that fits the algorithm that is chosen. */
function privateKeyOf(
  { assertion: { alg } }: EnvironmentInput,
  { privateKey, otherPrivateKeys }: SandboxFacts,
): string {
  return alg === 'ES256' || alg === 'EdDSA' ? otherPrivateKeys[alg] : privateKey
}

function identityOf({ token_endpoint_auth_method }: EnvironmentInput, facts: SandboxFacts | null) {
  switch (token_endpoint_auth_method) {
    case 'tls_client_auth':
      return facts?.clientCertificate
    case 'self_signed_tls_client_auth':
      return facts?.selfSignedCertificate
    default:
      return undefined
  }
}

/** A saved call at the running sandbox's address: over TLS when the environment presents a client certificate. */
export function withSandboxApi<Request extends Pick<ApiRequest, 'url'>>(
  request: Request,
  facts: SandboxFacts | null,
  hasCertificate: boolean,
): Request {
  if (facts === null) return request
  return { ...request, url: replaceStart(request.url, apiPlaceholder, hasCertificate ? facts.mtlsApi : facts.api) }
}

export function withoutSandboxApi<Request extends ApiRequest>(request: Request, facts: SandboxFacts | null): Request {
  if (facts === null) return request
  const plain = replaceStart(request.url, facts.api, apiPlaceholder)
  return { ...request, url: replaceStart(plain, facts.mtlsApi, apiPlaceholder) }
}

function replaceStart(url: string, from: string, to: string): string {
  return url === from || url.startsWith(`${from}/`) ? to + url.slice(from.length) : url
}
