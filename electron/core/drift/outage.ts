import { z } from 'zod'
import type { DriftFacts } from './facts.ts'
import { found, type Step, unchanged, type Update } from './step.ts'

/** The last success, and the failures since. `setup` is that of the success. */
export const availabilitySchema = z.strictObject({
  setup: z.string(),
  exchangeId: z.string(),
  failures: z
    .strictObject({
      count: z.number(),
      at: z.number(),
      exchangeId: z.string(),
      code: z.string(),
      /** Whether any of them shows that somebody answered, so that it is not this computer that is offline. */
      isReached: z.boolean(),
      /** Empty until it is an outage. */
      id: z.string(),
    })
    .nullable(),
})
export type Availability = z.infer<typeof availabilitySchema>

const inRow = 3
/** Milliseconds that nobody must be reached for. */
const offline = 60_000

/**
 * What worked fails again and again, with the same settings and secrets: an outage, dated from the first failure to the next answer.
 * What never worked has none.
 */
export function noticeOutage(part: Availability | null, facts: DriftFacts): Step<Availability | null> {
  const { answer, setup, exchangeId, at } = facts
  switch (answer.kind) {
    case 'unknown':
      return unchanged(part)
    case 'good':
      return { part: { setup, exchangeId, failures: null }, found: [], updates: endOf(part, at) }
    case 'alive':
      // Any answer ends an outage, but not the one of refusals.
      return part === null || part.failures?.code === 'refused'
        ? unchanged(part)
        : { part: { ...part, failures: null }, found: [], updates: endOf(part, at) }
    case 'failure':
      return part === null || part.setup !== setup ? unchanged(part) : afterFailure(part, answer, { exchangeId, at })
  }
}

type Failure = Extract<DriftFacts['answer'], { kind: 'failure' }>

function afterFailure(
  part: Availability,
  { code, isReached }: Failure,
  { exchangeId, at }: Pick<DriftFacts, 'exchangeId' | 'at'>,
): Step<Availability> {
  const before = part.failures ?? { count: 0, at, exchangeId, code, isReached, id: '' }
  const failures = { ...before, count: before.count + 1, isReached: before.isReached || isReached }
  if (failures.id !== '') {
    return { part: { ...part, failures }, found: [], updates: [{ id: failures.id, after: String(failures.count) }] }
  }
  const isOutage = failures.count >= inRow && (failures.isReached || at - failures.at >= offline)
  if (!isOutage) return unchanged({ ...part, failures })
  const drift = found({
    exchangeId: failures.exchangeId,
    at: failures.at,
    kind: 'outage',
    before: '0',
    after: String(failures.count),
    evidence: { failure: failures.code },
    beforeExchangeId: part.exchangeId,
  })
  return { part: { ...part, failures: { ...failures, id: drift.id } }, found: [drift], updates: [] }
}

function endOf(part: Availability | null, at: number): Update[] {
  const failures = part?.failures ?? null
  return failures === null || failures.id === '' ? [] : [{ id: failures.id, endedAt: Math.max(at, failures.at) }]
}
