import type { Body } from '../../contract/exchange.ts'

/** Bytes of the body of a request that are kept: files of any size are sent, and a record is for reading. */
const mostKept = 1 << 20
/** A secret that begins before the cut is masked as a whole. */
const beyond = 64 << 10

/** What of a body of a request is masked and kept. */
export const headOf = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength <= mostKept ? bytes : bytes.subarray(0, mostKept + beyond)

/** The body of a request whose head was masked, cut where it is kept, with the length of all of it. */
export function cutBody(masked: Body, length: number): Body {
  if (length <= mostKept) return masked
  // Four characters of base64 are three bytes.
  const most = masked.encoding === 'base64' ? Math.floor(mostKept / 3) * 4 : mostKept
  const text = masked.text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
  return { ...masked, text, wireBytes: length, decodedBytes: length, truncated: true }
}
