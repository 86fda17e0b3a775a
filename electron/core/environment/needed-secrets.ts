import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { Environment, EnvironmentInput } from '../../contract/environment.ts'
import type { SecretName } from '../../contract/secret.ts'
import { clientAuthMethods } from '../oauth/client-auth/credentials.ts'
import { hasClientCertificate } from '../../common/endpoints.ts'

/** The secrets without which nothing of an environment can travel. */
export function neededToTravel({ network }: Pick<EnvironmentInput, 'network'>): SecretName[] {
  return [...(network.proxy.mode === 'explicit' ? ['proxy_password' as const] : []), ...neededToPresent({ network })]
}

/** The secrets of the client certificate. */
export function neededToPresent({ network }: Pick<EnvironmentInput, 'network'>): SecretName[] {
  if (!hasClientCertificate({ network })) return []
  const key = network.clientCertificate.keyFile === '' ? (['client_certificate_key'] as const) : []
  return [...key, 'client_certificate_passphrase']
}

/** The secrets of the client's private key. */
export const neededToSign = ({ assertion }: Pick<EnvironmentInput, 'assertion'>): SecretName[] =>
  assertion.keyFile === '' ? ['private_key', 'private_key_passphrase'] : ['private_key_passphrase']

/** The secrets that prove possession of a token. */
export const neededToProve = ({ dpop }: Pick<EnvironmentInput, 'dpop'>): SecretName[] =>
  dpop.enabled && dpop.keyFile === '' ? ['dpop_key'] : []

/** The secrets that authenticate the client. */
export function neededToAuthenticate(
  { assertion }: Pick<EnvironmentInput, 'assertion'>,
  method: AuthMethod,
): SecretName[] {
  switch (clientAuthMethods[method].credential) {
    case 'client_secret':
      return ['client_secret']
    case 'private_key':
      return neededToSign({ assertion })
    case 'client_assertion':
    case null:
      return []
  }
}

/** Of those, the ones that are nowhere. A key may have no passphrase. */
export function missingToAuthenticate(
  environment: Pick<Environment, 'assertion' | 'token_endpoint_auth_method' | 'secrets'>,
): SecretName[] {
  return neededToAuthenticate(environment, environment.token_endpoint_auth_method).filter(
    (name) => name !== 'private_key_passphrase' && environment.secrets[name].kind === 'none',
  )
}
