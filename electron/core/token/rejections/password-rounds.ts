import type { JsonObject } from '../../../contract/json-object.ts'
import { memberOf } from '../../../common/json-source.ts'
import type { Rejection } from './rejection.ts'
import { shown } from '../shown.ts'

/** Rounds that are still done, in about a second; whoever writes the token asks for them. @see RFC 7518 §8.1, RFC 8725 §3.12 */
export const mostRounds = 1_000_000

/** @see RFC 7518 §4.8.1.2 */
export function rejectPasswordRounds(header: JsonObject, alg: string): Rejection | null {
  if (!alg.startsWith('PBES2-')) return null
  const source = memberOf(header, 'p2c')?.source
  const rounds = source !== undefined && /^[1-9]\d{0,15}$/.test(source) ? Number(source) : null
  if (rounds !== null && rounds <= mostRounds) return null
  return {
    reason: 'p2c_out_of_range',
    evidence: { most: String(mostRounds), ...(source !== undefined && { p2c: shown(source) }) },
  }
}
