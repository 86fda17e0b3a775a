import { z } from 'zod'
import { exchangeComparisonSchema } from '../exchange-comparison.ts'
import { recordedTokenSchema } from '../history.ts'
import { sendAgainSchema } from '../send-again.ts'
import { id } from './inputs.ts'

/** What can be asked of an exchange of the history. */
export const historyActCalls = {
  /** What differs between two exchanges; null when one of them is no longer recorded. */
  compareExchanges: { input: z.strictObject({ left: id, right: id }), output: exchangeComparisonSchema.nullable() },
  /** The token that an exchange issued or carried, and the exchange that issued it; null where nothing is recorded of one. */
  getRecordedToken: {
    input: z.strictObject({ id }),
    output: z
      .strictObject({
        token: recordedTokenSchema,
        issuedBy: z.strictObject({ id: z.string(), startedAt: z.number() }).nullable(),
      })
      .nullable(),
  },
  /** How a request can be sent again; nothing is sent. Null when the exchange is no longer recorded. */
  planSendAgain: { input: z.strictObject({ id }), output: sendAgainSchema.nullable() },
}
