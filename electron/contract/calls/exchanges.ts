import { z } from 'zod'
import { apiCallLabelSchema, apiCallSchema, apiRequestSchema } from '../api-call.ts'
import { environmentIdSchema } from '../environment.ts'
import { exchangeSchema, exchangeSummarySchema } from '../exchange.ts'
import { lastOutcomesSchema, rememberedCalls } from '../last-outcome.ts'
import { copyOutcomeSchema, saveOutcomeSchema } from '../outcome.ts'
import { id, nothing, ofEnvironment } from './inputs.ts'

/** Calls of APIs, and the exchanges that were recorded. */
export const exchangeCalls = {
  listApiCalls: { input: ofEnvironment, output: z.array(apiCallSchema) },
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
  /** Gives back what was deleted, so that it can be saved again. */
  deleteApiCall: { input: z.strictObject({ id }), output: apiCallSchema.nullable() },
  sendApiCall: rememberedCalls.sendApiCall,
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
  /**
   * Puts a request on the clipboard as a curl command that works: with its secrets, for 60 s. Of an exchange that was
   * recorded, whose secrets are not kept, as it is shown: masked.
   */
  copyAsCurl: {
    input: z.discriminatedUnion('kind', [
      ofEnvironment.extend({ kind: z.literal('token') }),
      ofEnvironment.extend({ kind: z.literal('api'), request: apiRequestSchema }),
      z.strictObject({ kind: z.literal('exchange'), id }),
    ]),
    output: copyOutcomeSchema,
  },
  /** Writes exchanges, masked, to a HAR 1.2 file that the person chooses. */
  saveHar: {
    input: z.strictObject({ exchangeIds: z.array(id).min(1).max(200) }),
    output: saveOutcomeSchema,
  },
  /** Writes the body of a response, masked as it was recorded, to a file that the person chooses. Null when it is not there. */
  saveResponseBody: { input: z.strictObject({ id }), output: saveOutcomeSchema.nullable() },
}
