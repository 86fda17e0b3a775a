import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import { connectionOptionsOf } from '../client/connection-options.ts'
import { credentialsOf } from '../client/credentials.ts'
import { neededToAsk } from '../client/prepared-client.ts'
import type { Flow } from '../core-context.ts'
import { bindingProblems, clientProblems, tokenProblems } from '../environment/binding-problems.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { neededToAuthenticate, neededToTravel } from '../environment/needed-secrets.ts'
import { endpointProblems, noToken, notPrepared, type Prepared } from '../environment/problems.ts'
import { type ResolveDeps, resolveEnvironment } from '../environment/resolve-environment.ts'
import type { ClientCredentials } from '../oauth/client-auth/credentials.ts'
import { endpointOf } from '../../common/endpoints.ts'
import type { Ports } from '../ports.ts'
import { ofClient } from '../secrets/destinations.ts'
import type { RequestContext } from './perform.ts'

export type TokenCallDeps = ResolveDeps & Pick<Ports, 'sandbox'>

/** A request to the authorization server about a token. */
export interface PreparedTokenCall<Token> {
  token: Token
  endpoint: string
  /** Null where no client asks. */
  credentials: ClientCredentials | null
  context: RequestContext
}

interface Asked<Token> {
  purpose: 'introspection' | 'revocation'
  /** How the client authenticates; null where no client asks. */
  method: AuthMethod | null
  /** Undefined where there is none to ask about. */
  token: Token | undefined
}

/** Prepares it, or names everything that keeps it from being sent. Nothing is read while any of it may not go to the endpoint. */
export async function prepareTokenCall<Token extends { accessToken: string }>(
  deps: TokenCallDeps,
  unread: CurrentEnvironment,
  { purpose, method, token }: Asked<Token>,
  flow: Flow,
): Promise<Prepared<PreparedTokenCall<Token>>> {
  const { value } = unread
  const name = `${purpose}_endpoint` as const
  const endpoint = endpointOf(value, name)
  const missing = [...(token === undefined ? [noToken] : []), ...endpointProblems(deps, value, name)]
  const unbound = unboundProblems(deps, unread, method, endpoint)
  if (unbound.length > 0) return notPrepared(...missing, ...unbound)
  const names = [...neededToTravel(value), ...(method === null ? [] : neededToAuthenticate(value, method))]
  const environment = await resolveEnvironment(deps, unread, names, flow.signal)
  const connection = await connectionOptionsOf(deps, environment)
  const credentials = method === null ? null : await credentialsOf(deps, environment, method)
  const parts = credentials === null ? [connection] : [credentials, connection]
  const problems = [...missing, ...parts.flatMap((part) => (part.ok ? [] : part.problems))]
  if (connection.ok && credentials?.ok !== false && method !== null) {
    problems.push(...clientProblems(deps, environment, { method, url: endpoint }))
  }
  if (token === undefined || !connection.ok || credentials?.ok === false || problems.length > 0) {
    return notPrepared(...problems)
  }
  const { accessToken } = token
  const context = { ...flow, environment, connection: connection.value, purpose, authentication: method, accessToken }
  return { ok: true, value: { token, endpoint, credentials: credentials?.value ?? null, context } }
}

/** Everything that may not go to this endpoint yet, before any of it is read: where the credential may go, the token may. */
function unboundProblems(
  deps: TokenCallDeps,
  environment: CurrentEnvironment,
  method: AuthMethod | null,
  url: string,
): FieldProblem[] {
  const client = method === null ? null : { method, url }
  const unbound = bindingProblems(deps, environment, neededToAsk(environment.value, method), client)
  const isAsked = unbound.some(({ remedy }) => remedy?.kind === 'allow_origin' && ofClient.has(remedy.secret))
  return isAsked ? unbound : [...unbound, ...tokenProblems(deps, environment, url)]
}
