import type { ItemStatus } from '../../contract/review.ts'

/** How a practice, or a finding, is judged. */
export const statusWords: Readonly<Record<ItemStatus, string>> = {
  passed: 'Passed',
  to_improve: 'To improve',
  at_risk: 'At risk',
  not_known: 'Not known',
  accepted: 'Accepted',
}
