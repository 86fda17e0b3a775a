import { type ClientAuth, ClientSecretPost } from 'oauth4webapi'

/** `client_id` and `client_secret` in the request body. @see RFC 6749 §2.3.1 */
export function clientSecretPost(clientSecret: string): ClientAuth {
  return ClientSecretPost(clientSecret)
}
