import { Buffer } from 'node:buffer'
import { mark } from '../../common/mask-token.ts'
import type { Body } from '../../contract/exchange.ts'
import { type Mask, maskFields } from '../redaction/mask.ts'
import { PieceMasker } from '../redaction/mask-in-pieces.ts'
import { maskOf } from '../redaction/redact.ts'
import { bufferOf, codingOf, decoderOf, type TextCoding, withoutCutCharacter } from '../redaction/text-of-body.ts'

/** A large body as it came, and what must not be shown of it. */
export interface LargeBody {
  id: string
  bytes: Uint8Array
  secrets: readonly string[]
  contentType: string
  /** Whether it ends before its end. */
  isCut: boolean
}

export type Head = Pick<Body, 'text' | 'encoding' | 'charset'>

export interface Slice {
  /** Text, or base64 of bytes that are none. */
  text: string
  encoding: Body['encoding']
  /** Bytes of the whole, and where this part of it begins and ends: never within a character. */
  total: number
  from: number
  to: number
}

export interface Places {
  /** Offsets in bytes. */
  places: number[]
  /** Whether there are more. */
  hasMore: boolean
}

interface Kept extends Pick<Head, 'encoding'> {
  /** Masked: as UTF-8 where it is text. */
  bytes: Buffer
}

/** Bytes of a large body that are stored with its exchange; all bodies up to this are stored whole. */
export const headBytes = 1 << 18
/** All that is kept together; the oldest goes first, the newest stays. */
const mostKept = 128 << 20
const pieceBytes = 1 << 18

/** The masked bodies of the newest large answers, while the app runs. */
export class KeptAnswers {
  readonly #kept = new Map<string, Kept>()
  readonly #most: number

  constructor(most = mostKept) {
    this.#most = most
  }

  /** Masks a body, keeps it, and gives the beginning of what it became. */
  keep({ id, ...body }: LargeBody): Head {
    const { kept, charset } = masked(body)
    this.#kept.set(id, kept)
    let size = [...this.#kept.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
    for (const [oldest, { bytes }] of this.#kept) {
      if (size <= this.#most || oldest === id) break
      this.#kept.delete(oldest)
      size -= bytes.length
    }
    const { text, encoding } = sliceOf(kept, 0, headBytes)
    return { text, encoding, ...(charset !== null && { charset }) }
  }

  /** Null when it is no longer kept. */
  read(id: string, from: number, length: number): Slice | null {
    const kept = this.#kept.get(id)
    return kept === undefined ? null : sliceOf(kept, from, length)
  }

  /** Where a text is, in any case of its letters. Null when the body is no longer kept. */
  find(id: string, text: string, most: number): Places | null {
    const kept = this.#kept.get(id)
    return kept === undefined ? null : placesIn(kept.bytes, text, most)
  }

  /** A copy of all of it, to be given away. */
  whole(id: string): Uint8Array<ArrayBuffer> | null {
    const kept = this.#kept.get(id)
    return kept === undefined ? null : Uint8Array.from(kept.bytes)
  }
}

function masked({ bytes, secrets, contentType, isCut }: Omit<LargeBody, 'id'>): { kept: Kept; charset: string | null } {
  const bySecrets = maskOf(secrets)
  const isForm = /x-www-form-urlencoded/i.test(contentType)
  const mask = isForm ? (text: string) => bySecrets(maskFields(text, 'form')) : bySecrets
  const hidden = { kept: { bytes: Buffer.from(mark), encoding: 'utf-8' }, charset: null } as const
  const coding = codingOf(bytes, contentType, isCut)
  const whole = isCut && coding?.label === 'utf-8' ? withoutCutCharacter(bytes) : bytes
  const parts = partsOf(whole, coding)
  if (coding === null) {
    if (hidesAny(parts, mask)) return hidden
    return { kept: { bytes: bufferOf(bytes), encoding: 'base64' }, charset: null }
  }
  // UTF-16 puts a NUL beside every letter.
  if (whole.includes(0) && hidesAny(partsOf(whole, coding), mask)) return hidden
  const pieces = new PieceMasker(mask)
  const shown: Buffer[] = []
  for (const part of parts) shown.push(Buffer.from(pieces.push(part)))
  shown.push(Buffer.from(pieces.end()))
  return { kept: { bytes: Buffer.concat(shown), encoding: 'utf-8' }, charset: coding.charset }
}

function* partsOf(bytes: Uint8Array, coding: TextCoding | null): Generator<string, void> {
  const decoder = decoderOf(coding ?? { label: 'latin1', charset: null })
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    yield decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: at + pieceBytes < bytes.length })
  }
}

/** Whether anything of the text must be hidden, with or without the NULs in it. */
function hidesAny(parts: Iterable<string>, mask: Mask): boolean {
  const [asItIs, letters] = [findsSecrets(mask), findsSecrets(mask)]
  for (const part of parts) {
    if (asItIs.push(part) || letters.push(part.replaceAll('\0', ''))) return true
  }
  return asItIs.end() || letters.end()
}

/** Of a text that comes in parts: true once a part of it is masked. */
function findsSecrets(mask: Mask) {
  let found = false
  const pieces = new PieceMasker((text) => {
    const shown = mask(text)
    found ||= shown !== text
    return shown
  })
  return {
    push: (part: string): boolean => {
      pieces.push(part)
      return found
    },
    end: (): boolean => {
      pieces.end()
      return found
    },
  }
}

function sliceOf({ bytes, encoding }: Kept, start: number, length: number): Slice {
  const total = bytes.length
  if (encoding === 'base64') {
    const from = Math.min(start, total)
    const to = Math.min(total, from + length)
    return { text: bytes.subarray(from, to).toString('base64'), encoding, total, from, to }
  }
  const from = characterAt(bytes, start)
  const to = Math.max(from, characterAt(bytes, from + length))
  return { text: bytes.subarray(from, to).toString('utf8'), encoding, total, from, to }
}

/** Where the character begins that has this byte. */
function characterAt(bytes: Buffer, offset: number): number {
  if (offset >= bytes.length) return bytes.length
  let at = offset
  while (at > 0 && offset - at < 3 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--
  return at
}

/** As bytes, so that an offset is one of the whole: letters of ASCII are found in both cases. */
function placesIn(bytes: Buffer, text: string, most: number): Places {
  const wanted = lower(Buffer.from(text))
  const places: number[] = []
  if (wanted === '') return { places, hasMore: false }
  const step = 1 << 20
  for (let at = 0; at < bytes.length; at += step) {
    const part = lower(bytes.subarray(at, Math.min(bytes.length, at + step + wanted.length - 1)))
    for (let found = part.indexOf(wanted); found >= 0; found = part.indexOf(wanted, found + 1)) {
      if (places.length === most) return { places, hasMore: true }
      places.push(at + found)
    }
  }
  return { places, hasMore: false }
}

const lower = (bytes: Buffer): string =>
  bytes.toString('latin1').replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())
