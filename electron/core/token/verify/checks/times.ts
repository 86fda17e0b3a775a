import type { JsonObject } from '../../../../contract/json-object.ts'
import { memberOf } from '../../../../common/json-source.ts'
import type { Check } from '../../../../contract/verification.ts'
import { judged, type Judged } from '../judged.ts'
import { withEvidence } from '../../rejections/rejection.ts'
import { shown } from '../../shown.ts'
import { type Clock, clockEvidence, clockTolerance } from './clock.ts'

/** A second count this large lies in the year 5138: milliseconds are meant. */
const mostSeconds = 1e11

/** The claim as it is, and as seconds since 1970 when it can be one. */
interface Time {
  name: string
  source: string
  seconds: number | null
}

/** @see RFC 7519 §4.1.4–4.1.6 */
export function checkTimes(claims: JsonObject, clock: Clock): Check {
  return { name: 'times', ...withEvidence(judgeTimes(claims, clock), clockEvidence(clock)) }
}

function judgeTimes(claims: JsonObject, clock: Clock): Judged {
  const now = clock.now / 1000
  const times = ['exp', 'nbf', 'iat'].flatMap((name) => timeOf(claims, name))
  const [exp, nbf, iat] = ['exp', 'nbf', 'iat'].map((name) => times.find((time) => time.name === name)?.seconds ?? null)
  const away = (seconds: number) => ({ seconds: String(Math.round(Math.abs(seconds - now))) })
  const odd = times.map(oddity).find((found) => found !== null)
  if (odd !== undefined) return odd
  if (isTime(exp) && exp <= now) return judged('expired', { ...away(exp), ...skewOf(exp, clock) })
  if (isTime(nbf) && nbf > now + clockTolerance) return judged('not_yet_valid', away(nbf))
  if (isTime(iat) && iat > now + clockTolerance) return judged('issued_in_future', away(iat))
  if (!isTime(exp)) return judged('expiry_missing')
  const fractional = times.find(({ seconds }) => seconds !== null && !Number.isInteger(seconds))
  return fractional === undefined
    ? judged('within_times', away(exp))
    : judged('time_fractional', { ...away(exp), ...shownTime(fractional) })
}

function isTime(seconds: number | null | undefined): seconds is number {
  return seconds !== null && seconds !== undefined
}

function timeOf(claims: JsonObject, name: string): Time[] {
  const source = memberOf(claims, name)?.source
  if (source === undefined) return []
  const value: unknown = JSON.parse(source)
  return [{ name, source, seconds: typeof value === 'number' && Number.isFinite(value) ? value : null }]
}

function oddity(time: Time): Judged | null {
  const { source, seconds } = time
  if (seconds === null) {
    const isNumber = /^-?\d/.test(source)
    return judged(isNumber ? 'time_out_of_range' : 'time_not_number', shownTime(time))
  }
  if (seconds < 0) return judged('time_negative', shownTime(time))
  if (seconds <= mostSeconds) return null
  const isMilliseconds = seconds / 1000 <= mostSeconds
  if (!isMilliseconds) return judged('time_out_of_range', shownTime(time))
  return judged('milliseconds', { ...shownTime(time), means: new Date(seconds).toISOString() })
}

/** Over by one clock and not by the other: the clocks decide. */
function skewOf(exp: number, { now, offset }: Clock): { clocksDisagree?: 'yes' } {
  return offset !== null && exp > (now - offset) / 1000 ? { clocksDisagree: 'yes' } : {}
}

const shownTime = ({ name, source }: Time) => ({ name, source: shown(source) })
