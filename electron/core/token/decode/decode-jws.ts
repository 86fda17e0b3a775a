import type { DecodedToken } from '../../../contract/decoded-token.ts'
import type { JsonObject } from '../../../contract/json-object.ts'
import { memberOf } from '../../../common/json-source.ts'
import { joseHeaderAt } from './jose-header.ts'
import type { Malformed } from './malformed.ts'
import { bytesOf, contentOf, isMalformed, objectOf, objectOfBytes, type Part } from './segment.ts'

type Jws = Extract<DecodedToken, { kind: 'jws' | 'signed_content' }>

/** Decodes the three parts of a JWS in compact form. @see RFC 7515 §7.1 */
export function decodeJws(token: string, [first, second, third]: readonly Part[]): Jws | Malformed {
  if (first === undefined || second === undefined || third === undefined) throw new RangeError('A JWS has three parts')
  const header = objectOf(token, first)
  if (isMalformed(header)) return header
  const payload = payloadOf(token, header, second)
  if (isMalformed(payload)) return payload
  const signature = bytesOf(token, third)
  if (isMalformed(signature)) return signature
  const signed = { header, signatureBytes: signature.length }
  if (!beginsLikeObject(payload)) {
    const content = contentOf(payload)
    const nested = nestedIn(content.text)
    return { kind: 'signed_content', ...signed, content, ...(nested !== null && { nested }) }
  }
  const claims = objectOfBytes(payload, second)
  return isMalformed(claims) ? claims : { kind: 'jws', ...signed, claims }
}

/** Which kind of JWT in compact form the content is, as it is or as a string of JSON; null when it is none. @see RFC 7519 §5.2 */
function nestedIn(content: string): 'jws' | 'jwe' | null {
  const token = content.replace(/^"/, '').replace(/"$/, '')
  if (!/^[\w.-]+$/.test(token) || joseHeaderAt(token, 0) === null) return null
  const parts = token.split('.', 6).length
  return parts === 3 ? 'jws' : parts === 5 ? 'jwe' : null
}

/** A payload may be in a JWS as it is; one that could be base64url is read as that. @see RFC 7797 §3 */
function payloadOf(token: string, header: JsonObject, part: Part): Buffer | Malformed {
  const bytes = bytesOf(token, part)
  return isMalformed(bytes) && memberOf(header, 'b64')?.source === 'false' ? Buffer.from(part.text) : bytes
}

/** Whether claims were meant: what begins like a JSON object and is none has a fault to report. */
function beginsLikeObject(bytes: Buffer): boolean {
  const first = bytes.find((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)
  return first === 0x7b
}
