import { memberOf, numberOf, stringOf } from '../../common/json-source.ts'
import type { Finding } from '../../contract/finding.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import { readableClaims } from '../../common/readable.ts'
import { decodeToken } from '../token/decode/decode.ts'
import { utc } from '../utc.ts'
import type { AnsweredAt } from './answered-at.ts'
import { finding } from '../finding.ts'

interface ExpiresIn {
  source: string | null
  lifetime: number | null
  findings: Finding[]
}

/** Unknown is not "for ever": a lifetime is a number of seconds, and anything else is shown as it is. @see RFC 6749 §5.1, §A.14 */
export function judgeExpiresIn(object: JsonObject, at: AnsweredAt): ExpiresIn {
  const source = memberOf(object, 'expires_in')?.source ?? null
  if (source === null || source === 'null') {
    return { source: null, lifetime: null, findings: [finding('expires_in_missing')] }
  }
  const text = stringOf(source)
  const quoted = text !== null && /^\d+$/.test(text)
  const seconds = quoted ? Number(text) : numberOf(source)
  const findings = quoted ? [finding('expires_in_not_number', { expires_in: source })] : []
  const date = dateIn(seconds, text, at.there ?? at.here)
  const isLifetime = seconds !== null && seconds >= 1 && seconds < 1e10
  if (isLifetime && date === null) return { source, lifetime: seconds, findings }
  const evidence = { expires_in: source, ...(date !== null && { date: utc(date) }) }
  return { source, lifetime: null, findings: [finding('expires_in_out_of_range', evidence)] }
}

const day = 86_400_000

/** The moment that a number of seconds or milliseconds since 1970, or a date in words, says: one within five years. */
function dateIn(seconds: number | null, text: string | null, now: number): number | null {
  const isDate = text !== null && /^(?:\d{4}-\d\d-\d\d|[A-Z][a-z]{2}, \d)/.test(text) && text.length < 60
  const moments = seconds === null ? (isDate ? [Date.parse(text)] : []) : [seconds * 1000, seconds]
  return moments.find((moment) => moment > 1e12 && moment > now - day && moment < now + 5 * 365 * day) ?? null
}

/** In milliseconds: answers take their time, and both numbers are rounded. */
const tolerance = 30_000
/** Without the server's Date, the clocks of both sides may differ by this much. */
const looseTolerance = 300_000

/**
 * Says when the token's own end (exp) is not where expires_in puts it. Which of both an API goes by is no question: it
 * sees exp only. A server that does not say what time it has must contradict itself as well, by the token's iat.
 * @see RFC 7519 §4.1.4, RFC 9068 §2.2
 */
export function judgeTimes(token: string, lifetime: number | null, { here, there }: AnsweredAt): Finding[] {
  const claims = readableClaims(decodeToken(token))
  const exp = claims && numberOf(memberOf(claims, 'exp')?.source)
  if (claims === null || exp === null || lifetime === null || exp > 1e11) return []
  const now = there ?? here
  const left = exp * 1000 - now
  const difference = Math.abs(left - lifetime * 1000)
  if (difference <= (there === null ? looseTolerance : tolerance)) return []
  const iat = numberOf(memberOf(claims, 'iat')?.source)
  if (there === null && iat !== null && Math.abs(exp - iat - lifetime) * 1000 <= tolerance) return []
  const evidence = {
    exp: utc(exp * 1000),
    left: String(Math.round(Math.abs(left) / 1000)),
    is: left < 0 ? 'past' : 'ahead',
    expires_in: String(lifetime),
  }
  return [finding('times_contradict', evidence)]
}
