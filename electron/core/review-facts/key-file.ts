import { hasClientCertificate } from '../../common/endpoints.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { SecretName } from '../../contract/secret.ts'

/** The path of the file that the settings read a key from, in the place of one that is set; empty for none. */
export function keyFileOf(value: EnvironmentInput, name: SecretName): string {
  switch (name) {
    case 'private_key':
      return value.token_endpoint_auth_method === 'private_key_jwt' ? value.assertion.keyFile : ''
    case 'dpop_key':
      return value.dpop.enabled ? value.dpop.keyFile : ''
    case 'client_certificate_key':
      return hasClientCertificate(value) ? value.network.clientCertificate.keyFile : ''
    default:
      return ''
  }
}
