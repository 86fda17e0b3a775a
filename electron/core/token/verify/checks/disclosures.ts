import type { CheckReason } from '../../../../contract/check-reasons.ts'
import type { DecodedToken } from '../../../../contract/decoded-token.ts'
import type { Check } from '../../../../contract/verification.ts'
import { shown } from '../../shown.ts'

type Disclosed = Pick<Extract<DecodedToken, { kind: 'sd_jwt' }>, 'disclosures' | 'unreadable'>

/** A signature is good for the disclosures whose digests it covers; with one that it does not, the whole is refused. @see RFC 9901 §7.1 */
export function checkDisclosures(signature: Check, { disclosures, unreadable }: Disclosed): Check {
  if (signature.result !== 'passed') return signature
  const judged = (result: Check['result'], reason: CheckReason, evidence: Check['evidence']): Check => ({
    name: 'signature',
    result,
    reason,
    evidence: { ...signature.evidence, ...evidence },
  })
  if (unreadable > 0) return judged('failed', 'disclosure_unreadable', { count: String(unreadable) })
  const [first, ...others] = disclosures.filter(({ named }) => !named)
  if (first === undefined) return signature
  if (first.digest === '') return judged('not_possible', 'disclosure_hash', {})
  const count = String(others.length + 1)
  return judged('failed', 'disclosure_unsigned', { count, ...(first.name !== null && { name: shown(first.name) }) })
}
