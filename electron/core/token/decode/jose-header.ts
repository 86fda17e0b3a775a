import type { JsonObject } from '../../../contract/json-object.ts'
import { memberOf, stringOf } from '../../../common/json-source.ts'
import { isMalformed, objectOf } from './segment.ts'

/** No header is this long, not even one with certificates. */
const maxHeader = 1 << 15

/** Characters of `{"alg":""}` in base64url: what is shorter names no algorithm. */
const minHeader = 14

/** The JOSE header that is here, with a dot behind it; null when there is none. @see RFC 7515 §4, RFC 7516 §4 */
export function joseHeaderAt(text: string, start: number): JsonObject | null {
  const segment = /^[\w-]+(?=\.)/.exec(text.slice(start, start + maxHeader))?.[0]
  if (segment === undefined || segment.length < minHeader) return null
  const header = objectOf(text, { segment: 'header', text: segment, start })
  return !isMalformed(header) && stringOf(memberOf(header, 'alg')?.source) !== null ? header : null
}
