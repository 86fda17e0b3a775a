import type { ActivityStep } from '../../../electron/contract/activity.ts'
import type { Drift } from '../../../electron/contract/drift.ts'
import { driftTitles } from '../../../electron/wording/drift/drift-title.ts'
import { latencyText } from './step-text.ts'

/** A value before and in a step; `before` is null where it is the same. */
export interface Difference {
  name: string
  before: string | null
  after: string
}

const compared = ['signing_key', 'algorithm', 'issuer', 'audience'] as const

/** The step with an issued token that is nearest before another; null for none. */
export function stepBefore(steps: readonly ActivityStep[], step: ActivityStep): ActivityStep | null {
  return steps.findLast((each) => each.startsAt < step.startsAt && each.tokensIssued > 0) ?? null
}

/** What differs between the tokens of a step and those of the one before it. */
export function differencesOf(before: ActivityStep, step: ActivityStep, drift: readonly Drift[]): Difference[] {
  const inStep = drift.filter(({ at }) => at >= step.startsAt && at < step.endsAt)
  const ofDrift = compared.flatMap((kind) => {
    const changed = inStep.find((each) => each.kind === kind)
    if (changed === undefined) return []
    return [{ name: driftTitles[kind], before: changed.before ?? 'none', after: changed.after ?? 'none' }]
  })
  return [
    ...ofDrift,
    ...(step.tokensIssued > 0
      ? [
          difference('Lifetime', seconds(before.lifetime), seconds(step.lifetime)),
          difference('Scopes', sorted(before.scopeGranted), sorted(step.scopeGranted)),
        ]
      : []),
    difference('Median', latencyText(before.median), latencyText(step.median)),
  ]
}

const difference = (name: string, before: string, after: string): Difference => ({
  name,
  before: before === after ? null : before,
  after,
})

const seconds = (lifetime: number | null): string => (lifetime === null ? 'unknown' : `${lifetime} s`)
const sorted = (scopes: string | null): string =>
  scopes === null ? 'as requested' : scopes.split(' ').toSorted().join(' ')
