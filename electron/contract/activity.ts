import { z } from 'zod'
import { activityRanges } from '../vocabulary/activity.ts'
import { findingCodeSchema } from './finding.ts'
import { failureCodeSchema, phaseSchema } from './exchange.ts'
import { driftSchema } from './drift.ts'

/** Milliseconds; null where there is no figure. */
const latency = { median: z.number().nullable(), p95: z.number().nullable() }

/**
 * One step of time: an hour of 24 h, three hours of 7 days, a day of 30 days, by the calendar of this computer. Median and p95 are
 * exact, by nearest rank: each is the duration of a request.
 */
const stepSchema = z.strictObject({
  /** Milliseconds since 1970. */
  startsAt: z.number(),
  endsAt: z.number(),
  /** Of token requests that were answered. */
  ...latency,
  tokenRequests: z.number().int(),
  tokensIssued: z.number().int(),
  /** Of token requests and calls. */
  failures: z.number().int(),
  /** Calls that carried a token. */
  calls: z.number().int(),
  /** Seconds, and scopes separated by spaces, of the last token that was issued in it; null is not known, or none was. */
  lifetime: z.number().nullable(),
  scopeGranted: z.string().nullable(),
})
export type ActivityStep = z.infer<typeof stepSchema>

/** What a failure was of: the cause that the diagnosis named first, else how the request ended. */
const failureCauseSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('finding'), code: findingCodeSchema }),
  /** `phase` is what a time limit ended; null of every other failure, and where it is not known. */
  z.strictObject({ kind: z.literal('transport'), code: failureCodeSchema, phase: phaseSchema.nullable() }),
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
  /**
   * Three hours of 24 h, days of 7 days, five days of 30 days, with their calls per token: calls that carried one, by tokens
   * issued. Null where no token was issued. What a watch sent is in none of the figures from here to `scopes`.
   */
  perToken: z
    .array(
      z.strictObject({
        startsAt: z.number(),
        endsAt: z.number(),
        tokens: z.number().int(),
        calls: z.number().int(),
        ratio: z.number().nullable(),
      }),
    )
    .readonly(),
  /**
   * Whether tokens are used again as they should: of `not_cached` half were requested while an earlier one was valid;
   * `unknown` has too few, or cannot tell.
   */
  caching: z.enum(['cached', 'not_cached', 'unknown']),
  /** Tokens that were requested while an earlier one, of the same request, was valid and not refused. */
  requestedEarly: z.number().int(),
  /** Seconds that tokens were issued for, and how often; null is not known. Most frequent first. */
  lifetimes: z.array(z.strictObject({ seconds: z.number().nullable(), count: z.number().int() })).readonly(),
  /** Scopes that were granted, each by itself, and how often. */
  scopes: z.array(z.strictObject({ scope: z.string(), count: z.number().int() })).readonly(),
  /** When the last token request or call was before the range, in milliseconds since 1970; null for never. */
  lastBefore: z.number().nullable(),
  /** Exchanges that are not counted yet, because the index is being made again. */
  notIndexed: z.number().int(),
  /** Whether what the environment sends is recorded on this computer. */
  isRecorded: z.boolean(),
  /** Newest first; those of the range, and others that are not expected yet. */
  drift: z.array(driftSchema).readonly(),
})
export type Activity = z.infer<typeof activitySchema>
