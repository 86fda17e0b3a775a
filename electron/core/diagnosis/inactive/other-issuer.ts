import type { Finding } from '../../../contract/finding.ts'
import { memberOf, stringOf } from '../../../common/json-source.ts'
import type { InactiveFacts } from './facts.ts'
import { finding } from '../../finding.ts'

/** A server knows its own tokens only. @see RFC 7662 §4 */
export function otherIssuer({ claims, issuer }: InactiveFacts): Finding | null {
  const iss = claims && stringOf(memberOf(claims, 'iss')?.source)
  if (iss === null || iss.trim() === '' || issuer === '' || iss === issuer) return null
  return finding('inactive_other_issuer', { iss, issuer })
}
