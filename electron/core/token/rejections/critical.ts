import type { JsonObject } from '../../../contract/json-object.ts'
import { memberOf } from '../../../common/json-source.ts'
import type { Rejection } from './rejection.ts'
import { shown } from '../shown.ts'

/** The only extension that is known here. @see RFC 7797 §3 */
const known: ReadonlySet<string> = new Set(['b64'])

/** What a header calls critical has to be understood, or the token is refused. @see RFC 7515 §4.1.11 */
export function rejectCritical(header: JsonObject): Rejection | null {
  const source = memberOf(header, 'crit')?.source
  if (source === undefined) return null
  const names: unknown = JSON.parse(source)
  if (!Array.isArray(names) || names.length === 0 || !names.every((name) => typeof name === 'string')) {
    return { reason: 'crit_malformed', evidence: { crit: shown(source) } }
  }
  const unknown = names.find((name) => !known.has(name) || memberOf(header, name) === undefined)
  return unknown === undefined ? null : { reason: 'crit_unknown', evidence: { name: shown(unknown) } }
}
