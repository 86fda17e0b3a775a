import type { Review } from '../../contract/review.ts'
import { currentEnvironment } from '../environment/current-environment.ts'
import { probeStatesOf } from '../probes/probe-states.ts'
import type { ReviewCase } from '../review/case.ts'
import { reviewItems } from '../review/review-items.ts'
import { type CaseDeps, gatherCase } from './gather-case.ts'
import { readHeldSecrets } from './held-secrets.ts'
import { maskedReview } from './masked-review.ts'

/** Masked; null where there is no such environment. */
export async function reviewOf(deps: CaseDeps, environmentId: string): Promise<Review | null> {
  const stored = deps.workspace.environments.get(environmentId)
  if (stored === null) return null
  const review = reviewed(await gatherCase(deps, stored))
  const { values } = await readHeldSecrets(deps, stored, currentEnvironment(deps, environmentId, stored.value))
  return maskedReview(review, values)
}

/** What all checks say of a case. */
export function reviewed(kase: ReviewCase): Review {
  const items = reviewItems(kase)
  const counted = new Set<string>(
    items.flatMap(({ findings }) => findings.flatMap(({ accepted }) => accepted?.code ?? [])),
  )
  return {
    environmentId: kase.id,
    environmentName: kase.name,
    checkedAt: kase.now,
    isProduction: kase.settings.stage === 'production',
    tokenAt: kase.issued?.at ?? null,
    items,
    notFound: kase.accepted.filter(({ code }) => !counted.has(code)),
    probes: probeStatesOf(kase),
  }
}
