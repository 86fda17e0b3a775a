import type { NoProbe } from '../../../contract/review.ts'
import type { Probe } from '../../../vocabulary/review.ts'
import type { ReviewCase } from '../case.ts'

/** Why a probe that was not run cannot be sent, as evidence; empty where it can. */
export function cannotProbe({ noProbe }: Pick<ReviewCase, 'noProbe'>, probe: Probe): { cannot?: NoProbe } {
  const cannot = noProbe[probe]
  return cannot === undefined ? {} : { cannot }
}
