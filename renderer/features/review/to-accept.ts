import type { ReviewEntry } from '../../../electron/catalogue/review/entry.ts'
import { reviewEntries } from '../../../electron/catalogue/review.ts'
import type { ReviewFinding } from '../../../electron/contract/review.ts'
import { isToActOn } from '../../../electron/vocabulary/review.ts'

/**
 * What there is to act on, or that a person notes by accepting it for a time, and is not accepted; of each code the first,
 * because it is accepted by its code.
 */
export function toAcceptOf(findings: readonly ReviewFinding[]): ReviewFinding[] {
  const open = findings.filter((finding) => finding.accepted === null && isToAccept(finding))
  return open.filter(({ code }, index) => open.findIndex((other) => other.code === code) === index)
}

function isToAccept({ code, status }: ReviewFinding): boolean {
  const { acceptedDays }: ReviewEntry = reviewEntries[code]
  return isToActOn(status) || acceptedDays !== undefined
}
