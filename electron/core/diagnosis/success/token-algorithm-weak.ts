import { memberOf, stringOf } from '../../../common/json-source.ts'
import type { DecodedToken } from '../../../contract/decoded-token.ts'
import type { Finding } from '../../../contract/finding.ts'
import { finding } from '../../finding.ts'

/** No signature, or one over SHA-1. @see RFC 8725 §3.2 */
const weak = /^(?:none|[HRP]S1|ES1)$/i

export function tokenAlgorithmWeak(decoded: DecodedToken): Finding[] {
  const alg = decoded.kind === 'jws' ? stringOf(memberOf(decoded.header, 'alg')?.source) : null
  return alg !== null && weak.test(alg) ? [finding('token_algorithm_weak', { alg })] : []
}
