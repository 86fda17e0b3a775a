import { memberOf } from '../../../common/json-source.ts'
import type { DecodedToken } from '../../../contract/decoded-token.ts'
import type { Finding } from '../../../contract/finding.ts'
import { finding } from '../../finding.ts'

/** A JWT without aud is for each API that trusts its issuer. What is opaque says nothing. @see RFC 9700 §2.3 */
export function tokenWithoutAudience(decoded: DecodedToken): Finding[] {
  if (decoded.kind !== 'jws' || memberOf(decoded.claims, 'aud') !== undefined) return []
  return [finding('token_without_audience')]
}
