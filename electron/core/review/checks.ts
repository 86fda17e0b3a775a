import type { ReviewCheckName } from '../../vocabulary/review.ts'
import type { ReviewCheck } from './check.ts'
import { tokenLifetime } from './checks/token-lifetime.ts'

/** By their names. */
export const checks: Readonly<Partial<Record<ReviewCheckName, ReviewCheck>>> = {
  token_lifetime: tokenLifetime,
}
