import { reviewStatuses } from '../../../vocabulary/review.ts'
import type { Judged } from '../check.ts'

/**
 * Each code once, with what was seen of all and how many `more` there are: it is accepted once as well. Of equal ones the
 * order stays.
 */
export function worstFirst(found: readonly Judged[]): Judged[] {
  const byCode = new Map<Judged['code'], Judged[]>()
  for (const each of found) byCode.set(each.code, [...(byCode.get(each.code) ?? []), each])
  return [...byCode.values()]
    .flatMap(merged)
    .toSorted((one, other) => reviewStatuses.indexOf(one.status) - reviewStatuses.indexOf(other.status))
}

function merged([first, ...others]: readonly Judged[]): Judged[] {
  if (first === undefined || others.length === 0) return first === undefined ? [] : [first]
  const seen = [first, ...others].flatMap((each) => each.seen)
  return [{ ...first, seen, evidence: { ...first.evidence, more: String(others.length) } }]
}
