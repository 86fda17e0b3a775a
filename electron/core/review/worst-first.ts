import { reviewStatuses } from '../../vocabulary/review.ts'
import type { Judged } from './check.ts'

/** Of equal ones the order stays. */
export const worstFirst = (found: readonly Judged[]): Judged[] =>
  found.toSorted((one, other) => reviewStatuses.indexOf(one.status) - reviewStatuses.indexOf(other.status))
