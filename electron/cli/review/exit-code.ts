import type { Review, ReviewItem } from '../../contract/review.ts'

export const failOnLevels = ['at-risk', 'to-improve'] as const
export type FailOn = (typeof failOnLevels)[number]

/** Practices that make a review fail; what was accepted does not. */
export function failingItems({ items }: Pick<Review, 'items'>, failOn: FailOn): ReviewItem[] {
  return items.filter(({ status }) => status === 'at_risk' || (status === 'to_improve' && failOn === 'to-improve'))
}

/** 1: something is as bad as `failOn`. 2: nothing is, but the server did not say all that was asked. 0: nothing is. */
export function exitCodeOf(review: Review, failOn: FailOn, isComplete: boolean): 0 | 1 | 2 {
  if (failingItems(review, failOn).length > 0) return 1
  return isComplete ? 0 : 2
}
