import type { JsonObject } from '../../../contract/json-object.ts'
import { memberOf, stringOf } from '../../../common/json-source.ts'
import type { Rejection } from './rejection.ts'
import { shown } from '../shown.ts'

/** Bytes that compressed content may become; inflating stops there. */
export const mostInflated = 1 << 20

/** @see RFC 7516 §4.1.3 */
export function rejectCompression(header: JsonObject): Rejection | null {
  const source = memberOf(header, 'zip')?.source
  return source === undefined || stringOf(source) === 'DEF'
    ? null
    : { reason: 'zip_unknown', evidence: { zip: shown(source) } }
}
