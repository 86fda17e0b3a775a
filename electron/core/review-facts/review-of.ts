import type { Review } from '../../contract/review.ts'
import { probeStatesOf } from '../probes/probe-states.ts'
import type { ReviewCase } from '../review/case.ts'
import { reviewItems } from '../review/review-items.ts'
import { type CaseDeps, gatherCase } from './gather-case.ts'

/** Null where there is no such environment. */
export async function reviewOf(deps: CaseDeps, environmentId: string): Promise<Review | null> {
  const stored = deps.workspace.environments.get(environmentId)
  return stored === null ? null : reviewed(await gatherCase(deps, stored))
}

/** What all checks say of a case. */
export function reviewed(kase: ReviewCase): Review {
  const items = reviewItems(kase)
  const found = new Set<string>(items.flatMap(({ findings }) => findings.map(({ code }) => code)))
  return {
    environmentId: kase.id,
    environmentName: kase.name,
    checkedAt: kase.now,
    isProduction: kase.settings.stage === 'production',
    tokenAt: kase.issued?.at ?? null,
    items,
    notFound: kase.accepted.filter(({ code }) => !found.has(code)),
    probes: probeStatesOf(kase),
  }
}
