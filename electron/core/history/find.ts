import type { HistoryFilter } from '../../contract/history.ts'
import type { StatusClass } from '../../vocabulary/history.ts'
import { type FactColumns, flag } from './fact-columns.ts'

export interface Found {
  /** Numbers of the index, newest first. */
  numbers: Int32Array
  /** Newest first; `startsAt` is midnight of the local calendar. */
  days: { startsAt: number; count: number }[]
}

type Wanted = Omit<HistoryFilter, 'text'>

/** Exchanges that a filter lets through, newest first; `hits` has 1 at the numbers that the text was found in, and is null without a text. */
export function find(facts: FactColumns, wanted: Wanted, hits: Uint8Array | null): Found {
  const { numbers, started, status, environments, purposes, hosts, findings, flags } = facts.columns
  const isEnvironment = allowed(facts.texts, wanted.environmentIds)
  const isPurpose = allowed(facts.texts, wanted.purposes)
  const isHost = hostsAllowed(facts, wanted.host)
  const isFinding = findingsAllowed(facts.texts, wanted.findings)
  const classes = wanted.statuses.length === 0 ? null : new Set(wanted.statuses)
  const isSender = sendersAllowed(wanted.senders)
  const from = wanted.from ?? -Infinity
  const to = wanted.to ?? Infinity
  const found = new Int32Array(facts.count)
  const days = new DayCounter()
  let count = 0
  const { order } = facts
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const place = order[at] ?? 0
    const time = started[place] ?? 0
    if (time < from) break
    const flagged = flags[place] ?? 0
    if (time >= to || flagged & flag.gone) continue
    if (wanted.isPinned && (flagged & flag.pinned) === 0) continue
    if (!isSender(flagged)) continue
    const number = numbers[place] ?? 0
    if (hits !== null && hits[number] !== 1) continue
    if (isEnvironment !== null && isEnvironment[environments[place] ?? 0] !== 1) continue
    if (isPurpose !== null && isPurpose[purposes[place] ?? 0] !== 1) continue
    if (isHost !== null && isHost[hosts[place] ?? 0] !== 1) continue
    if (isFinding !== null && isFinding[findings[place] ?? 0] !== 1) continue
    if (classes !== null && !classes.has(classOf(status[place] ?? 0))) continue
    found[count] = number
    count += 1
    days.count(time)
  }
  return { numbers: found.slice(0, count), days: days.days }
}

function sendersAllowed(senders: Wanted['senders']): (flagged: number) => boolean {
  if (senders.length === 0) return () => true
  return (flagged) => senders.includes(flagged & flag.ofWatch ? 'watch' : 'person')
}

/** Without an answer, and with one that has no such class, it is `none`. */
function classOf(status: number): StatusClass {
  const first = Math.floor(status / 100)
  if (first === 2) return '2xx'
  if (first === 3) return '3xx'
  if (first === 4) return '4xx'
  return first === 5 ? '5xx' : 'none'
}

/** By the place of a text: 1 where it is wanted. Null where all are. */
function allowed(texts: readonly string[], wanted: readonly string[]): Uint8Array | null {
  if (wanted.length === 0) return null
  const names = new Set(wanted)
  return Uint8Array.from(texts, (text) => Number(names.has(text)))
}

/** A host by its name, or, where none has that name, those with the text in theirs. */
function hostsAllowed({ texts }: FactColumns, wanted: string): Uint8Array | null {
  const host = wanted.trim().toLowerCase()
  if (host === '') return null
  const isKnown = texts.includes(host)
  return Uint8Array.from(texts, (text) => Number(isKnown ? text === host : text.includes(host)))
}

function findingsAllowed(texts: readonly string[], wanted: readonly string[]): Uint8Array | null {
  if (wanted.length === 0) return null
  const codes = new Set(wanted)
  return Uint8Array.from(texts, (text) => Number(text.split(' ').some((code) => codes.has(code))))
}

/** Counts times that come newest first by their days. */
class DayCounter {
  readonly days: { startsAt: number; count: number }[] = []
  #from = Infinity

  count(time: number): void {
    const last = this.days.at(-1)
    if (last !== undefined && time >= this.#from) {
      last.count += 1
      return
    }
    const midnight = new Date(time).setHours(0, 0, 0, 0)
    // What no calendar has is a day by itself.
    this.#from = Number.isNaN(midnight) ? time : midnight
    this.days.push({ startsAt: this.#from, count: 1 })
  }
}
