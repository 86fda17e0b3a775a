import type { HistoryLimits } from '../../contract/history.ts'
import { removedAtOnce } from './removed-at-once.ts'
import type { KeptExchange } from '../workspace/tables/exchanges-in-order.ts'

/** What the rounds need; `pause` comes back when it is quiet, or gives false when the app ends. */
export interface LimitDeps {
  exchanges: {
    recordedAfter: (place: number, count: number) => KeptExchange[]
    bytesOfAll: () => number
  }
  /** Removes those that are not marked; how many they were. */
  remove: (ids: readonly string[]) => Promise<number>
  /** Milliseconds since an exchange was sent. @see ageOfExchanges */
  ageOf: (sentAt: number) => number
  /** Comes back when it is quiet, with false when the app ends. */
  pause: () => Promise<boolean>
}

const day = 86_400_000
/** Of a step, which is to take some milliseconds. */
const step = { read: 200, removed: removedAtOnce, bytes: 1_000_000 }

/**
 * Removes what is older than the limit and, from the oldest on, what is more than the limit. Oldest is what was recorded
 * first: a clock that was set back makes nothing older. Pinned ones and those with a note stay. How many were removed.
 */
export async function limitHistory(deps: LimitDeps, { days, megabytes }: HistoryLimits): Promise<number> {
  const { exchanges, remove, ageOf, pause } = deps
  let excess = megabytes === 0 ? 0 : await excessOf(deps, megabytes * 1_000_000)
  let [place, removed, isDone] = [0, 0, false]
  while (!isDone && (await pause())) {
    const found = exchanges.recordedAfter(place, step.removed)
    isDone = found.length === 0
    const gone: string[] = []
    let bytes = 0
    for (const each of found) {
      const age = ageOf(each.startedAt)
      const isTooMuch = excess > 0 || (days > 0 && age > days * day)
      // Of one from the future nothing is known: what follows it may be old all the same.
      isDone = !isTooMuch && !each.isMarked && age >= 0
      if (isDone || bytes >= step.bytes) break
      place = each.place
      if (!isTooMuch || each.isMarked) continue
      gone.push(each.id)
      excess -= each.bytes
      bytes += each.bytes
    }
    if (gone.length > 0) removed += await remove(gone)
  }
  return removed
}

/** Bytes by which the exchanges are more than may be. They are counted only where the whole file is larger. */
async function excessOf({ exchanges, pause }: LimitDeps, most: number): Promise<number> {
  if (exchanges.bytesOfAll() <= most) return 0
  let [bytes, place] = [0, 0]
  while (await pause()) {
    const found = exchanges.recordedAfter(place, step.read)
    const last = found.at(-1)
    if (last === undefined) return bytes - most
    bytes += found.reduce((sum, each) => sum + each.bytes, 0)
    place = last.place
  }
  return 0
}
