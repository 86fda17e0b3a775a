import type { AuditBreak } from '../../contract/audit.ts'
import { type AuditRow, mostNumber } from '../workspace/tables/audit.ts'
import type { AuditKeys } from './audit-keys.ts'
import { type AuditHead, toBytes, toText } from './head.ts'
import { belongsAt, isSealed, linkOf } from './seal.ts'

/** A trail to verify: its head, null when it is missing or not ours, the one that is taken instead then, and its rows. */
export interface TrailToVerify {
  keys: AuditKeys
  head: AuditHead | null
  lostHead: AuditHead
  /** Rows after a number up to another, in order, at most `limit`. */
  rows: (after: number, upTo: number, limit: number) => readonly AuditRow[]
  /** Numbers of rows that no trail has, before and beyond those. */
  outside: () => { below: number | null; beyond: number | null }
  /** Lets others go on, between two slices. */
  pause: () => Promise<void>
}

export type Verified = { break: AuditBreak } | { break: null; from: number; unsealed: number; asFound: number }

/** Rows that are looked at between two breaths: about 5 ms. */
const atOnce = 250
const [lowest, highest] = [0, mostNumber]

/** Finds the first entry that is not as it was sealed, or is missing, or was added. */
export async function verifyTrail(trail: TrailToVerify): Promise<Verified> {
  const { keys, lostHead, rows, pause } = trail
  const head = trail.head ?? lostHead
  const { below } = trail.outside()
  if (below !== null) return { break: { kind: 'added', number: below } }
  const [early] = rows(lowest, head.first - 1, 1)
  if (early !== undefined) return { break: { kind: 'added', number: early.number } }
  let link = head.before === null ? null : toBytes(head.before)
  let next = head.first
  while (next <= head.last) {
    const slice = rows(next - 1, head.last, atOnce)
    if (slice.length === 0) return removed(next, head.last + 1)
    for (const row of slice) {
      if (row.number !== next) return removed(next, row.number)
      if (!isSealed(keys, row, link)) return { break: await whatIsWrong(trail, head, row) }
      link = row.seal === null ? null : linkOf(row.seal)
      next += 1
    }
    await pause()
  }
  if (trail.head === null) return { break: { kind: 'head', number: head.last } }
  if (head.first <= head.last && (link === null || toText(link) !== head.link))
    return { break: { kind: 'head', number: head.last } }
  return afterHead(trail, head, link)
}

/** What follows the last sealed entry waits for a key, and has no seal but one of an earlier key. */
async function afterHead(
  { keys, rows, outside, pause }: TrailToVerify,
  head: AuditHead,
  link: Uint8Array | null,
): Promise<Verified> {
  let next = head.last + 1
  for (;;) {
    const slice = rows(next - 1, highest, atOnce)
    for (const row of slice) {
      if (row.number !== next) return removed(next, row.number)
      if (row.seal !== null && row.number > head.asFound) {
        // One that was sealed after this head was: the head is an earlier one.
        const isOurs = row.number === head.last + 1 && isSealed(keys, row, link)
        return { break: { kind: isOurs ? 'head' : 'added', number: row.number } }
      }
      next += 1
    }
    if (slice.length < atOnce) break
    await pause()
  }
  const { beyond } = outside()
  if (beyond !== null) return { break: { kind: 'added', number: beyond } }
  if (head.lostBefore !== null) return { break: { kind: 'head', number: head.lostBefore } }
  const asFound = head.asFound < head.first ? 0 : head.asFound
  return { break: null, from: head.first, unsealed: next - head.last - 1, asFound }
}

const removed = (from: number, to: number): Verified => ({ break: { kind: 'removed', number: from, count: to - from } })

/** What became of the entry whose place `row` has: it may lie elsewhere, and `row` may belong elsewhere. */
async function whatIsWrong(trail: TrailToVerify, head: AuditHead, row: AuditRow): Promise<AuditBreak> {
  const { keys, rows, pause } = trail
  const { number } = row
  let [isElsewhere, place] = [false, 0]
  if (!belongsAt(keys, row, number)) {
    let next = number
    for (;;) {
      const slice = rows(next, highest, atOnce)
      for (const other of slice) isElsewhere ||= belongsAt(keys, other, number)
      const end = slice.at(-1)?.number ?? highest
      if (slice.length === 0 || isElsewhere) break
      next = end
      await pause()
    }
    for (let at = head.first; at <= head.last && place === 0; at += 1) {
      if (at !== number && belongsAt(keys, row, at)) place = at
      if (at % atOnce === 0) await pause()
    }
  }
  if (place > 0 && isElsewhere) return { kind: 'swapped', number, with: place }
  if (place > number) return { kind: 'removed', number, count: place - number }
  if (place > 0) return { kind: 'swapped', number, with: place }
  return isElsewhere ? { kind: 'added', number } : { kind: 'altered', number }
}
