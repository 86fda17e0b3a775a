import { z } from 'zod'
import type { DriftFacts } from './facts.ts'
import { found, type Step, unchanged } from './step.ts'

/** The values that were seen, the newest last, and the exchange that had it. */
export const valuesSchema = z.strictObject({ known: z.array(z.string()), exchangeId: z.string() })
export type Values = z.infer<typeof valuesSchema>

const mostKept = 8

/** Issuer and audience stay the same. One that was there before is nothing new, so that servers that differ are said once. */
export function noticeValue(
  kind: 'issuer' | 'audience',
  part: Values | null,
  value: string | null,
  { exchangeId, at }: DriftFacts,
): Step<Values | null> {
  if (value === null) return unchanged(part)
  if (part === null) return unchanged({ known: [value], exchangeId })
  const before = part.known.at(-1) ?? null
  const next = { known: [...part.known.filter((known) => known !== value), value].slice(-mostKept), exchangeId }
  if (part.known.includes(value)) return unchanged(next)
  const drift = found({ exchangeId, at, kind, before, after: value, beforeExchangeId: part.exchangeId })
  return { part: next, found: [drift], updates: [] }
}
