import { z } from 'zod'
import type { ServerFacts } from './facts.ts'
import { found, type Step, unchanged } from './step.ts'

/** By how many milliseconds the server's clock is usually ahead, and one that differs, until the next confirms it. */
export const serverClockSchema = z.strictObject({
  usual: z.number(),
  odd: z.strictObject({ offset: z.number(), exchangeId: z.string(), at: z.number() }).nullable(),
  /** The drift that is not over; empty for none. */
  id: z.string(),
  exchangeId: z.string(),
})
export type ServerClock = z.infer<typeof serverClockSchema>

const tolerance = 60_000

/** The server's clock is off by more than a minute, or by a minute more or less than before: twice in a row, for one may be chance. */
export function noticeServerClock(part: ServerClock | null, facts: ServerFacts): Step<ServerClock | null> {
  const { clockOffset: offset, exchangeId, at, host } = facts
  if (offset === null) return unchanged(part)
  const before = part ?? { usual: 0, odd: null, id: '', exchangeId: '' }
  if (Math.abs(offset - before.usual) <= tolerance) return unchanged({ ...before, odd: null, exchangeId })
  const { odd } = before
  if (odd === null || Math.abs(offset - odd.offset) > tolerance) {
    return unchanged({ ...before, odd: { offset, exchangeId, at } })
  }
  const updates = before.id === '' ? [] : [{ id: before.id, endedAt: odd.at }]
  if (Math.abs(offset) <= tolerance) return { part: { usual: 0, odd: null, id: '', exchangeId }, found: [], updates }
  const drift = found({
    exchangeId: odd.exchangeId,
    at: odd.at,
    kind: 'server_clock',
    before: String(Math.round(before.usual)),
    after: String(Math.round(odd.offset)),
    evidence: { host },
    beforeExchangeId: before.exchangeId === '' ? null : before.exchangeId,
  })
  return { part: { usual: odd.offset, odd: null, id: drift.id, exchangeId }, found: [drift], updates }
}
