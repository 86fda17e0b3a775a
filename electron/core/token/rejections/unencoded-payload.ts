import type { JsonObject } from '../../../contract/json-object.ts'
import { memberOf } from '../../../common/json-source.ts'
import type { Rejection } from './rejection.ts'
import { shown } from '../shown.ts'

/** A JWT may not have an unencoded payload: what is shown would not be what is signed. @see RFC 7797 §7 */
export function rejectUnencodedPayload(header: JsonObject): Rejection | null {
  const source = memberOf(header, 'b64')?.source
  return source === undefined || source === 'true'
    ? null
    : { reason: 'payload_unencoded', evidence: { b64: shown(source) } }
}
