import type { ItemStatus, ReviewItem } from '../../contract/review.ts'

/** A review in a line: the verdict, and what else there is. */
export interface ReviewSummary {
  /** `2 practices at risk, 3 to improve`. */
  title: string
  /** `13 passed, 6 not known`. */
  rest: string
  /** Practices that there is something to act on. */
  open: number
}

export function reviewSummary(items: readonly Pick<ReviewItem, 'status'>[]): ReviewSummary {
  const count = (wanted: ItemStatus): number => items.filter(({ status }) => status === wanted).length
  const [atRisk, toImprove] = [count('at_risk'), count('to_improve')]
  const open = atRisk + toImprove
  const rest = listed([
    [count('passed'), 'passed'],
    [count('not_known'), 'not known'],
    [count('accepted'), 'accepted'],
  ])
  if (open === 0) return { title: noneOpen(items.length, count('passed')), rest, open }
  const [first = 0, ...others] = [atRisk, toImprove].filter((number) => number > 0)
  const named = `${first} ${first === 1 ? 'practice' : 'practices'} ${atRisk > 0 ? 'at risk' : 'to improve'}`
  return { title: [named, ...others.map((number) => `${number} to improve`)].join(', '), rest, open }
}

const noneOpen = (all: number, passed: number): string =>
  all > 0 && passed === all ? `All ${all} practices passed` : 'Nothing to act on was found'

const listed = (counts: readonly (readonly [number, string])[]): string =>
  counts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${number} ${words}`)
    .join(', ')
