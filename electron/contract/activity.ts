import { z } from 'zod'
import { activityRanges } from '../vocabulary/activity.ts'
import { findingCodeSchema } from './finding.ts'
import { failureCodeSchema } from './exchange.ts'
import { driftSchema } from './drift.ts'

/** Milliseconds; null where there is no figure. */
const latency = { median: z.number().nullable(), p95: z.number().nullable() }

/** One step of time: an hour of 24 h, six hours of 7 days, a day of 30 days. */
const stepSchema = z.strictObject({
  /** Milliseconds since 1970. */
  startsAt: z.number(),
  endsAt: z.number(),
  /** Of token requests that were answered. */
  ...latency,
  tokenRequests: z.number().int(),
  failures: z.number().int(),
  /** Calls that carried a token of the environment. */
  calls: z.number().int(),
})
export type ActivityStep = z.infer<typeof stepSchema>

/** What a failure was of: the cause that the diagnosis named first, else how the request ended. */
const failureCauseSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('finding'), code: findingCodeSchema }),
  z.strictObject({ kind: z.literal('transport'), code: failureCodeSchema }),
  z.strictObject({ kind: z.literal('status'), status: z.number().int() }),
])
export type FailureCause = z.infer<typeof failureCauseSchema>

/** What an environment did in a span of time. */
export const activitySchema = z.strictObject({
  range: z.enum(activityRanges),
  from: z.number(),
  to: z.number(),
  steps: z.array(stepSchema).readonly(),
  /** Of the whole range. */
  ...latency,
  tokenRequests: z.number().int(),
  tokensIssued: z.number().int(),
  calls: z.number().int(),
  failures: z.number().int(),
  /** Most frequent first. */
  causes: z.array(z.strictObject({ cause: failureCauseSchema, count: z.number().int() })).readonly(),
  /** Days with their calls per token: calls that carried one, by tokens issued. Null where no token was issued. */
  perToken: z
    .array(
      z.strictObject({
        startsAt: z.number(),
        tokens: z.number().int(),
        calls: z.number().int(),
        ratio: z.number().nullable(),
      }),
    )
    .readonly(),
  /**
   * Whether tokens are used again as they should: `not_cached` requests a token for nearly every call while earlier ones were
   * valid; `unknown` has too few of either.
   */
  caching: z.enum(['cached', 'not_cached', 'unknown']),
  /** Seconds that tokens were issued for, and how often; null is not known. Most frequent first. */
  lifetimes: z.array(z.strictObject({ seconds: z.number().nullable(), count: z.number().int() })).readonly(),
  /** Scopes that were granted, each by itself, and how often. */
  scopes: z.array(z.strictObject({ scope: z.string(), count: z.number().int() })).readonly(),
  /** Newest first; those of the range, and others that are not expected yet. */
  drift: z.array(driftSchema).readonly(),
})
export type Activity = z.infer<typeof activitySchema>
