import { type ClientAuth, ClientSecretBasic } from 'oauth4webapi'

/** Authorization header with id and secret form-encoded, then base64. @see RFC 6749 §2.3.1 */
export function clientSecretBasic(clientSecret: string): ClientAuth {
  return ClientSecretBasic(clientSecret)
}
