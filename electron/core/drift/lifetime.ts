import { z } from 'zod'
import type { DriftFacts } from './facts.ts'
import { found, type Step, unchanged } from './step.ts'

/** A span of lifetimes in seconds, of so many tokens. */
const spanSchema = z.strictObject({ least: z.number(), most: z.number(), count: z.number() })
type Span = z.infer<typeof spanSchema>

/** The spans that lifetimes are in, the newest last. `expiresAt` is the `exp` of the token before. */
export const lifetimesSchema = z.strictObject({
  spans: z.array(spanSchema),
  last: z.number(),
  expiresAt: z.number().nullable(),
  exchangeId: z.string(),
})
export type Lifetimes = z.infer<typeof lifetimesSchema>

const mostSpans = 4
/** Lifetimes that vary by themselves are within this factor: Microsoft Entra gives 60 to 90 minutes. */
const varies = 1.6
/** Of so many tokens whose lifetimes hardly differ the lifetime is a fixed one, and others differ by more than this. */
const steadyAfter = 5
const steady = 1.02
/** Seconds that clocks and roundings make. */
const slack = 5

/** The lifetime is another than before. Tokens that end at a fixed time, such as midnight, live as long as it takes. */
export function noticeLifetime(part: Lifetimes | null, { token, exchangeId, at }: DriftFacts): Step<Lifetimes | null> {
  if (token === null || token.lifetime === null) return unchanged(part)
  const { lifetime, expiresAt } = token
  const now = { last: lifetime, expiresAt, exchangeId }
  const alone = { least: lifetime, most: lifetime, count: 1 }
  if (part === null) return unchanged({ spans: [alone], ...now })
  const span = part.spans.findLast((each) => isWithin(lifetime, each))
  if (span !== undefined) return unchanged({ ...now, spans: newest(part.spans, span, widened(span, lifetime)) })
  const endsAlike = expiresAt !== null && part.expiresAt !== null && Math.abs(expiresAt - part.expiresAt) <= slack
  const current = part.spans.at(-1)
  if (endsAlike && current !== undefined) {
    return unchanged({ ...now, spans: newest(part.spans, current, widened(current, lifetime)) })
  }
  const drift = found({
    exchangeId,
    at,
    kind: 'lifetime',
    before: String(part.last),
    after: String(lifetime),
    beforeExchangeId: part.exchangeId,
  })
  return { part: { ...now, spans: [...part.spans, alone].slice(-mostSpans) }, found: [drift], updates: [] }
}

function isWithin(lifetime: number, { least, most, count }: Span): boolean {
  const factor = count >= steadyAfter && most <= least * steady + slack ? steady : varies
  return lifetime >= least / factor - slack && lifetime <= most * factor + slack
}

const widened = ({ least, most, count }: Span, lifetime: number): Span => ({
  least: Math.min(least, lifetime),
  most: Math.max(most, lifetime),
  count: count + 1,
})

const newest = (spans: readonly Span[], span: Span, changed: Span): Span[] => [
  ...spans.filter((each) => each !== span),
  changed,
]
