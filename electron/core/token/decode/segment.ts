import { Buffer } from 'node:buffer'
import type { Content } from '../../../contract/decoded-token.ts'
import type { JsonObject } from '../../../contract/json-object.ts'
import { readJsonObject } from '../../json/json.ts'
import { readBase64Url } from './base64url.ts'
import { type Malformed, malformedAt, nearOf, type Segment } from './malformed.ts'
import { decodeUtf8, firstBadByte } from './utf8.ts'

/** A part of a token: what it is called, its text, and where in the token it begins. */
export interface Part {
  segment: Segment
  text: string
  start: number
}

/** The parts between separators of one character, named in order; what has no name is called as the last one. */
export function partsOf(text: string, separator: string, names: readonly Segment[], start = 0): Part[] {
  let at = start
  return text.split(separator).map((part, index) => {
    const found = { segment: names[index] ?? names.at(-1) ?? 'token', text: part, start: at }
    at += part.length + 1
    return found
  })
}

/** The bytes of a part, or where its text is no base64url. */
export function bytesOf(token: string, { segment, text, start }: Part): Buffer | Malformed {
  const reading = readBase64Url(text)
  return reading.ok ? reading.bytes : malformedAt(token, segment, start + reading.offset, reading.reason)
}

export function isMalformed(value: Buffer | JsonObject | Malformed): value is Malformed {
  return 'kind' in value
}

/** The JSON object that is in a part, or where it is none. */
export function objectOf(token: string, part: Part): JsonObject | Malformed {
  const bytes = bytesOf(token, part)
  return isMalformed(bytes) ? bytes : objectOfBytes(bytes, part)
}

/** The JSON object that is in bytes of a part, from its beginning. */
export function objectOfBytes(bytes: Buffer, { segment, start }: Part): JsonObject | Malformed {
  const malformed = (byteOffset: number, near: ReturnType<typeof nearOf>, reason: Malformed['reason']): Malformed => {
    // Three bytes are in four characters of the token.
    const offset = start + Math.floor((byteOffset * 4) / 3)
    return { kind: 'malformed', segment, offset, byteOffset, ...near, reason }
  }
  const json = decodeUtf8(bytes)
  if (json === null) {
    const offset = firstBadByte(bytes)
    const before = bytes.toString('utf8', 0, offset)
    return malformed(offset, nearOf(before + bytes.toString('utf8', offset, offset + 48), before.length), 'utf8')
  }
  const reading = readJsonObject(json)
  switch (reading.kind) {
    case 'object':
      return reading.object
    case 'invalid':
      return malformed(Buffer.byteLength(json.slice(0, reading.offset)), nearOf(json, reading.offset), 'json')
    case 'empty':
    case 'not_object':
    case 'too_deep':
      return malformed(0, nearOf(json, 0), reading.kind)
  }
}

/** Bytes as text when they are UTF-8. */
export function contentOf(bytes: Buffer): Content {
  const text = decodeUtf8(bytes)
  return text === null
    ? { text: bytes.toString('base64url'), encoding: 'base64url', bytes: bytes.length }
    : { text, encoding: 'utf-8', bytes: bytes.length }
}

/**
 * Whether base64url begins as that of a JSON object does: a brace, then a quotation mark, white space or the
 * closing brace. Every token with a JOSE header does.
 */
export function beginsLikeJson(text: string): boolean {
  return /^e(?:y[A-DI-L]|w[k-r0-3]|30)/.test(text)
}
