import { z } from 'zod'
import { probes, practices } from '../../vocabulary/review.ts'
import { evidenceFormatSchema } from '../evidence.ts'
import { saveOutcomeSchema } from '../outcome.ts'
import { fieldProblemSchema } from '../problem.ts'
import { acceptedFindingSchema } from '../accepted-finding.ts'
import { probeSchema, reviewCodeSchema, reviewSchema, plannedRequestSchema } from '../review.ts'
import { ofEnvironment } from './inputs.ts'

/** Far above what all probes plan. */
const mostAnnounced = 200

/** Whether an environment is set up well. */
export const reviewCalls = {
  /** From what is recorded and set; sends nothing. Null where there is no such environment. */
  getReview: { input: ofEnvironment, output: reviewSchema.nullable() },
  /**
   * Sends the requests of these probes once. `announced` is what was shown: where other requests would be sent now, none is.
   * In production nothing is sent without `isProductionConfirmed`.
   */
  runProbes: {
    input: ofEnvironment.extend({
      probes: z.array(probeSchema).min(1).max(probes.length),
      announced: z.array(plannedRequestSchema).max(mostAnnounced),
      isProductionConfirmed: z.boolean(),
      /** The audience that the API is not for; empty leaves it to the probe. */
      otherAudience: z.string().max(2000),
    }),
    output: z.discriminatedUnion('kind', [
      /** `sent` counts the requests that left. */
      z.strictObject({ kind: z.literal('done'), sent: z.number().int() }),
      z.strictObject({ kind: z.literal('not_sent'), problems: z.array(fieldProblemSchema).readonly() }),
      z.strictObject({ kind: z.literal('other_plan') }),
      z.strictObject({ kind: z.literal('production') }),
      z.strictObject({ kind: z.literal('gone') }),
    ]),
  },
  /** “Known, because …”; in the place of what was accepted of that code. Null where there is no such environment. */
  acceptFinding: {
    input: ofEnvironment.extend({ code: reviewCodeSchema, reason: acceptedFindingSchema.shape.reason }),
    output: acceptedFindingSchema.nullable(),
  },
  /** What was accepted is to act on again. `restore` puts back what was withdrawn or replaced. */
  withdrawAcceptance: {
    input: ofEnvironment.extend({
      code: acceptedFindingSchema.shape.code,
      restore: acceptedFindingSchema.nullable(),
    }),
    output: z.undefined(),
  },
  /** Writes the list to a file that the person chooses, masked: all of it, or what there is to act on. */
  saveReview: {
    input: ofEnvironment.extend({ format: evidenceFormatSchema, isOnlyOpen: z.boolean() }),
    output: saveOutcomeSchema,
  },
  /** What there is to act on, or one practice, for whoever can change it, as Markdown. False where there is no such environment. */
  copyReview: {
    input: ofEnvironment.extend({ practice: z.enum(practices).nullable() }),
    output: z.boolean(),
  },
}
