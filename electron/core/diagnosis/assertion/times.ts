import { cause, type Cause } from '../check.ts'
import type { Case } from '../case.ts'
import { isoTime } from '../iso-time.ts'
import type { AssertionFacts } from '../facts/assertion-facts.ts'
import { timeThere } from '../time-there.ts'

/** Seconds by which clocks may differ, and from which a lifetime is longer than servers like. */
const tolerance = 1
const long = 300
const tooLong = 3600

/** Whether the assertion was within its time by the server's clock, and how long it lives. @see RFC 7523 §3 */
export function timesOf(kase: Case, { issuedAt, notBefore, expiresAt }: AssertionFacts): Cause[] {
  const there = timeThere(kase)
  if (expiresAt !== null && expiresAt <= there) {
    // What has ended for the server only is about the clocks.
    const confidence = expiresAt <= kase.now ? 'certain' : 'possible'
    const evidence = { at: isoTime(expiresAt), secondsAgo: String(Math.round((there - expiresAt) / 1000)) }
    return [cause(kase, 'assertion_expired', { basis: 'seen', confidence }, evidence)]
  }
  const starts = Math.max(notBefore ?? -Infinity, issuedAt ?? -Infinity)
  if (starts > there + tolerance * 1000) {
    const isSurely = notBefore !== null && notBefore > Math.max(there, kase.now) + tolerance * 1000
    const confidence = isSurely ? 'certain' : 'likely'
    return [cause(kase, 'assertion_expired', { basis: 'seen', confidence }, { from: isoTime(starts) })]
  }
  const seconds = expiresAt === null ? 0 : Math.round((expiresAt - (issuedAt ?? there)) / 1000)
  if (seconds <= long) return []
  const by =
    seconds > tooLong
      ? ({ basis: 'seen', confidence: 'likely' } as const)
      : ({ basis: 'experience', confidence: 'possible' } as const)
  return [cause(kase, 'assertion_lifetime', by, { seconds: String(seconds) })]
}
