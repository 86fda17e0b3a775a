import { oneOf } from '../../common/one-of.ts'
import { unclearProbes } from '../../vocabulary/review.ts'
import { unclearWords } from './probes.ts'

/** Why a probe does not say, of its evidence `why`, as the end of a line: it begins small and has no full stop. */
export function unclearText(why: string): string {
  const words = unclearWords[oneOf(unclearProbes, why) ?? 'not_readable']
  return words.charAt(0).toLowerCase() + words.slice(1)
}
