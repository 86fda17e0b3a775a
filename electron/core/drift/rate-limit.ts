import { z } from 'zod'
import type { ServerFacts } from './facts.ts'
import { found, type Step, unchanged } from './step.ts'

/** Limits of which little was left, by the number of requests that they allow: a server may have several. */
export const headroomSchema = z.array(
  z.strictObject({ limit: z.number(), id: z.string(), at: z.number(), isOver: z.boolean() }),
)
export type Headroom = z.infer<typeof headroomSchema>

const little = 0.1
const plenty = 0.5
/** Milliseconds in which the same limit is said once: windows of a minute begin again each minute. */
const quiet = 86_400_000
const mostKept = 5

/** Less than a tenth of the requests that a server allows is left. */
export function noticeRateLimit(
  part: Headroom | null,
  { rateLimit, exchangeId, at, host }: ServerFacts,
): Step<Headroom> {
  const limits = part ?? []
  if (rateLimit === null || rateLimit.limit <= 0) return unchanged(limits)
  const { limit, remaining } = rateLimit
  const known = limits.find((each) => each.limit === limit)
  const others = limits.filter((each) => each !== known)
  if (known !== undefined && !known.isOver && remaining >= limit * plenty) {
    return {
      part: [...others, { ...known, isOver: true }],
      found: [],
      updates: [{ id: known.id, endedAt: Math.max(at, known.at) }],
    }
  }
  const isSaid = known !== undefined && (!known.isOver || Math.abs(at - known.at) < quiet)
  if (remaining >= limit * little || isSaid) return unchanged(limits)
  const drift = found({
    exchangeId,
    at,
    kind: 'rate_limit',
    before: String(limit),
    after: String(remaining),
    evidence: { host },
    beforeExchangeId: null,
  })
  return { part: [...others, { limit, id: drift.id, at, isOver: false }].slice(-mostKept), found: [drift], updates: [] }
}
