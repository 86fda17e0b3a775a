import { Buffer } from 'node:buffer'
import { memberOf } from '../../../common/json-source.ts'
import type { BrokenText } from '../../../contract/decoded-token.ts'
import type { JsonObject } from '../../../contract/json-object.ts'
import { readJsonObject } from '../../json/json.ts'
import type { Malformed } from './malformed.ts'
import { decodeUtf8, firstBadByte } from './utf8.ts'

/** What can be read of a broken token all the same. */
export type ReadableParts = Pick<Malformed, 'header' | 'claims' | 'broken'>

/** Characters of `{"alg"`: less says nothing, and may come of any bytes. */
const minRead = 6

type Reading = JsonObject | BrokenText | null

/**
 * What can be read of the first two parts of a broken token: ordinary base64 and padding are taken, and a part that is cut
 * off or has a wrong character is read up to there. Nothing is judged by it.
 */
export function readableParts(token: string): ReadableParts {
  const [first = '', second = ''] = token.split('.', 2)
  const readings = [read('header', first), read('claims', second)] as const
  const [header, claims] = isClaims(readings[0]) && readings[1] === null ? [null, readings[0]] : readings
  const broken = [header, claims].filter((reading) => isBroken(reading))
  return {
    ...(isObject(header) && { header }),
    ...(isObject(claims) && { claims }),
    ...(broken.length > 0 && { broken }),
  }
}

const isBroken = (reading: Reading): reading is BrokenText => reading !== null && 'segment' in reading
const isObject = (reading: Reading): reading is JsonObject => reading !== null && 'members' in reading

/** A part by itself that names no algorithm is no header: the one before it is missing. */
const isClaims = (reading: Reading): boolean =>
  isObject(reading) && reading.members.length > 0 && memberOf(reading, 'alg') === undefined

function read(segment: BrokenText['segment'], part: string): Reading {
  const bytes = bytesUpTo(part)
  const whole = decodeUtf8(bytes)
  const text = whole ?? bytes.toString('utf8')
  if (!/^\s*\{/.test(text)) return null
  const at = whole === null ? bytes.toString('utf8', 0, firstBadByte(bytes)).length : text.length
  const broken = (from: number) => (from < minRead ? null : { segment, text, at: from })
  // A character that is cut off at the end is no character.
  if (whole === null && /^\uFFFD$/.test(text.slice(at))) return broken(at) && { segment, text: text.slice(0, at), at }
  const reading = readJsonObject(text)
  switch (reading.kind) {
    case 'object':
      return whole === null ? broken(at) : reading.object
    case 'invalid':
      return broken(Math.min(at, reading.offset))
    case 'empty':
    case 'not_object':
    case 'too_deep':
      return null
  }
}

/** The bytes up to the first character that belongs to no base64. */
function bytesUpTo(part: string): Buffer {
  const [text = ''] = /^[\w+/-]*/.exec(part) ?? []
  return Buffer.from(text, 'base64url')
}
