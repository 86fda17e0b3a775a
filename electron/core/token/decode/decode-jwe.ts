import type { DecodedToken } from '../../../contract/decoded-token.ts'
import type { JsonObject } from '../../../contract/json-object.ts'
import { memberOf } from '../../../common/json-source.ts'
import { malformedAt, type Malformed } from './malformed.ts'
import { bytesOf, isMalformed, objectOf, type Part } from './segment.ts'

type Jwe = Extract<DecodedToken, { kind: 'jwe' }>

/**
 * Decodes the header of a JWE in compact form, and measures the rest. The encrypted key is empty when the key is agreed
 * on or shared, the ciphertext when nothing was encrypted; initialization vector and tag never are.
 * @see RFC 7516 §7.1, RFC 7518 §4.5, §4.6
 */
export function decodeJwe(token: string, [first, ...rest]: readonly Part[]): Jwe | Malformed {
  if (first === undefined) throw new RangeError('A JWE has five parts')
  const header = objectOf(token, first)
  if (isMalformed(header)) return header
  const sizes: number[] = []
  for (const part of rest) {
    const bytes = bytesOf(token, part)
    if (isMalformed(bytes)) return bytes
    const isNeeded = part.segment === 'iv' || part.segment === 'tag'
    if (isNeeded && bytes.length === 0) return malformedAt(token, part.segment, part.start, 'empty')
    sizes.push(bytes.length)
  }
  const [encryptedKeyBytes = 0, , ciphertextBytes = 0] = sizes
  return { kind: 'jwe', header, encryptedKeyBytes, ciphertextBytes }
}

/** Whether a header is one of a JWE. @see RFC 7516 §4.1.2, §9 */
export function isJwe(header: JsonObject): boolean {
  return memberOf(header, 'enc') !== undefined
}
