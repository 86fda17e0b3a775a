import { z } from 'zod'
import { driftKinds } from '../vocabulary/drift.ts'
import { environmentIdSchema } from './environment.ts'

/**
 * Something that differs from what was usual of an environment, as data. `before` and `after` are what `kind` is about: a `kid`, an
 * algorithm, seconds, an issuer, scopes separated by spaces, a fingerprint, milliseconds, a count; null is unknown or none.
 */
export const driftSchema = z.strictObject({
  id: z.string(),
  environmentId: environmentIdSchema,
  kind: z.enum(driftKinds),
  /** Milliseconds since 1970: when it was first seen. */
  at: z.number(),
  /** When it was over, of what has an end: failures, slowness. */
  endedAt: z.number().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** What else was seen, by name. */
  evidence: z.record(z.string(), z.string()),
  /** The exchange that shows it, and the last of before; null where it is not known. */
  exchangeId: z.string().nullable(),
  beforeExchangeId: z.string().nullable(),
  /** A person said that it was to be expected. */
  isExpected: z.boolean(),
})
export type Drift = z.infer<typeof driftSchema>

/** How much each environment has that nobody called expected. */
export const driftCountsSchema = z.array(
  z.strictObject({ environmentId: environmentIdSchema, count: z.number().int() }),
)
export type DriftCounts = z.infer<typeof driftCountsSchema>
