import type { JsonObject } from '../../../../contract/json-object.ts'
import { memberOf, stringOf } from '../../../../common/json-source.ts'
import type { Check } from '../../../../contract/verification.ts'
import { judged, type Judged } from '../judged.ts'
import { shown } from '../../shown.ts'

/** @see RFC 9068 §4: `at+jwt`, so that no other kind of JWT is taken for an access token; RFC 8725 §3.11 */
export function checkType(header: JsonObject): Check {
  return { name: 'type', ...judgeType(header) }
}

function judgeType(header: JsonObject): Judged {
  const source = memberOf(header, 'typ')?.source
  const typ = stringOf(source)
  if (source === undefined) return judged('type_missing')
  if (typ === null) return judged('type_other', { expected: 'at+jwt', typ: shown(source) })
  switch (mediaType(typ)) {
    case 'at+jwt':
      return judged('type_access_token', { typ: shown(typ) })
    case 'jwt':
      return judged('type_generic', { expected: 'at+jwt', typ: shown(typ) })
    default:
      return judged('type_other', { expected: 'at+jwt', typ: shown(typ) })
  }
}

/** @see RFC 7515 §4.1.9: "application/" may be left out, and case does not count */
export function mediaType(typ: string): string {
  return typ.toLowerCase().replace(/^application\//, '')
}
