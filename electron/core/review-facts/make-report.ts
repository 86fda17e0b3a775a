import type { EvidenceFormat } from '../../contract/evidence.ts'
import type { Practice } from '../../vocabulary/review.ts'
import type { ReviewSubject } from '../../wording/review/report/subject.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { reviewFileName } from '../evidence/file-name.ts'
import { forOperatorText, reviewReportText } from '../evidence/review-text.ts'
import { type EvidenceDeps, maskingOf } from '../flow/make-evidence.ts'
import type { CaseDeps } from './gather-case.ts'
import { reviewOf } from './review-of.ts'

type ReportDeps = CaseDeps & EvidenceDeps

/** A review as a file, without secrets; null where there is no such environment. */
export async function makeReviewReport(
  deps: ReportDeps,
  { environmentId, ...chosen }: { environmentId: string; format: EvidenceFormat; isOnlyOpen: boolean },
): Promise<{ text: string; fileName: string } | null> {
  const subject = await subjectOf(deps, environmentId)
  if (subject === null) return null
  const text = reviewReportText(subject, chosen, await maskingOf(deps, [environmentId]))
  return { text, fileName: reviewFileName(subject.environment.name, subject.madeAt, chosen.format) }
}

/** The same of one practice, or, of null, of all that there is to act on, for whoever can change it. */
export async function makeForOperator(
  deps: ReportDeps,
  { environmentId, practice }: { environmentId: string; practice: Practice | null },
): Promise<string | null> {
  const subject = await subjectOf(deps, environmentId)
  return subject === null ? null : forOperatorText(subject, practice, await maskingOf(deps, [environmentId]))
}

async function subjectOf(deps: ReportDeps, environmentId: string): Promise<ReviewSubject | null> {
  const review = await reviewOf(deps, environmentId)
  const environment = findEnvironment(deps, environmentId)?.value
  if (review === null || environment === undefined) return null
  const { version, runtime } = deps
  return { review, environment, version, runtime, madeAt: deps.now() }
}
