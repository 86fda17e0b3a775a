import { z } from 'zod'
import { answerComparisonSchema } from '../answer-comparison.ts'
import {
  apiCallLabelSchema,
  apiCallSchema,
  apiCallSummarySchema,
  apiRequestSchema,
  apiTokenChoiceSchema,
} from '../api-call.ts'
import { environmentIdSchema } from '../environment.ts'
import { bodySchema, exchangeSchema, exchangeSummarySchema } from '../exchange.ts'
import { lastOutcomesSchema, rememberedCalls } from '../last-outcome.ts'
import { repeatInputSchema, repetitionSchema } from '../repetition.ts'
import { copiedAsOutcomeSchema, copyOutcomeSchema, saveOutcomeSchema, writtenOutcomeSchema } from '../outcome.ts'
import { copyScopes, copyTargets } from '../../vocabulary/copy-targets.ts'
import { id, nothing, ofEnvironment } from './inputs.ts'

const mostRead = 1 << 20

/** `from`, `to` and `total` count bytes of the masked body; text never ends within a character. */
const answerPartSchema = z.strictObject({
  text: z.string(),
  encoding: bodySchema.shape.encoding,
  total: z.number().int(),
  from: z.number().int(),
  to: z.number().int(),
})

const callAs = ofEnvironment.extend({
  request: apiRequestSchema,
  target: z.enum(copyTargets),
  scope: z.enum(copyScopes),
})

/** Calls of APIs, and the exchanges that were recorded. */
export const exchangeCalls = {
  listApiCalls: { input: ofEnvironment, output: z.array(apiCallSummarySchema) },
  getApiCall: { input: z.strictObject({ id }), output: apiCallSchema.nullable() },
  /**
   * Saves over the call with this id, or adds one when `id` is null. Without `label` it keeps the one it has. Null when the
   * environment is gone.
   */
  saveApiCall: {
    input: z.strictObject({
      environmentId: environmentIdSchema,
      id: id.nullable(),
      request: apiRequestSchema,
      label: apiCallLabelSchema.exactOptional(),
    }),
    output: apiCallSchema.nullable(),
  },
  /** Puts a copy right below the original, in its folder, with the name that is given. Null when the original is gone. */
  duplicateApiCall: {
    input: z.strictObject({ id, name: apiCallLabelSchema.shape.name }),
    output: apiCallSchema.nullable(),
  },
  /**
   * Puts saved calls in this order, each into its folder. Calls that are not named come after them, as they were. False, and
   * nothing is changed, where one that is named is not there or is named twice.
   */
  arrangeApiCalls: {
    input: ofEnvironment.extend({
      order: z.array(z.strictObject({ id, folder: apiCallLabelSchema.shape.folder })).max(10_000),
    }),
    output: z.boolean(),
  },
  /** Gives the ids of those that were there. */
  deleteApiCalls: { input: ofEnvironment.extend({ ids: z.array(id).max(10_000) }), output: z.array(z.string()) },
  /** Puts calls that were deleted since the app started back at their places, and gives the ids of those. */
  restoreApiCalls: { input: ofEnvironment.extend({ ids: z.array(id).max(10_000) }), output: z.array(z.string()) },
  sendApiCall: rememberedCalls.sendApiCall,
  /** Sends a call several times, one after the other; each answer is reported by a notice as it comes. */
  repeatApiCall: { input: repeatInputSchema, output: repetitionSchema },
  /** What the last token request, introspection, revocation and API calls gave, for a window that starts again. */
  listLastOutcomes: { input: nothing, output: lastOutcomesSchema },
  /** Newest first. */
  listExchanges: {
    input: z.strictObject({ environmentId: environmentIdSchema.nullable(), limit: z.number().int().min(1).max(200) }),
    output: z.array(exchangeSummarySchema),
  },
  getExchange: { input: z.strictObject({ id }), output: exchangeSchema.nullable() },
  /** The exchanges that led to this one, in order; it is the last. Empty when it is not there. */
  getExchangeChain: { input: z.strictObject({ id }), output: z.array(exchangeSchema) },
  /** The answers of an API call, newest first; those of a call that is not saved yet are of the id that it will have. */
  listAnswers: {
    input: z.strictObject({ callId: id, limit: z.number().int().min(1).max(200) }),
    output: z.array(exchangeSummarySchema),
  },
  /** Two answers by their status, header fields and body; null when one of them is no longer recorded. */
  compareAnswers: { input: z.strictObject({ left: id, right: id }), output: answerComparisonSchema.nullable() },
  /**
   * A part of a large answer, of which the exchange has the beginning only: at least one character, if there is one. Null
   * when it is no longer in memory.
   */
  readAnswer: {
    input: z.strictObject({ id, from: z.number().int().min(0), length: z.number().int().min(4).max(mostRead) }),
    output: answerPartSchema.nullable(),
  },
  /** Where a text is in a large answer, in any case of its letters: at most 1,000 places, in bytes. Null as above. */
  findInAnswer: {
    input: z.strictObject({ id, text: z.string().min(1).max(200) }),
    output: z.strictObject({ places: z.array(z.number().int()), hasMore: z.boolean() }).nullable(),
  },
  /**
   * Puts a request on the clipboard as a curl command that works: with its secrets, for 60 s. Of an exchange that was
   * recorded, whose secrets are not kept, as it is shown: masked.
   */
  copyAsCurl: {
    input: z.discriminatedUnion('kind', [
      ofEnvironment.extend({ kind: z.literal('token') }),
      /** `token` as for `sendApiCall`. */
      ofEnvironment.extend({
        kind: z.literal('api'),
        request: apiRequestSchema,
        token: apiTokenChoiceSchema.exactOptional(),
      }),
      z.strictObject({ kind: z.literal('exchange'), id }),
    ]),
    output: copyOutcomeSchema,
  },
  /** A call as a command or a program, which holds no secret: what it needs is in variables. Nothing is read or sent for it. */
  previewCallAs: { input: callAs, output: writtenOutcomeSchema },
  /** Puts it on the clipboard. */
  copyCallAs: { input: callAs, output: copiedAsOutcomeSchema },
  /** Writes exchanges, masked, to a HAR 1.2 file that the person chooses. */
  saveHar: {
    input: z.strictObject({ exchangeIds: z.array(id).min(1).max(200) }),
    output: saveOutcomeSchema,
  },
  /** Writes the body of a response, masked as it was recorded, to a file that the person chooses. Null when it is not there. */
  saveResponseBody: { input: z.strictObject({ id }), output: saveOutcomeSchema.nullable() },
}
