import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'
import { timeThere } from '../time-there.ts'

const longest = 7 * 86_400

/** The server limits how many requests it takes. */
export function tooMany(kase: Case): Cause[] {
  const { answer, earlier } = kase
  if (answer === null) return []
  const isCode = /^(?:slow_down|too_many_requests|rate_limit(?:ed|_exceeded)?|throttl(?:ed|ing)|over_?limit)$/i.test(
    answer.error ?? '',
  )
  if (answer.status !== 429 && !isCode) return []
  const wait = secondsToWait(answer.headers, timeThere(kase))
  return [
    cause(
      kase,
      'rate_limited',
      { basis: 'code', confidence: 'certain' },
      {
        ...(earlier !== null && earlier.inLastMinute > 1 && { inLastMinute: String(earlier.inLastMinute) }),
        ...(wait !== null && { wait: String(wait) }),
      },
    ),
  ]
}

/** @see RFC 9110 §10.2.3 */
export function secondsToWait(headers: ReadonlyMap<string, string>, now: number): number | null {
  const text = headers.get('retry-after')?.trim() ?? ''
  if (text === '') return null
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - now) / 1000)
  return Number.isFinite(seconds) && seconds > 0 && seconds <= longest ? seconds : null
}
