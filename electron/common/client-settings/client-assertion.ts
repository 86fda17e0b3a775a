import type { AuthMethod } from '../../contract/client-authentication.ts'
import { asymmetricAlgorithms, symmetricAlgorithms } from '../../vocabulary/client-authentication.ts'
import { oneOf } from '../one-of.ts'
import { decodeBase64 } from './encodings.ts'
import type { SettingsFields } from './client-settings.ts'

/** What the header of a client assertion says of how the next one is to be signed. @see RFC 7523 §2.2 */
export function settingsOfAssertion(jwt: string): Pick<SettingsFields, 'assertion'> & {
  token_endpoint_auth_method: AuthMethod
} {
  const { alg, kid } = headerOf(jwt)
  const known = oneOf([...symmetricAlgorithms, ...asymmetricAlgorithms], alg)
  const isSymmetric = symmetricAlgorithms.some((algorithm) => algorithm === known)
  return {
    token_endpoint_auth_method: isSymmetric ? 'client_secret_jwt' : 'private_key_jwt',
    ...(known === null ? {} : { assertion: { alg: known, ...(typeof kid === 'string' ? { kid } : {}) } }),
  }
}

function headerOf(jwt: string): { alg?: unknown; kid?: unknown } {
  try {
    const header: unknown = JSON.parse(decodeBase64(jwt.split('.', 1)[0] ?? '') ?? '')
    return typeof header === 'object' && header !== null ? header : {}
  } catch {
    return {}
  }
}
