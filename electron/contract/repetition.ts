import { z } from 'zod'
import { repetitionPauseRule, repetitionsRule } from '../vocabulary/repetition-rules.ts'
import { wholeNumber } from './number.ts'
import { apiRequestSchema, apiTokenChoiceSchema } from './api-call.ts'
import { environmentIdSchema } from './environment.ts'
import { failureCodeSchema } from './exchange.ts'
import { tokenOutcomeSchema, tokenUseSchema } from './outcome.ts'
import { fieldProblemSchema } from './problem.ts'

/** What came of one call of a repetition. Exactly one of `status` and `failure` is null. */
export const repeatSampleSchema = z.strictObject({
  /** From 0. */
  index: z.number().int(),
  /** When it was sent, in milliseconds since 1970. */
  at: z.number(),
  status: z.number().int().nullable(),
  failure: failureCodeSchema.nullable(),
  totalMs: z.number(),
  tokenUse: tokenUseSchema,
  exchangeId: z.string(),
})
export type RepeatSample = z.infer<typeof repeatSampleSchema>

/** How a repetition ended: all were sent, it was cancelled, the server asks for a longer wait, or nothing could be sent. */
const repeatEndSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({ kind: z.literal('cancelled') }),
  /** `retryAt` is in milliseconds since 1970. */
  z.strictObject({ kind: z.literal('asked_to_wait'), retryAt: z.number() }),
  z.strictObject({ kind: z.literal('not_sent'), problems: z.array(fieldProblemSchema).readonly() }),
  z.strictObject({ kind: z.literal('no_token'), token: tokenOutcomeSchema }),
])
export type RepeatEnd = z.infer<typeof repeatEndSchema>

export interface Repetition {
  samples: readonly RepeatSample[]
  end: RepeatEnd
}

/** Its type is written out: what TypeScript infers is too long to declare. */
export const repetitionSchema: z.ZodType<Repetition> = z.strictObject({
  samples: z.array(repeatSampleSchema).readonly(),
  end: repeatEndSchema,
})

export const repeatInputSchema = z.strictObject({
  environmentId: environmentIdSchema,
  /** The saved call that it is of; absent for one that is not saved. */
  callId: z.string().min(1).max(64).optional(),
  request: apiRequestSchema,
  /** Absent is as the request says. */
  token: apiTokenChoiceSchema.exactOptional(),
  times: wholeNumber(repetitionsRule),
  pauseMs: wholeNumber(repetitionPauseRule),
})
