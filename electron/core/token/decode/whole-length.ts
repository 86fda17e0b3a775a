import { stringOf, memberOf } from '../../../common/json-source.ts'
import type { JsonObject } from '../../../contract/json-object.ts'
import { isJwe } from './decode-jwe.ts'

/** How a token with this header ends: after how many dots, and with how many characters; null when that is not known. */
export interface WholeLength {
  dots: 2 | 4
  lastPart: readonly number[] | null
}

/** Bytes of signatures; of RSA those of keys from 1024 to 8192 bits. @see RFC 7518 §3.1, RFC 8037 §3.1, RFC 8812 §3.2 */
const signatures: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^none$/i, [0]],
  [/^HS256$/, [32]],
  [/^HS384$/, [48]],
  [/^HS512$/, [64]],
  [/^(?:RS|PS)(?:256|384|512)$/, [128, 256, 384, 512, 1024]],
  [/^ES256K?$/, [64]],
  [/^ES384$/, [96]],
  [/^ES512$/, [132]],
  [/^Ed25519$/, [64]],
  [/^(?:EdDSA|Ed448)$/, [64, 114]],
]

/** Bytes of authentication tags. @see RFC 7518 §5.1 */
const tags: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:A(?:128|192|256)GCM|A128CBC-HS256)$/, [16]],
  [/^A192CBC-HS384$/, [24]],
  [/^A256CBC-HS512$/, [32]],
]

export function wholeLengthOf(header: JsonObject): WholeLength {
  const [dots, name, table] = isJwe(header) ? ([4, 'enc', tags] as const) : ([2, 'alg', signatures] as const)
  const algorithm = stringOf(memberOf(header, name)?.source) ?? ''
  const bytes = table.find(([pattern]) => pattern.test(algorithm))?.[1]
  return { dots, lastPart: bytes?.map((count) => Math.ceil((count * 4) / 3)) ?? null }
}
