import { createHash, createPublicKey } from 'node:crypto'
import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { SecretName } from '../../contract/secret.ts'
import type { Binding } from '../../contract/token.ts'
import type { ClientCredentials } from '../oauth/client-auth/client-authentication.ts'
import type { DpopKey } from '../oauth/dpop.ts'
import { headerProblems, parameterProblems } from '../oauth/request-problems.ts'
import { endpointOf } from '../oauth/endpoints.ts'
import { neededToAuthenticate, neededToProve, neededToTravel } from '../secrets/needed.ts'
import { clientOf } from './credentials.ts'
import type { CoreContext, CurrentEnvironment } from '../environment/current-environment.ts'
import { dpopKeyFor } from './dpop-key.ts'
import { bindingProblems } from '../environment/binding-problems.ts'
import { endpointProblems, type Prepared } from '../environment/problems.ts'
import { tokenCacheKey } from '../flow/token-cache.ts'
import { withSecrets } from '../environment/reading-secrets.ts'
import { type Routed, connectionOptionsOf } from './connection-options.ts'

/** What a request with a token needs: how it travels, and the key that the token is bound to. */
export interface PreparedApiCall extends Routed {
  dpop: DpopKey | null
}

/** Everything that a client needs to ask the authorization server, read and checked. */
export interface PreparedClient extends PreparedApiCall {
  credentials: ClientCredentials
}

export async function prepareApiCall(
  core: CoreContext,
  unread: CurrentEnvironment,
  signal: AbortSignal,
): Promise<Prepared<PreparedApiCall>> {
  const read = await withSecrets(core, unread, neededToProve(unread.value), signal)
  if (!read.ok) return read
  const [routed, dpop] = await Promise.all([
    connectionOptionsOf(core, read.value, signal),
    dpopKeyFor(core.session, read.value),
  ])
  return routed.ok && dpop.ok
    ? { ok: true, value: { ...routed.value, dpop: dpop.value } }
    : { ok: false, problems: [routed, dpop].flatMap((part) => (part.ok ? [] : part.problems)) }
}

/**
 * Makes a caller ready to request a token as well, or names every field that keeps it from being so. Nothing is read while
 * any of it may not go where it would go.
 */
export async function prepareTokenRequest(
  core: CoreContext,
  unread: CurrentEnvironment,
  signal: AbortSignal,
  caller: Promise<Prepared<PreparedApiCall>> | null = null,
): Promise<Prepared<PreparedClient>> {
  const { value } = unread
  const client = { method: value.token_endpoint_auth_method, url: endpointOf(value, 'token_endpoint') }
  const unbound = bindingProblems(core, unread, neededToAsk(value, client.method), client)
  if (unbound.length > 0)
    return { ok: false, problems: [...endpointProblems(core, value, 'token_endpoint'), ...unbound] }
  const [credentials, called] = await Promise.all([
    credentialsOf(core, unread, signal),
    caller ?? prepareApiCall(core, unread, signal),
  ])
  const problems = [
    ...endpointProblems(core, value, 'token_endpoint'),
    ...[credentials, called].flatMap((part) => (part.ok ? [] : part.problems)),
    ...parameterProblems(value.parameters),
    ...headerProblems(value.headers),
  ]
  return credentials.ok && called.ok && problems.length === 0
    ? { ok: true, value: withClient(called.value, credentials.value) }
    : { ok: false, problems }
}

/** Every secret that a request to the authorization server may need. */
export const neededToAsk = (value: EnvironmentInput, method: AuthMethod | null): SecretName[] => [
  ...neededToTravel(value),
  ...neededToProve(value),
  ...(method === null ? [] : neededToAuthenticate(value, method)),
]

interface WithCredentials {
  environment: CurrentEnvironment
  credentials: ClientCredentials
}

/** What a client proves itself with, and the environment with the secrets that were read for it. */
export async function credentialsOf(
  core: CoreContext,
  unread: CurrentEnvironment,
  signal: AbortSignal,
  method: AuthMethod = unread.value.token_endpoint_auth_method,
): Promise<Prepared<WithCredentials>> {
  const read = await withSecrets(core, unread, neededToAuthenticate(unread.value, method), signal)
  if (!read.ok) return read
  const credentials = await clientOf(core.ports, read.value, method)
  return credentials.ok ? { ok: true, value: { environment: read.value, credentials: credentials.value } } : credentials
}

/** Together they know every secret that was read. */
export function withClient<Caller extends Routed>(
  caller: Caller,
  { environment, credentials }: WithCredentials,
): Caller & { credentials: ClientCredentials } {
  const secrets = { ...caller.environment.secrets, ...environment.secrets }
  return { ...caller, environment: { ...caller.environment, secrets }, credentials }
}

/** Names everything that changes the tokens of this client. */
export function tokenCacheKeyOf({ environment, credentials, connection, dpop }: PreparedClient): string {
  const key = credentials.method === 'private_key_jwt' ? keyDigest(credentials.key) : null
  return tokenCacheKey(environment, [key, connection.certificate?.thumbprint ?? null, dpop?.thumbprint ?? null])
}

/** What a token that this client gets can be bound to: the DPoP key before the certificate. */
export function bindingOf({ dpop, connection }: PreparedApiCall): Binding | null {
  if (dpop !== null) return { kind: 'dpop', thumbprint: dpop.thumbprint }
  return connection.certificate === null ? null : { kind: 'certificate', thumbprint: connection.certificate.thumbprint }
}

function keyDigest(key: Parameters<typeof createPublicKey>[0]): string {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(spki).digest('base64url')
}
