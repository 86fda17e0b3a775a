import type { DecodedToken, JsonObject } from '../../contract/token.ts'
import { readBase64Url } from './base64url.ts'
import { readJsonObject } from './json.ts'

type Malformed = Extract<DecodedToken, { kind: 'malformed' }>
type Segment = 'header' | 'claims'

/** Says what a string is, and decodes it when it is a JWT in compact form. Trusts nothing, verifies nothing, never throws. */
export function decodeToken(text: string): DecodedToken {
  const token = withoutBearer(text)
  if (token === '') return { kind: 'empty' }
  const form = knownForm(token)
  if (form !== null) return { kind: 'opaque', form, length: token.length }
  const segments = token.split('.')
  if (segments.length === 3) return decodeJws(token, segments)
  if (segments.length === 5) return decodeJwe(token, segments)
  if (!beginsLikeJwt(token)) return { kind: 'opaque', form: 'reference', length: token.length }
  return { kind: 'malformed', segment: 'token', offset: token.length, reason: 'segments' }
}

/** The token without surrounding white space and without `Authorization: Bearer`. */
export function withoutBearer(text: string): string {
  return text.trim().replace(/^(?:authorization\s*:\s*)?(?:bearer|dpop)\s+/i, '')
}

function knownForm(token: string): 'uuid' | 'hex' | 'paseto' | 'sd_jwt' | null {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(token)) return 'uuid'
  if (/^(?:[0-9a-f]{2}){8,}$/i.test(token)) return 'hex'
  if (/^v[1-4]\.(?:local|public)\./.test(token)) return 'paseto'
  if (beginsLikeJwt(token) && token.includes('~')) return 'sd_jwt'
  return null
}

/** Base64url of `{"`: every JWT in compact form begins so, unless its header begins with white space. */
function beginsLikeJwt(token: string): boolean {
  return token.startsWith('eyJ')
}

function decodeJws(token: string, [first = '', second = '', third = '']: string[]): DecodedToken {
  const header = readSegment('header', first, 0)
  if (header.kind === 'malformed') return beginsLikeJwt(token) ? header : opaque(token)
  const claims = readSegment('claims', second, first.length + 1)
  if (claims.kind === 'malformed') return claims
  const signature = readBase64Url(third)
  const start = first.length + second.length + 2
  if (!signature.ok) {
    return { kind: 'malformed', segment: 'signature', offset: start + signature.offset, reason: signature.reason }
  }
  return { kind: 'jws', header: header.object, claims: claims.object, signatureBytes: signature.bytes.length }
}

function decodeJwe(token: string, [first = '']: string[]): DecodedToken {
  const header = readSegment('header', first, 0)
  if (header.kind === 'malformed') return beginsLikeJwt(token) ? header : opaque(token)
  return { kind: 'jwe', header: header.object }
}

const opaque = (token: string): DecodedToken => ({ kind: 'opaque', form: 'reference', length: token.length })

function readSegment(
  segment: Segment,
  text: string,
  start: number,
): { kind: 'object'; object: JsonObject } | Malformed {
  const malformed = (offset: number, reason: string): Malformed => ({
    kind: 'malformed',
    segment,
    offset: start + offset,
    reason,
  })
  const decoded = readBase64Url(text)
  if (!decoded.ok) return malformed(decoded.offset, decoded.reason)
  const json = utf8(decoded.bytes)
  if (json === null) return malformed(0, 'utf8')
  const reading = readJsonObject(json)
  switch (reading.kind) {
    case 'object':
      return reading
    case 'invalid':
      // Three bytes of JSON stand in four characters of the token.
      return malformed(Math.floor((Buffer.byteLength(json.slice(0, reading.offset)) * 4) / 3), 'json')
    case 'empty':
    case 'not_object':
    case 'too_deep':
      return malformed(0, reading.kind)
  }
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
