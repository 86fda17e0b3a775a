import { isUtf8 } from 'node:buffer'
import type { Body } from '../../contract/exchange.ts'

/** Bytes of the body of a request that are kept: files of any size are sent, and a record is for reading. */
const mostText = 1 << 20
/** Looking for secrets in what is no text takes 1 ms for each KiB. */
const mostOther = 16 << 10
/** A secret that begins before the cut is masked as a whole. */
const beyond = 16 << 10
/** A character of UTF-8 may be cut off by as many bytes. */
const longestTail = 3

/** What of a body of a request is masked, and how many bytes of it are kept. */
export interface Head {
  bytes: Uint8Array
  kept: number
}

export function headOf(bytes: Uint8Array): Head {
  const text = bytes.subarray(0, mostText + beyond)
  const isText = [0, 1, 2, longestTail].some((cut) => isUtf8(text.subarray(0, text.byteLength - cut)))
  const kept = isText ? mostText : mostOther
  return { bytes: bytes.byteLength <= kept ? bytes : bytes.subarray(0, kept + beyond), kept }
}

/** The body of a request whose head was masked, cut where it is kept, with the length of all of it. */
export function cutBody(masked: Body, kept: number, length: number): Body {
  if (length <= kept) return masked
  // Four characters of base64 are three bytes.
  const most = masked.encoding === 'base64' ? Math.floor(kept / 3) * 4 : kept
  const text = masked.text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
  return { ...masked, text, wireBytes: length, decodedBytes: length, truncated: true }
}
