import type { Time } from '../../../common/claim-time.ts'
import type { ComparisonRow } from '../../../contract/comparison.ts'

type Judged = Pick<ComparisonRow, 'change' | 'meaning'>

export interface IssueTimes {
  left: Time | null
  right: Time | null
}

/** Times of two tokens: by their distance from `iat`, since two tokens are never of one moment. @see RFC 7519 §4.1 */
export function compareAfterIssue(left: Time, right: Time, issued: IssueTimes): Judged {
  if (issued.left === null || issued.right === null) return compareMoments(left, right)
  const after = { left: secondsFrom(issued.left, left), right: secondsFrom(issued.right, right) }
  const change = isSameDistance(after, left, right) ? 'equivalent' : 'changed'
  return { change, meaning: { kind: 'after_issue', ...after } }
}

/** One time given twice, such as by a token and by its introspection: the same second is the same. */
export function compareMoments(left: Time, right: Time): Judged {
  const change = Math.floor(left.seconds) === Math.floor(right.seconds) ? 'equivalent' : 'changed'
  return { change, meaning: { kind: 'later', seconds: secondsFrom(left, right) } }
}

/** That another token was issued at another time is no news. */
export function compareIssueTimes(left: Time, right: Time): Judged {
  return { change: 'equivalent', meaning: { kind: 'later', seconds: secondsFrom(left, right) } }
}

function isSameDistance(after: { left: number; right: number }, left: Time, right: Time): boolean {
  return left.fine === right.fine ? after.left === after.right : Math.abs(after.left - after.right) < 1
}

/** To the millisecond: more is noise of binary fractions. */
const secondsFrom = (from: Time, to: Time) => Math.round((to.seconds - from.seconds) * 1000) / 1000
