import type { Finding } from '../../../contract/finding.ts'
import { memberOf, numberOf } from '../../../common/json-source.ts'
import { utc } from '../../../common/utc.ts'
import { type InactiveFacts, secondsFrom } from './facts.ts'
import { finding } from '../../finding.ts'

/** By `nbf`, taken as the seconds it should be. @see RFC 7519 §4.1.5 */
export function notYetValid({ claims, now }: InactiveFacts): Finding | null {
  const nbf = claims && numberOf(memberOf(claims, 'nbf')?.source)
  if (nbf === null || nbf * 1000 <= now) return null
  const evidence = { secondsToGo: secondsFrom(now, nbf * 1000), at: utc(nbf * 1000), nbf: String(nbf) }
  return finding('inactive_not_yet_valid', evidence)
}
