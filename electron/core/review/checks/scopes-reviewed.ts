import type { AcceptedFinding } from '../../../contract/accepted-finding.ts'
import { scopesReviewDays } from '../../../vocabulary/review.ts'
import { judged, type ReviewCheck, seenHere } from '../check.ts'
import { day, days } from '../parts/days.ts'

/**
 * When somebody last reviewed what this client may do. Nothing shows it; a person notes it by accepting this finding, which
 * counts for `scopesReviewDays`.
 */
export const scopesReviewed: ReviewCheck = {
  name: 'scopes_reviewed',
  look: ({ accepted, now }) => {
    const last = lastNoted(accepted, now)
    if (last === null) return [judged('scopes_review_not_noted', [])]
    const age = Math.max(0, days(now - Date.parse(last.on)))
    if (last.code === 'scopes_review_not_noted' && age <= scopesReviewDays) {
      return [judged('scopes_review_not_noted', [])]
    }
    return [judged('scopes_review_old', [seenHere('setting', 'accepted', last.on)], { on: last.on, days: String(age) })]
  },
}

/** A day to come is none on which somebody reviewed them; tomorrow is today elsewhere. */
function lastNoted(accepted: readonly AcceptedFinding[], now: number): AcceptedFinding | null {
  const codes: ReadonlySet<string> = new Set(['scopes_review_not_noted', 'scopes_review_old'])
  const noted = accepted.filter(({ code, on }) => codes.has(code) && Date.parse(on) <= now + day)
  return noted.toSorted((one, other) => (one.on < other.on ? 1 : -1))[0] ?? null
}
