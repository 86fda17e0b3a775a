import { keySetMinutes } from '../../../electron/vocabulary/key-set-age.ts'
import type { WatchState } from '../../../electron/contract/watch.ts'
import { watchLimits } from '../../../electron/vocabulary/watch.ts'
import { clockTime } from '../../ui/format.ts'

const minutesOfDay = 1440

/** `5 minutes`, `1 hour`, `6 hours`. */
export function everyText(minutes: number): string {
  if (minutes % 60 !== 0) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  return minutes === 60 ? '1 hour' : `${minutes / 60} hours`
}

/** `Watched every minute…`: opens what can be changed about it. */
export const watchedText = (minutes: number): string => `Watched every ${everyText(minutes).replace(/^1 /, '')}…`

/** How often servers are asked by a watch, with what the verification of tokens needs. */
export function oftenText(minutes: number, requests: number): string {
  const times = Math.floor(minutesOfDay / minutes)
  const sent = (times * requests).toLocaleString('en')
  const keys = Math.min(times, minutesOfDay / keySetMinutes).toLocaleString('en')
  return `Sends ${sent} requests a day while this app runs, and about ${keys} for the keys of JWTs. Nothing is sent when it is closed.`
}

const pauses: Readonly<Record<NonNullable<WatchState['paused']>, string>> = {
  secret_asked: 'Paused: the secret is asked for each time. Store it, or read it from a source, under Configure.',
  storage_locked: 'Paused: the stored secrets are locked.',
  not_ready: 'Paused: a setting that the request needs is missing. See Configure.',
  busy: 'The last turn was left out: another request was under way.',
}

const verdicts: Readonly<Record<NonNullable<WatchState['lastVerdict']>, string>> = {
  good: 'passed',
  noted: 'passed, with notes',
  failed: 'failed',
}

/** How a watch gets on, line by line. */
export function watchLines({ lastAt, lastVerdict, nextAt, paused }: WatchState): string[] {
  const last = lastVerdict === null ? '' : `, ${verdicts[lastVerdict]}`
  return [
    lastAt === null ? 'Not run yet.' : `Last: ${clockTime(lastAt)}${last}`,
    ...(paused === null ? [] : [pauses[paused]]),
    `Next: ${clockTime(nextAt)}`,
  ]
}

export const tooMany = `No more than ${watchLimits.mostWatches} environments can be watched. Stop another one first.`
