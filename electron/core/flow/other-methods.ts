import { hasClientCertificate } from '../../common/endpoints.ts'
import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { TriedMethod } from '../../contract/tried-method.ts'
import { authMethods } from '../../vocabulary/client-authentication.ts'
import { mostOtherMethods } from '../../vocabulary/limits.ts'
import type { Flow, WithSession } from '../core-context.ts'
import { hasCredential } from '../environment/binding-problems.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { knownMetadata } from './known-metadata.ts'
import { type ObtainDeps, tokenForOneUse } from './obtain-token.ts'

/** The published methods, as they were last read, for which there is a secret or key; without the one that is set. */
export function otherMethods(deps: WithSession<'metadata'>, environment: CurrentEnvironment): AuthMethod[] {
  const { value } = environment
  const published = knownMetadata(deps, value)?.token_endpoint_auth_methods_supported ?? []
  return authMethods
    .filter((method) => method !== value.token_endpoint_auth_method && published.includes(method))
    .filter((method) => hasCredential(environment, method) || (isByCertificate(method) && hasClientCertificate(value)))
    .slice(0, mostOtherMethods)
}

const isByCertificate = (method: AuthMethod): boolean =>
  method === 'tls_client_auth' || method === 'self_signed_tls_client_auth'

/** One token request by another method. The token is for nothing and forgotten; what is saved stays as it is. */
export async function tryMethod(
  deps: ObtainDeps,
  environment: CurrentEnvironment,
  method: AuthMethod,
  flow: Flow,
): Promise<TriedMethod> {
  if (!otherMethods(deps, environment).includes(method)) return { kind: 'not_sent' }
  const value = { ...environment.value, token_endpoint_auth_method: method }
  const usable = await tokenForOneUse(deps, { ...environment, value }, flow)
  if (usable.kind === 'token') return { kind: 'accepted', exchangeId: usable.token.held.exchangeId }
  const { outcome } = usable
  switch (outcome.kind) {
    case 'issued':
      return { kind: 'accepted', exchangeId: outcome.exchangeId }
    case 'refused':
      return { kind: 'refused', status: outcome.status, error: outcome.error.error, exchangeId: outcome.exchangeId }
    case 'nonconformant':
      return { kind: 'refused', status: outcome.status, error: null, exchangeId: outcome.exchangeId }
    case 'unreachable':
      return { kind: 'refused', status: null, error: outcome.failure.code, exchangeId: outcome.exchangeId }
    case 'not_sent':
      return { kind: 'not_sent' }
  }
}
