import { endpointOf } from '../../common/endpoints.ts'
import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import type { SecretName } from '../../contract/secret.ts'
import type { Binding } from '../../contract/token.ts'
import { type ConnectionOptions, connectionOptionsOf } from './connection-options.ts'
import { credentialsOf } from './credentials.ts'
import { dpopKeyFor } from './dpop-key.ts'
import type { WithSession } from '../core-context.ts'
import { bindingProblems } from '../environment/binding-problems.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { neededToAuthenticate, neededToProve, neededToTravel } from '../environment/needed-secrets.ts'
import { endpointProblems, notPrepared, type Prepared } from '../environment/problems.ts'
import { type ResolvedEnvironment, type ResolveDeps, resolveEnvironment } from '../environment/resolve-environment.ts'
import type { ClientCredentials } from '../oauth/client-auth/credentials.ts'
import type { DpopKey } from '../oauth/dpop.ts'
import { headerProblems, parameterProblems } from '../oauth/protocol-request.ts'
import type { Ports } from '../ports.ts'

export type PrepareDeps = ResolveDeps & Pick<Ports, 'sandbox'> & WithSession<'dpopKeys'>

/** What a request with a token needs: how it travels, and the key that the token is bound to. */
export interface PreparedApiCall {
  environment: ResolvedEnvironment
  connection: ConnectionOptions
  dpop: DpopKey | null
}

/** Everything that a client needs to ask the authorization server, read and checked. */
export interface PreparedClient extends PreparedApiCall {
  credentials: ClientCredentials
}

export async function prepareApiCall(
  deps: PrepareDeps,
  environment: CurrentEnvironment,
  signal: AbortSignal,
): Promise<Prepared<PreparedApiCall>> {
  const names = [...neededToTravel(environment.value), ...neededToProve(environment.value)]
  const unbound = bindingProblems(deps, environment, names, null)
  if (unbound.length > 0) return notPrepared(...unbound)
  return apiCallOf(deps, await resolveEnvironment(deps, environment, names, signal))
}

/** How a call without a token of the environment travels: no proof goes along. */
export async function prepareConnection(
  deps: PrepareDeps,
  environment: CurrentEnvironment,
  signal: AbortSignal,
): Promise<Prepared<PreparedApiCall>> {
  const names = neededToTravel(environment.value)
  const unbound = bindingProblems(deps, environment, names, null)
  if (unbound.length > 0) return notPrepared(...unbound)
  const resolved = await resolveEnvironment(deps, environment, names, signal)
  const connection = await connectionOptionsOf(deps, resolved)
  return connection.ok
    ? { ok: true, value: { environment: resolved, connection: connection.value, dpop: null } }
    : connection
}

/**
 * Prepares a token request, or names every field that keeps it from being sent. Nothing is read while any of it may not go
 * where it would go.
 */
export async function prepareTokenRequest(
  deps: PrepareDeps,
  environment: CurrentEnvironment,
  signal: AbortSignal,
): Promise<Prepared<PreparedClient>> {
  const unbound = clientBindingProblems(deps, environment)
  return unbound.length > 0 ? notPrepared(...unbound) : (await prepareBoth(deps, environment, signal)).client
}

/** Prepares a call with the held token, and with it the token request that would take its place. */
export async function prepareReuse(
  deps: PrepareDeps,
  environment: CurrentEnvironment,
  signal: AbortSignal,
): Promise<{ call: Prepared<PreparedApiCall>; client: Prepared<PreparedClient> }> {
  const unbound = clientBindingProblems(deps, environment)
  if (unbound.length === 0) return prepareBoth(deps, environment, signal)
  return { call: await prepareApiCall(deps, environment, signal), client: notPrepared(...unbound) }
}

function clientBindingProblems(deps: PrepareDeps, environment: CurrentEnvironment): FieldProblem[] {
  const { value } = environment
  const client = { method: value.token_endpoint_auth_method, url: endpointOf(value, 'token_endpoint') }
  const unbound = bindingProblems(deps, environment, neededToAsk(value, client.method), client)
  return unbound.length === 0 ? [] : [...endpointProblems(deps, value, 'token_endpoint'), ...unbound]
}

async function prepareBoth(deps: PrepareDeps, unread: CurrentEnvironment, signal: AbortSignal) {
  const { value } = unread
  const names = neededToAsk(value, value.token_endpoint_auth_method)
  const environment = await resolveEnvironment(deps, unread, names, signal)
  const [credentials, call] = await Promise.all([credentialsOf(deps, environment), apiCallOf(deps, environment)])
  const problems = [
    ...endpointProblems(deps, value, 'token_endpoint'),
    ...[credentials, call].flatMap((part) => (part.ok ? [] : part.problems)),
    ...parameterProblems(value.parameters),
    ...headerProblems(value.headers),
  ]
  const client: Prepared<PreparedClient> =
    credentials.ok && call.ok && problems.length === 0
      ? { ok: true, value: { ...call.value, credentials: credentials.value } }
      : notPrepared(...problems)
  return { call, client }
}

async function apiCallOf(deps: PrepareDeps, environment: ResolvedEnvironment): Promise<Prepared<PreparedApiCall>> {
  const { enabled } = environment.value.dpop
  const [connection, dpop] = await Promise.all([
    connectionOptionsOf(deps, environment),
    enabled ? dpopKeyFor(deps, environment) : ({ ok: true, value: null } as const),
  ])
  return connection.ok && dpop.ok
    ? { ok: true, value: { environment, connection: connection.value, dpop: dpop.value } }
    : notPrepared(...[connection, dpop].flatMap((part) => (part.ok ? [] : part.problems)))
}

/** Every secret that a request to the authorization server may need. */
export const neededToAsk = (value: EnvironmentInput, method: AuthMethod | null): SecretName[] => [
  ...neededToTravel(value),
  ...neededToProve(value),
  ...(method === null ? [] : neededToAuthenticate(value, method)),
]

/** What a token that this client gets can be bound to: the DPoP key before the certificate. */
export function bindingOf({ dpop, connection }: PreparedApiCall): Binding | null {
  if (dpop !== null) return { kind: 'dpop', thumbprint: dpop.thumbprint }
  return connection.certificate === null ? null : { kind: 'certificate', thumbprint: connection.certificate.thumbprint }
}
