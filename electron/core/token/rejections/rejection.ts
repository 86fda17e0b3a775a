import type { checks } from '../../../catalogue/checks.ts'
import type { EvidenceOf } from '../../../catalogue/evidence.ts'
import type { CheckReason } from '../../../contract/check-reasons.ts'

/** Why a token or a key is refused, or stays unchecked: a reason with exactly the evidence that the catalogue names for it. */
export type Rejection<Reason extends CheckReason = CheckReason> = {
  [Code in Reason]: { reason: Code; evidence: EvidenceOf<(typeof checks)[Code]> }
}[Reason]

interface AnyReason {
  reason: CheckReason
  evidence: Readonly<Record<string, string>>
}

/** The same with what can be said of any reason of a signature besides: the key, how many were tried, what the header offers. */
export function withEvidence<Given extends AnyReason>(given: Given, more: Readonly<Record<string, string>>): Given
export function withEvidence(given: AnyReason, more: Readonly<Record<string, string>>): AnyReason {
  return { ...given, evidence: { ...given.evidence, ...more } }
}
