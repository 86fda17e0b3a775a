import type { Finding } from '../../../contract/finding.ts'
import { memberOf, stringListOf } from '../../../common/json-source.ts'
import type { InactiveFacts } from './facts.ts'
import { finding } from '../../finding.ts'

/** Some servers, Keycloak among them, tell only those about a token that it is meant for. @see RFC 7662 §2.2 */
export function callerNotInAudience({ claims, caller }: InactiveFacts): Finding | null {
  const aud = claims && stringListOf(memberOf(claims, 'aud')?.source)
  if (aud === null || caller === null || caller === '' || aud.includes(caller)) return null
  const evidence = { client_id: caller, aud: aud.filter((name) => name.trim() !== '').join(', ') }
  return finding('inactive_caller_not_in_audience', evidence)
}
