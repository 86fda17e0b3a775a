import type { BasicEncoding } from '../../contract/client-authentication.ts'
import { decodeBase64, decodeForm, encodeForm } from './encodings.ts'

export interface BasicCredentials {
  id: string
  secret: string
  /** By which they become the same bytes again; null where both ways do. */
  encoding: BasicEncoding | null
}

/**
 * Id and secret of the value of an Authorization header, or of the command that would encode them for it,
 * `Basic $(echo -n id:secret | base64)`; null when it is of another scheme, or not base64.
 */
export function readBasicHeader(value: string): BasicCredentials | null {
  const command = /^basic +\$\( ?(?:echo -n|printf(?: ["']?%s["']?)?) +["']?([^"'|\s]+)["']? ?\| ?base64\b/i.exec(
    value.trim(),
  )?.[1]
  if (command !== undefined) return readBasicPair(command)
  const encoded = /^basic +([A-Za-z0-9+/_-]+={0,2})$/i.exec(value.trim())?.[1]
  const pair = encoded === undefined ? null : decodeBase64(encoded)
  return pair === null ? null : readBasicPair(pair)
}

/**
 * Id and secret of `id:secret` as it is encoded into the header. Form-encoded when that is how it can have been written and
 * raw gives the same bytes only as it is.
 * @see RFC 6749 §2.3.1, RFC 7617 §2
 */
export function readBasicPair(pair: string): BasicCredentials {
  const colon = pair.indexOf(':')
  const [id, secret] = colon < 0 ? [pair, ''] : [pair.slice(0, colon), pair.slice(colon + 1)]
  if (isPlain(id) && isPlain(secret)) return { id, secret, encoding: null }
  const [decodedId, decodedSecret] = [decodeForm(id), decodeForm(secret)]
  return encodeForm(decodedId) === id && encodeForm(decodedSecret) === secret
    ? { id: decodedId, secret: decodedSecret, encoding: 'form' }
    : { id, secret, encoding: 'raw' }
}

const isPlain = (text: string): boolean => /^[\w.*-]*$/.test(text)
