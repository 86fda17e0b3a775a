import type { EnvironmentInput } from '../../contract/environment.ts'
import type { HttpRequest } from '../http/transcript.ts'
import { authenticate } from './client-auth/client-authentication.ts'
import type { AssertionDeps, ClientCredentials } from './client-auth/credentials.ts'
import { protocolRequest } from './protocol-request.ts'

export type TokenRequestSettings = Pick<
  EnvironmentInput,
  'token_endpoint' | 'scope' | 'audience' | 'resource' | 'parameters' | 'headers' | 'tokenBodyFormat'
>

/**
 * Builds an access token request of the client credentials grant. Extra parameters go out last and as they are, also when
 * one repeats a name that is sent already: nothing that was typed is swallowed.
 * @see RFC 6749 §4.4.2, RFC 8707 §2
 */
export async function buildTokenRequest(
  settings: TokenRequestSettings,
  credentials: ClientCredentials,
  deps: AssertionDeps,
): Promise<HttpRequest> {
  const parameters = new URLSearchParams({ grant_type: 'client_credentials' })
  if (settings.scope !== '') parameters.set('scope', settings.scope)
  if (settings.audience !== '') parameters.set('audience', settings.audience)
  for (const resource of settings.resource) parameters.append('resource', resource)
  const authentication = new Headers()
  await authenticate(credentials, deps, parameters, authentication)
  for (const { name, value } of settings.parameters) parameters.append(name, value)
  const extra = settings.headers.map(({ name, value }): [string, string] => [name, value])
  return protocolRequest(settings.token_endpoint, parameters, authentication, settings.tokenBodyFormat, extra)
}
