import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { SecretName } from '../../contract/secret.ts'
import type { SecretSource } from '../../contract/secret-source.ts'
import { hasClientCertificate } from '../oauth/endpoints.ts'

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
  switch (method) {
    case 'client_secret_basic':
    case 'client_secret_post':
    case 'client_secret_jwt':
      return ['client_secret']
    case 'private_key_jwt':
      return neededToSign({ assertion })
    case 'client_assertion_file':
    case 'tls_client_auth':
    case 'self_signed_tls_client_auth':
    case 'none':
      return []
  }
}

/** The secret of an environment that logs in at a source; null when none does. */
export function loginOf(source: SecretSource | undefined): 'vault_token' | 'vault_secret_id' | null {
  if (source?.kind !== 'vault') return null
  switch (source.login.method) {
    case 'token':
      return 'vault_token'
    case 'approle':
      return 'vault_secret_id'
    case 'kubernetes':
      return null
  }
}
