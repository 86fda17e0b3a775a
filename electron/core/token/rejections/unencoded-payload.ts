import type { JsonObject } from '../../../contract/json-object.ts'
import { memberOf } from '../../../common/json-source.ts'
import { type Lint, shown } from './lint.ts'

/** A JWT may not have an unencoded payload: what is shown would not be what is signed. @see RFC 7797 §7 */
export function lintUnencodedPayload(header: JsonObject): Lint | null {
  const source = memberOf(header, 'b64')?.source
  return source === undefined || source === 'true' ? null : { reason: 'lint_b64', evidence: { b64: shown(source) } }
}
