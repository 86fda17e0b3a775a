import { wordOfText } from '../../common/shell-words.ts'
import type { AuthMethod, BasicEncoding } from '../../contract/client-authentication.ts'
import { curlLines } from '../../wording/flow/explanations/curl-lines.ts'
import { formEncoded, type Piece } from './words.ts'

interface Client {
  client_id: string
  method: AuthMethod
  basicEncoding: BasicEncoding
}

/** What authenticates the client in a command. */
interface ClientPart {
  options: readonly string[]
  parameters: readonly (readonly [name: string, value: Piece])[]
  notes: readonly string[]
}

/** @see RFC 6749 §2.3.1, RFC 7523 §2.2, RFC 8705 §2 */
export function clientPart({ client_id, method, basicEncoding }: Client): ClientPart {
  const id: readonly [string, Piece] = ['client_id', client_id === '' ? { variable: 'CLIENT_ID' } : client_id]
  switch (method) {
    case 'client_secret_basic':
      return {
        options: [`-u ${basicUser(client_id, basicEncoding)}"$CLIENT_SECRET"`],
        parameters: [],
        notes: basicEncoding === 'form' ? [curlLines.formEncodedSecret] : [],
      }
    case 'client_secret_post':
      return { options: [], parameters: [id, ['client_secret', { variable: 'CLIENT_SECRET' }]], notes: [] }
    case 'client_secret_jwt':
    case 'private_key_jwt':
    case 'client_assertion_file':
      return {
        options: [],
        parameters: [
          id,
          ['client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'],
          ['client_assertion', { variable: 'CLIENT_ASSERTION' }],
        ],
        notes: [],
      }
    case 'tls_client_auth':
    case 'self_signed_tls_client_auth':
    case 'none':
      return { options: [], parameters: [id], notes: [] }
  }
}

function basicUser(client_id: string, encoding: BasicEncoding): string {
  if (client_id === '') return '"$CLIENT_ID":'
  return wordOfText(`${encoding === 'form' ? formEncoded(client_id) : client_id}:`)
}
