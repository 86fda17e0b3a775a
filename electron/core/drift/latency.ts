import { z } from 'zod'
import { median } from '../../common/nearest-rank.ts'
import type { DriftFacts } from './facts.ts'
import { found, type Step, unchanged } from './step.ts'

const slowSchema = z.strictObject({ ms: z.number(), at: z.number(), exchangeId: z.string() })

/** What is usual in milliseconds, and the slow ones in a row; with `slowness`, the quick ones in a row since. */
export const latenciesSchema = z.strictObject({
  usual: z.array(z.number()),
  /** When one was last added to them. */
  addedAt: z.number(),
  slow: z.array(slowSchema),
  slowness: z.strictObject({ id: z.string(), usual: z.number(), since: z.number() }).nullable(),
  quick: z.array(z.number()),
  exchangeId: z.string(),
})
export type Latencies = z.infer<typeof latenciesSchema>

/** Enough to say what is usual, and most that are kept: from the tenth on one in ten minutes, so that they are of some hours. */
const enough = 5
const mostUsual = 50
const oftenUntil = 10
const apart = 600_000
/** Slow is so many times the usual, and at least so many milliseconds over it, so many times in a row. */
const times = 3
const over = 250
const inRow = 5
/** Slowness is over after so many in a row that take less than this many times the usual. */
const quickTimes = 2
const quickInRow = 3
/** After so long, slow is what is usual. */
const becomesUsual = 7 * 86_400_000

/** Token requests take three times as long as they do, and not by one that was slow. */
export function noticeLatency(part: Latencies | null, { latency, exchangeId, at }: DriftFacts): Step<Latencies | null> {
  if (latency === null) return unchanged(part)
  if (part === null) {
    const none = { slow: [], slowness: null, quick: [] }
    return unchanged({ usual: [latency], addedAt: at, ...none, exchangeId })
  }
  if (part.slowness !== null) return whileSlow(part, part.slowness, latency, { exchangeId, at })
  const usual = median(part.usual)
  if (part.usual.length < enough || latency < Math.max(usual * times, usual + over)) {
    return unchanged({ ...added(part, latency, at), slow: [], exchangeId })
  }
  const slow = [...part.slow, { ms: latency, at, exchangeId }]
  const [first] = slow
  if (first === undefined || slow.length < inRow) return unchanged({ ...part, slow })
  const drift = found({
    exchangeId: first.exchangeId,
    at: first.at,
    kind: 'latency',
    before: String(Math.round(usual)),
    after: String(Math.round(median(slow.map(({ ms }) => ms)))),
    beforeExchangeId: part.exchangeId,
  })
  const slowness = { id: drift.id, usual, since: first.at }
  return { part: { ...part, slow: [], slowness, quick: [], exchangeId }, found: [drift], updates: [] }
}

function whileSlow(
  part: Latencies,
  { id, usual, since }: NonNullable<Latencies['slowness']>,
  latency: number,
  { exchangeId, at }: Pick<DriftFacts, 'exchangeId' | 'at'>,
): Step<Latencies> {
  const isQuick = latency < Math.max(usual * quickTimes, usual + over)
  const quick = isQuick ? [...part.quick, at] : []
  const [first] = quick
  if (first !== undefined && quick.length >= quickInRow) {
    const ended = { ...added(part, latency, at), slowness: null, quick: [], exchangeId }
    return { part: ended, found: [], updates: [{ id, endedAt: Math.max(first, since) }] }
  }
  if (at - since < becomesUsual) return unchanged({ ...part, quick, exchangeId })
  return unchanged({ usual: [latency], addedAt: at, slow: [], slowness: null, quick: [], exchangeId })
}

function added(part: Latencies, latency: number, at: number): Latencies {
  if (part.usual.length >= oftenUntil && Math.abs(at - part.addedAt) < apart) return part
  return { ...part, usual: [...part.usual, latency].slice(-mostUsual), addedAt: at }
}
