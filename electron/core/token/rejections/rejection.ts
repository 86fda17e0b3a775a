import type { CheckReason } from '../../../contract/check-reasons.ts'

/** Why a token or a key is refused before any cryptography is done: `reason` is a code for `wording/checks.ts`. */
export interface Rejection<Reason extends CheckReason = CheckReason> {
  reason: Reason
  evidence: Record<string, string>
}
