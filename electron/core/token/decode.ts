import type { DecodedToken } from '../../contract/decoded-token.ts'
import { beginsLikeJson } from './begins-like-json.ts'
import { decodeJwe, isJwe } from './decode-jwe.ts'
import { decodeJws } from './decode-jws.ts'
import { decodeOpaque } from './decode-opaque.ts'
import { decodePaseto, pasetoPrefix } from './decode-paseto.ts'
import { decodeSdJwt } from './decode-sd-jwt.ts'
import { malformedAt, type Segment } from './malformed.ts'
import { partsOf } from './segment.ts'
import { secondTokenIn } from './second-token.ts'

/** Says what a string is, and decodes what can be read of it. Trusts nothing, verifies nothing, never throws. */
export function decodeToken(text: string): DecodedToken {
  const token = withoutBearer(text)
  if (token === '') return { kind: 'empty' }
  if (pasetoPrefix.test(token)) return decodePaseto(token)
  if (!beginsLikeJson(token)) return decodeOpaque(token)
  const decoded = decodeJose(token)
  if (decoded.kind === 'malformed' && !isJose(token, decoded.segment)) return decodeOpaque(token)
  const isStrange = decoded.kind === 'malformed' || (decoded.kind === 'jwe' && !isJwe(decoded.header))
  const second = isStrange ? secondTokenIn(token) : null
  return second === null ? decoded : malformedAt(token, 'token', second, 'two_tokens')
}

/** The token without surrounding white space and without `Authorization: Bearer`. */
export function withoutBearer(text: string): string {
  return text.trim().replace(/^(?:authorization[ \t]*:[ \t]*)?(?:bearer|dpop)\s+/i, '')
}

/** Whether it is surely meant to be a JWT: a reference may by chance begin like one whose header begins with white space. */
function isJose(token: string, malformed: Segment): boolean {
  return token.startsWith('eyJ') || (malformed !== 'token' && malformed !== 'header')
}

/** Told apart by the number of parts. @see RFC 7516 §9 */
function decodeJose(token: string): DecodedToken {
  if (token.includes('~')) return decodeSdJwt(token)
  // A seventh part is as wrong as a millionth, which is not cut off.
  const dots = token.split('.', 7).length - 1
  if (dots === 2) return decodeJws(token, partsOf(token, '.', ['header', 'claims', 'signature']))
  if (dots === 4) return decodeJwe(token, partsOf(token, '.', ['header', 'encrypted_key', 'iv', 'ciphertext', 'tag']))
  return malformedAt(token, 'token', dots < 4 ? token.length : dotIn(token, 5), 'segments')
}

/** Where the n-th dot stands. */
function dotIn(token: string, n: number): number {
  let at = -1
  for (let count = 0; count < n; count += 1) at = token.indexOf('.', at + 1)
  return at
}
