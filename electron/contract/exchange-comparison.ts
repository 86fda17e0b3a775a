import { z } from 'zod'
import { answerComparisonSchema } from './answer-comparison.ts'
import { comparisonRowSchema } from './comparison.ts'

/**
 * What of two requests differs, and of what they went over. `name` is that of a parameter of the query, a header field or a
 * form parameter, and empty where there is one alone. A side is null where it is missing.
 */
export const requestDifferenceSchema = z.strictObject({
  part: z.enum([
    'method',
    'endpoint',
    'query',
    'header',
    'parameter',
    'authentication',
    'client_id',
    'proxy',
    'tls',
    'client_certificate',
    'server_certificate',
  ]),
  name: z.string(),
  /** True for what every request has its own of, such as an assertion. */
  isOfEach: z.boolean(),
  left: z.string().nullable(),
  right: z.string().nullable(),
})
export type RequestDifference = z.infer<typeof requestDifferenceSchema>

/** The tokens that two exchanges issued or carried, by their fingerprints; null where there is none. */
const tokens = { left: z.string().nullable(), right: z.string().nullable() }

/** `unknown`: they are two, and what is in one of them is not recorded, or is no readable JWT. */
export const recordedTokenComparisonSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('same'), ...tokens }),
  z.strictObject({ kind: z.literal('unknown'), ...tokens }),
  z.strictObject({
    kind: z.literal('compared'),
    ...tokens,
    header: z.array(comparisonRowSchema).readonly(),
    claims: z.array(comparisonRowSchema).readonly(),
  }),
])
export type RecordedTokenComparison = z.infer<typeof recordedTokenComparisonSchema>

/** Two exchanges as they were recorded; values that are masked are alike. */
export const exchangeComparisonSchema: z.ZodType<ExchangeComparison> = z.strictObject({
  request: z.array(requestDifferenceSchema).readonly(),
  /** Of bodies that are no form. */
  requestBody: answerComparisonSchema.shape.body,
  token: recordedTokenComparisonSchema,
  answer: answerComparisonSchema,
})
export interface ExchangeComparison {
  request: readonly RequestDifference[]
  requestBody: z.infer<typeof answerComparisonSchema>['body']
  token: RecordedTokenComparison
  answer: z.infer<typeof answerComparisonSchema>
}
