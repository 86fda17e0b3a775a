import { reviewEntries } from '../../catalogue/review.ts'
import type { ReviewEntry } from '../../catalogue/review/entry.ts'
import { probesOfCheck } from '../../catalogue/probes-of-check.ts'
import { checksOfPractice, practiceSections } from '../../catalogue/review-practices.ts'
import type { Purpose } from '../../contract/exchange.ts'
import type { AcceptedFinding } from '../../contract/accepted-finding.ts'
import type { ItemStatus, ReviewFinding, ReviewItem, Seen } from '../../contract/review.ts'
import { isToActOn, type Practice } from '../../vocabulary/review.ts'
import type { ReviewCase } from './case.ts'
import type { Judged, ReviewCheck } from './check.ts'
import { checks } from './checks.ts'
import { days } from './parts/days.ts'

/** Every practice with what its checks found, in the order of the list. Never throws. */
export function reviewItems(kase: ReviewCase): ReviewItem[] {
  const purposes = purposesOf(kase)
  return practiceSections
    .flatMap(({ practices }) => practices)
    .flatMap((practice) => itemOf(practice, kase, purposes) ?? [])
}

/** What the exchanges of a case were for, by their ids. */
function purposesOf({ exchanges, issued }: ReviewCase): ReadonlyMap<string, Purpose> {
  const token: [string, Purpose][] = issued === null ? [] : [[issued.exchangeId, 'token']]
  return new Map([...token, ...exchanges.map(({ exchangeId, purpose }): [string, Purpose] => [exchangeId, purpose])])
}

function itemOf(practice: Practice, kase: ReviewCase, purposes: ReadonlyMap<string, Purpose>): ReviewItem | null {
  const [deciding] = checksOfPractice[practice]
  const found = checksOfPractice[practice]
    .flatMap((name) => look(checks[name], kase))
    .map((finding) => findingOf(finding, kase, purposes))
  if (found.length === 0) return null
  const status = statusOf(
    found.find(({ check }) => check === deciding),
    found,
  )
  const probes = [...new Set(checksOfPractice[practice].flatMap((name) => probesOfCheck[name] ?? []))]
  return { practice, status, findings: decidingFirst(found), probes }
}

/** A check that throws is a mistake of ours, which costs only itself. */
function look(check: ReviewCheck, kase: ReviewCase): readonly Judged[] {
  try {
    return check.look(kase)
  } catch {
    return []
  }
}

function findingOf(
  finding: Judged,
  { accepted, now }: Pick<ReviewCase, 'accepted' | 'now'>,
  purposes: ReadonlyMap<string, Purpose>,
): ReviewFinding {
  const { acceptedDays }: ReviewEntry = reviewEntries[finding.code]
  // What is not known is not accepted, but noted for a time. One of a day to come would never grow old; tomorrow is today elsewhere.
  const counts = ({ on }: AcceptedFinding): boolean => {
    const age = days(now - Date.parse(on))
    return acceptedDays === undefined ? isToActOn(finding.status) : age >= -1 && age <= acceptedDays
  }
  return {
    ...finding,
    seen: finding.seen.map((seen) => withPurpose(seen, purposes)),
    accepted: accepted.find((one) => one.code === finding.code && counts(one)) ?? null,
  }
}

function withPurpose(seen: Seen, purposes: ReadonlyMap<string, Purpose>): Seen {
  const purpose = seen.exchangeId === null ? undefined : purposes.get(seen.exchangeId)
  return purpose === undefined ? seen : { ...seen, purpose }
}

/** The worst that is to act on and is not accepted; else what the first check says, which others do not pass in its place. */
function statusOf(first: ReviewFinding | undefined, found: readonly ReviewFinding[]): ItemStatus {
  const open = found.filter((finding) => isToActOn(finding.status) && finding.accepted === null)
  if (open.some(({ status }) => status === 'at_risk')) return 'at_risk'
  if (open.length > 0) return 'to_improve'
  return found.some(({ accepted }) => accepted !== null) ? 'accepted' : (first?.status ?? 'not_known')
}

/** Of equal ones the order of the checks stays. */
function decidingFirst(found: readonly ReviewFinding[]): ReviewFinding[] {
  const place = (finding: ReviewFinding): number => {
    if (!isToActOn(finding.status)) return 3
    return finding.accepted !== null ? 2 : finding.status === 'at_risk' ? 0 : 1
  }
  return found.toSorted((one, other) => place(one) - place(other))
}
