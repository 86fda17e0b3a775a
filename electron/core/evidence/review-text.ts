import type { EvidenceFormat } from '../../contract/evidence.ts'
import type { Practice } from '../../vocabulary/review.ts'
import { operatorSections, operatorTitle } from '../../wording/review/report/for-operator.ts'
import { reviewSections, reviewTitle } from '../../wording/review/report/sections.ts'
import type { ReviewSubject } from '../../wording/review/report/subject.ts'
import { withTexts } from '../../wording/evidence/document.ts'
import { documentOf, type Masking, noToken, written } from './evidence.ts'
import { markdownOf } from './markdown.ts'

/** A review as a file for a colleague: all of it, or what there is to act on. */
export function reviewReportText(
  subject: ReviewSubject,
  { format, isOnlyOpen }: { format: EvidenceFormat; isOnlyOpen: boolean },
  masking: Masking,
): string {
  return written(documentOf(reviewTitle, reviewSections(subject, { isOnlyOpen }), noToken, masking, true), format)
}

/** One practice, or, of null, what there is to act on, as Markdown for whoever can change it. */
export function forOperatorText(subject: ReviewSubject, practice: Practice | null, { mask }: Masking): string {
  return markdownOf({ title: operatorTitle, sections: withTexts(operatorSections(subject, practice), mask) })
}
