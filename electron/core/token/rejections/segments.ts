import { readBase64Url } from '../decode/base64url.ts'
import type { Rejection } from './rejection.ts'

const names = {
  3: ['header', 'payload', 'signature'],
  5: ['header', 'encrypted_key', 'iv', 'ciphertext', 'tag'],
} as const

/**
 * Strict compact form: the right number of segments, each base64url without padding, foreign characters or stray bits.
 * Lenient decoders read such a token as another text than the one that was signed.
 * @see RFC 7515 §2, §7.1, RFC 7516 §7.1
 */
export function rejectSegments(token: string, count: 3 | 5): Rejection | null {
  const segments = token.split('.')
  if (segments.length !== count) {
    return { reason: 'segment_count', evidence: { count: String(segments.length), expected: String(count) } }
  }
  let start = 0
  for (const [index, segment] of segments.entries()) {
    const reading = readBase64Url(segment)
    if (!reading.ok) {
      const character = String(start + reading.offset + 1)
      return { reason: 'segment_not_base64url', evidence: { segment: names[count][index] ?? '', character } }
    }
    start += segment.length + 1
  }
  return null
}
