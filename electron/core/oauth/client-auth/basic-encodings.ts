import type { BasicEncoding } from '../../../contract/client-authentication.ts'

/**
 * The value of the Authorization header: id and secret form-encoded first, as the standard has it, or as they are
 * (UTF-8). Form-encoded is as the URL Standard serializes it, so that `-`, `.`, `_` and `*` stay themselves: a decoder
 * reads the same, and a server that does not decode works with most ids.
 * @see RFC 6749 §2.3.1 and appendix B, RFC 7617 §2
 */
export function basicHeader(client_id: string, clientSecret: string, encoding: BasicEncoding): string {
  const written = encoding === 'form' ? formEncoded : (text: string) => text
  const pair = `${written(client_id)}:${written(clientSecret)}`
  return `Basic ${Buffer.from(pair).toString('base64')}`
}

/** True when the two ways of writing the header differ for this client, so that a server may want the other. */
export function encodingsDiffer(client_id: string, clientSecret: string): boolean {
  return basicHeader(client_id, clientSecret, 'form') !== basicHeader(client_id, clientSecret, 'raw')
}

function formEncoded(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1)
}
