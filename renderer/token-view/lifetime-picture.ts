import { relativeTime, timeSpan } from '../../electron/wording/time-span.ts'
import { countdown } from '../../electron/wording/countdown.ts'
import { clockTime } from '../ui/format.ts'
import { notableOffset } from './clock-offset.ts'
import type { Lifespan } from './lifespan.ts'

export type LifetimeState = 'valid' | 'ending' | 'not_yet' | 'expired' | 'revoked' | 'unknown_end' | 'impossible'
export type PointName = 'issued' | 'not_before' | 'server_now' | 'now' | 'revoked' | 'expires'

export interface Point {
  name: PointName
  label: string
  at: number
  /** Where it is on the line, 0 to 1; null when there is no line. */
  position: number | null
}

/** A lifespan at one moment, ready to be drawn. */
export interface LifetimePicture {
  state: LifetimeState
  /** Its state, in a few words. */
  words: string
  /** The clock difference and all that is odd. */
  notes: readonly string[]
  /** In order of time. */
  points: readonly Point[]
  /** What of the line is still to be lived; null when there is no line. */
  left: { from: number; to: number } | null
  /** All of it, for who cannot see the drawing. */
  description: string
}

/** `now` is by this computer's clock. */
export function lifetimePicture(lifespan: Lifespan, now: number): LifetimePicture {
  const { issuedAt, notBefore, expiresAt, revokedAt, clockOffset } = lifespan
  const serverNow = now + (clockOffset ?? 0)
  const differs = clockOffset !== null && Math.abs(clockOffset) >= notableOffset
  const { state, words } = stateOf(lifespan, serverNow)
  const scale = scaleOf(lifespan, serverNow)
  const point = (name: PointName, at: number | null, label: (time: string) => string): Point[] =>
    at === null ? [] : [{ name, at, label: label(clockTime(at, now)), position: scale?.(at) ?? null }]
  const started = notBefore ?? issuedAt
  const since = started !== null && serverNow - started >= 1000 ? `, ${timeSpan(serverNow - started)} in` : ''
  const isLiving = state === 'valid' || state === 'ending'
  const points = [
    ...point('issued', issuedAt, (time) => `issued ${time}`),
    ...(notBefore === issuedAt ? [] : point('not_before', notBefore, (time) => `not before ${time}`)),
    ...point('server_now', differs ? serverNow : null, (time) => `server’s now ${time}`),
    ...point('now', now, (time) => (differs ? `this computer’s now ${time}` : `now${isLiving ? since : ` ${time}`}`)),
    ...point('revoked', revokedAt, (time) => `revoked ${time}`),
    ...point(
      'expires',
      expiresAt,
      (time) => `${expiresAt !== null && expiresAt <= serverNow ? 'expired' : 'expires'} ${time}`,
    ),
  ].toSorted((one, other) => one.at - other.at)
  const clock = differs ? [`server clock ${timeSpan(clockOffset)} ${clockOffset > 0 ? 'ahead' : 'behind'}`] : []
  const notes = [...clock, ...lifespan.notes]
  const left =
    scale === null || expiresAt === null || !(isLiving || state === 'not_yet')
      ? null
      : { from: scale(Math.max(serverNow, notBefore ?? serverNow)), to: scale(expiresAt) }
  const description = `Lifetime: ${[words, ...points.map(({ label }) => label), ...notes].join('; ')}`
  return { state, words, notes, points, left, description }
}

function stateOf(
  { issuedAt, notBefore, expiresAt, revokedAt }: Lifespan,
  now: number,
): { state: LifetimeState; words: string } {
  if (revokedAt !== null) return { state: 'revoked', words: `revoked ${relativeTime(revokedAt, now)}` }
  if (expiresAt !== null && notBefore !== null && expiresAt <= notBefore)
    return { state: 'impossible', words: 'never valid: it expires before it becomes valid' }
  if (expiresAt !== null && issuedAt !== null && expiresAt <= issuedAt)
    return { state: 'impossible', words: 'never valid: it expires before it was issued' }
  if (expiresAt !== null && expiresAt <= now)
    return { state: 'expired', words: `expired ${relativeTime(expiresAt, now)}` }
  if (notBefore !== null && notBefore > now)
    return { state: 'not_yet', words: `not valid yet, only ${relativeTime(notBefore, now)}` }
  if (expiresAt === null) return { state: 'unknown_end', words: 'lifetime unknown: nothing says when it ends' }
  const start = notBefore ?? issuedAt
  const isEnding = start !== null && expiresAt - now < (expiresAt - start) / 10
  return { state: isEnding ? 'ending' : 'valid', words: `${countdown(expiresAt - now)} left` }
}

/** Room at an end of the line for a now that lies outside the lifespan, however far. */
const outside = 0.12

/** Places times on the line from the first time to the last, which keeps to scale between them; null without two ends. */
function scaleOf({ issuedAt, notBefore, expiresAt }: Lifespan, now: number): ((at: number) => number) | null {
  const starts = [issuedAt, notBefore].filter((time) => time !== null)
  if (starts.length === 0 || expiresAt === null) return null
  const start = Math.min(...starts)
  if (expiresAt <= Math.max(...starts)) return null
  const low = now < start ? outside : 0
  const high = now > expiresAt ? 1 - outside : 1
  return (at) => {
    if (at < start) return low / 2
    if (at > expiresAt) return (high + 1) / 2
    return low + ((at - start) / (expiresAt - start)) * (high - low)
  }
}
