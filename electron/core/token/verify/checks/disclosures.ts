import type { DecodedToken } from '../../../../contract/decoded-token.ts'
import type { Check } from '../../../../contract/verification.ts'
import { judged, type Judged } from '../judged.ts'
import { shown } from '../../shown.ts'

type Disclosed = Pick<Extract<DecodedToken, { kind: 'sd_jwt' }>, 'disclosures' | 'unreadable'>

/** A signature is good for the disclosures whose digests it covers; with one that it does not, the whole is refused. @see RFC 9901 §7.1 */
export function checkDisclosures(signature: Check, { disclosures, unreadable }: Disclosed): Check {
  if (signature.result !== 'passed') return signature
  const add = (failure: Judged): Check => ({
    name: 'signature',
    ...failure,
    evidence: { ...signature.evidence, ...failure.evidence },
  })
  if (unreadable > 0) return add(judged('disclosure_unreadable', { count: String(unreadable) }))
  const [first, ...others] = disclosures.filter(({ named }) => !named)
  if (first === undefined) return signature
  if (first.digest === '') return add(judged('disclosure_hash'))
  const count = String(others.length + 1)
  return add(judged('disclosure_unsigned', { count, ...(first.name !== null && { name: shown(first.name) }) }))
}
