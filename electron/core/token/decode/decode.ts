import type { DecodedToken } from '../../../contract/decoded-token.ts'
import { decodeJwe, isJwe } from './decode-jwe.ts'
import { decodeJws } from './decode-jws.ts'
import { decodeOpaque } from './decode-opaque.ts'
import { decodePaseto, pasetoPrefix } from './decode-paseto.ts'
import { decodeSdJwt } from './decode-sd-jwt.ts'
import { joseHeaderAt } from './jose-header.ts'
import { type Malformed, malformedAt, type Segment } from './malformed.ts'
import { readableParts } from './readable-parts.ts'
import { secondTokenIn } from './second-token.ts'
import { beginsLikeJson, isMalformed, objectOf, partsOf } from './segment.ts'

/** Says what a string is, and decodes what can be read of it. Trusts nothing, verifies nothing, never throws. */
export function decodeToken(text: string): DecodedToken {
  const token = withoutBearer(text)
  if (token === '') return { kind: 'empty' }
  if (pasetoPrefix.test(token)) return decodePaseto(token)
  if (!beginsLikeJson(token)) return brokenHeader(token) ?? decodeOpaque(token)
  const decoded = decodeJose(token)
  if (decoded.kind === 'malformed' && !isJose(token, decoded.segment)) return brokenHeader(token) ?? decodeOpaque(token)
  const isStrange = decoded.kind === 'malformed' || (decoded.kind === 'jwe' && !isJwe(decoded.header))
  const second = isStrange ? secondTokenIn(token) : null
  if (second !== null) return { ...malformedAt(token, 'token', second, 'two_tokens'), ...readableParts(token) }
  return decoded.kind === 'malformed' ? { ...decoded, ...readableParts(token) } : decoded
}

/** The token without surrounding white space and without `Authorization: Bearer`. */
export function withoutBearer(text: string): string {
  return text.trim().replace(/^(?:authorization[ \t]*:[ \t]*)?(?:bearer|dpop)\s+/i, '')
}

/** Three parts, of which the second is claims and the first no header: a JWT that is broken there, and no reference. */
function brokenHeader(token: string): Malformed | null {
  const [header, claims, , more] = partsOf(token.split('.', 4).join('.'), '.', [
    'header',
    'claims',
    'signature',
    'token',
  ])
  if (header === undefined || claims === undefined || more !== undefined || !/^[^.]*\.[^.]+\.[^.]*$/.test(token))
    return null
  const read = objectOf(token, claims)
  const found = objectOf(token, header)
  return isMalformed(read) || read.members.length === 0 || !isMalformed(found)
    ? null
    : { ...found, ...readableParts(token) }
}

/** Whether it is surely meant to be a JWT: a reference may by chance begin like one whose header begins with white space. */
function isJose(token: string, malformed: Segment): boolean {
  return token.startsWith('eyJ') || (malformed !== 'token' && malformed !== 'header')
}

/** Told apart by the number of parts. @see RFC 7516 §9 */
function decodeJose(token: string): DecodedToken {
  const shortened = shortenedAt(token)
  if (shortened !== null) return malformedAt(token, 'token', shortened, 'shortened')
  if (token.includes('~')) return decodeSdJwt(token)
  // A seventh part is as wrong as a millionth, which is not cut off.
  const dots = token.split('.', 7).length - 1
  if (dots === 2) return decodeJws(token, partsOf(token, '.', ['header', 'claims', 'signature']))
  if (dots === 4) return decodeJwe(token, partsOf(token, '.', ['header', 'encrypted_key', 'iv', 'ciphertext', 'tag']))
  return malformedAt(token, 'token', dots < 4 ? token.length : dotIn(token, 5), 'segments')
}

/** Where characters were left out for an ellipsis. Dots of a JWE may have nothing between them. */
function shortenedAt(token: string): number | null {
  const at = token.search(/(?<!\.)\.{3}(?!\.)|…/)
  if (at === -1) return null
  const header = joseHeaderAt(token, 0)
  return header !== null && isJwe(header) ? null : at
}

/** Where the n-th dot is. */
function dotIn(token: string, n: number): number {
  let at = -1
  for (let count = 0; count < n; count += 1) at = token.indexOf('.', at + 1)
  return at
}
