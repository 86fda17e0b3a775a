import { checks } from '../../../catalogue/checks.ts'
import type { EvidenceArguments } from '../../../catalogue/evidence.ts'
import type { CheckReason } from '../../../contract/check-reasons.ts'
import type { Check } from '../../../contract/verification.ts'

type Entries = typeof checks

/** The reasons for which a check always ends in the same way. */
type SettledReason = {
  [Reason in CheckReason]: Entries[Reason]['result'] extends Check['result'] ? Reason : never
}[CheckReason]

export type Judged = Omit<Check, 'name'>

/** How a check ends for this reason, with exactly the evidence that the catalogue names for it. */
export function judged<Reason extends SettledReason>(
  reason: Reason,
  ...evidence: EvidenceArguments<Entries[Reason]>
): Judged
export function judged(reason: SettledReason, evidence: Check['evidence'] = {}): Judged {
  return { result: checks[reason].result, reason, evidence }
}
