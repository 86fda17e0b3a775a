import type { Unit } from '../../electron/catalogue/claims/entry.ts'
import { numberOf, stringOf } from '../../electron/common/json-source.ts'

/** What the number of a time claim says. `at` is in milliseconds since 1970. */
export type TimeClaim =
  | { kind: 'time'; at: number }
  /** Too large for seconds, but a time of our day in a smaller unit. */
  | { kind: 'smaller_unit'; unit: 'milliseconds' | 'microseconds' | 'nanoseconds'; at: number }
  /** A number before 1973: a length of time, or nothing that was ever set. */
  | { kind: 'early'; at: number }
  | { kind: 'not_a_time' }
  /** A number in quotes, which a time must not be. @see RFC 7519 §2 */
  | { kind: 'string'; time: TimeClaim }

/** Seconds of a date fit from 1973 on, up to the year 9999 that stands for “never”. */
const earliest = Date.UTC(1973, 0)
const latest = Date.UTC(10_000, 0)
/** What a date in a smaller unit would be: nearer to our day, for fear of mistaking seconds. */
const earliestSmaller = Date.UTC(2000, 0)
const latestSmaller = Date.UTC(2200, 0)
const smaller = [
  ['milliseconds', 1],
  ['microseconds', 1e3],
  ['nanoseconds', 1e6],
] as const

/** Reads the source of a value as a time; null when it is no attempt at one. */
export function timeClaim(source: string, unit: Unit = 'date'): TimeClaim | null {
  const quoted = stringOf(source)
  if (unit === 'iso') return quoted === null ? null : ofText(quoted)
  const number = quoted === null ? numberOf(source) : /^-?\d+(\.\d+)?$/.test(quoted) ? Number(quoted) : null
  if (number === null) return quoted === null && isNumber(source) ? { kind: 'not_a_time' } : null
  const time = unit === 'milliseconds' ? ofMilliseconds(number) : ofSeconds(number)
  return quoted === null || unit === 'milliseconds' ? time : { kind: 'string', time }
}

/** The time in milliseconds since 1970 that a value most likely means, no matter its unit; null when it means none. */
export function meantTime(time: TimeClaim | null): number | null {
  switch (time?.kind) {
    case 'time':
    case 'smaller_unit':
    case 'early':
      return time.at
    case 'string':
      return meantTime(time.time)
    case 'not_a_time':
    case undefined:
      return null
  }
}

function ofMilliseconds(number: number): TimeClaim {
  return number >= earliestSmaller && number < latestSmaller ? { kind: 'time', at: number } : { kind: 'not_a_time' }
}

function ofSeconds(seconds: number): TimeClaim {
  const at = seconds * 1000
  if (at >= earliest && at < latest) return { kind: 'time', at }
  if (at < earliest) return at >= 0 ? { kind: 'early', at } : { kind: 'not_a_time' }
  for (const [unit, factor] of smaller) {
    const meant = seconds / factor
    if (meant >= earliestSmaller && meant < latestSmaller) return { kind: 'smaller_unit', unit, at: meant }
  }
  return { kind: 'not_a_time' }
}

function ofText(text: string): TimeClaim {
  const at = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? { kind: 'not_a_time' } : { kind: 'time', at }
}

function isNumber(source: string): boolean {
  return /^-?\d/.test(source)
}
