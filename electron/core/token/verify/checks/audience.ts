import type { JsonObject } from '../../../../contract/json-object.ts'
import { memberOf, stringListOf } from '../../../../common/json-source.ts'
import type { Check } from '../../../../contract/verification.ts'
import { judged, type Judged } from '../judged.ts'
import { shown } from '../../shown.ts'

interface Wanted {
  audiences: readonly string[]
  client_id: string
}

/** One of the audiences that were asked for is there; null is nothing to compare with. @see RFC 7519 §4.1.3, RFC 9068 §4 */
export function checkAudience(claims: JsonObject, wanted: Wanted | null): Check {
  return { name: 'audience', ...judgeAudience(claims, wanted) }
}

function judgeAudience(claims: JsonObject, wanted: Wanted | null): Judged {
  const { audiences = [], client_id = '' } = wanted ?? {}
  const source = memberOf(claims, 'aud')?.source
  const expected = audiences.join(', ')
  if (source === undefined) {
    return judged('audience_missing', audiences.length > 0 ? { expected } : {})
  }
  const aud = stringListOf(source)
  if (aud === null) return judged('audience_form', { actual: shown(source) })
  const actual = shown(aud.join(', '))
  const match = audiences.find((audience) => aud.includes(audience))
  if (match !== undefined) return judged('audience_asked', { aud: match })
  if (audiences.length > 0) return judged('audience_other', { expected, actual })
  const isClient = aud.length > 0 && aud.every((value) => value === client_id)
  return isClient ? judged('audience_is_client', { aud: actual }) : judged('audience_not_configured', { aud: actual })
}
