import type { EnvironmentInput } from '../../contract/environment.ts'
import type { HttpRequest } from '../http/transcript.ts'
import { authenticate, type ClientCredentials } from './client-auth/client-authentication.ts'
import { protocolRequest } from './protocol-request.ts'

export type TokenRequestSettings = Pick<
  EnvironmentInput,
  'issuer' | 'token_endpoint' | 'scope' | 'audience' | 'resource'
>

/** Builds an access token request of the client credentials grant. @see RFC 6749 §4.4.2, RFC 8707 §2 */
export async function buildTokenRequest(
  settings: TokenRequestSettings,
  credentials: ClientCredentials,
): Promise<HttpRequest> {
  const parameters = new URLSearchParams({ grant_type: 'client_credentials' })
  if (settings.scope !== '') parameters.set('scope', settings.scope)
  if (settings.audience !== '') parameters.set('audience', settings.audience)
  for (const resource of settings.resource) parameters.append('resource', resource)
  const headers = new Headers()
  await authenticate(credentials, settings.issuer, parameters, headers)
  return protocolRequest(settings.token_endpoint, parameters, headers, 'form')
}
