import type { ClientAuth } from 'oauth4webapi'
import type { BasicEncoding } from '../../../contract/client-authentication.ts'
import { basicHeader } from './basic-encodings.ts'

/** Id and secret in the Authorization header. @see RFC 6749 §2.3.1 */
export function clientSecretBasic(clientSecret: string, encoding: BasicEncoding): ClientAuth {
  return (_server, { client_id }, _body, headers) => {
    headers.set('authorization', basicHeader(client_id, clientSecret, encoding))
  }
}
