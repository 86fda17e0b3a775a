import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { Case } from './case.ts'

/** How the client authenticated, by what was really sent; `none` where nothing was. */
export function methodOf({ request, tls, settings }: Pick<Case, 'request' | 'tls' | 'settings'>): AuthMethod {
  const { assertion, credentials } = request
  if (assertion !== null) return assertion.alg?.startsWith('HS') === true ? 'client_secret_jwt' : 'private_key_jwt'
  if (credentials.includes('basic')) return 'client_secret_basic'
  if (credentials.includes('client_secret')) return 'client_secret_post'
  const set = settings?.token_endpoint_auth_method
  if (set === 'tls_client_auth' || set === 'self_signed_tls_client_auth') return set
  return tls !== null && tls.clientCertificate !== null ? 'tls_client_auth' : 'none'
}
