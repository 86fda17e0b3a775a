import type { CheckReason } from '../../../contract/check-reasons.ts'
/** Why a token or a key is refused before any cryptography is done: `reason` is a code for `wording/checks.ts`. */
export interface Rejection {
  reason: CheckReason
  evidence: Record<string, string>
}
