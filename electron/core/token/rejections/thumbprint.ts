import type { JsonObject } from '../../../contract/json-object.ts'
import { memberOf, stringOf } from '../../../common/json-source.ts'
import { readBase64Url } from '../decode/base64url.ts'

/** Bytes of the digests that name a certificate. @see RFC 7515 §4.1.7, §4.1.8 */
const digests = [
  ['x5t', 20],
  ['x5t#S256', 32],
] as const

/**
 * A thumbprint in the header that is no digest, as evidence: libraries that look for their key by it do not find it. The
 * digest in hexadecimal is what it mostly is.
 */
export function oddThumbprint(header: JsonObject | null): Record<string, string> {
  if (header === null) return {}
  for (const [name, length] of digests) {
    const text = stringOf(memberOf(header, name)?.source)
    if (text === null) continue
    const reading = readBase64Url(text)
    if (reading.ok && reading.bytes.length === length) continue
    const inside = reading.ok ? reading.bytes.toString('latin1') : ''
    const isHex = (candidate: string) => /^[0-9a-f]+$/i.test(candidate) && candidate.length === length * 2
    const form = isHex(inside) ? 'hex_inside' : isHex(text.replaceAll(':', '')) ? 'hex' : 'other'
    return { odd_thumbprint: name, odd_form: form, odd_characters: String(text.length), digest_bytes: String(length) }
  }
  return {}
}
