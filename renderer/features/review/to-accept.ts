import type { ReviewFinding } from '../../../electron/contract/review.ts'
import { isToActOn } from '../../../electron/vocabulary/review.ts'

/** What there is to act on and is not accepted; of each code the first, because it is accepted by its code. */
export function toAcceptOf(findings: readonly ReviewFinding[]): ReviewFinding[] {
  const open = findings.filter(({ status, accepted }) => accepted === null && isToActOn(status))
  return open.filter(({ code }, index) => open.findIndex((other) => other.code === code) === index)
}
