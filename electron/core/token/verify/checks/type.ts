import type { CheckReason } from '../../../../contract/check-reasons.ts'
import type { JsonObject } from '../../../../contract/json-object.ts'
import { memberOf, stringOf } from '../../../../common/json-source.ts'
import type { Check } from '../../../../contract/verification.ts'
import { shown } from '../../shown.ts'

/** @see RFC 9068 §4: `at+jwt`, so that no other kind of JWT is taken for an access token; RFC 8725 §3.11 */
export function checkType(header: JsonObject): Check {
  const check = (result: Check['result'], reason: CheckReason, evidence: Check['evidence'] = {}): Check => ({
    name: 'type',
    result,
    reason,
    evidence,
  })
  const source = memberOf(header, 'typ')?.source
  const typ = stringOf(source)
  if (source === undefined) return check('noted', 'type_missing')
  if (typ === null) return check('failed', 'type_other', { expected: 'at+jwt', typ: shown(source) })
  switch (mediaType(typ)) {
    case 'at+jwt':
      return check('passed', 'type_access_token', { typ: shown(typ) })
    case 'jwt':
      return check('noted', 'type_generic', { expected: 'at+jwt', typ: shown(typ) })
    default:
      return check('failed', 'type_other', { expected: 'at+jwt', typ: shown(typ) })
  }
}

/** @see RFC 7515 §4.1.9: "application/" may be left out, and case does not count */
export function mediaType(typ: string): string {
  return typ.toLowerCase().replace(/^application\//, '')
}
