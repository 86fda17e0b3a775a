import { type ClientAuth, None } from 'oauth4webapi'

/** `client_id` in the body: the client proves nothing, or proves itself by its TLS certificate. @see RFC 6749 §3.2.1, RFC 8705 §2 */
export function clientIdOnly(): ClientAuth {
  return None()
}
