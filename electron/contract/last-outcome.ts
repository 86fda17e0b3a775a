import { z } from 'zod'
import { apiRequestSchema, apiTokenChoiceSchema } from './api-call.ts'
import { environmentIdSchema, introspectionStyleSchema } from './environment.ts'
import {
  apiCallOutcomeSchema,
  introspectionOutcomeSchema,
  revocationOutcomeSchema,
  tokenOutcomeSchema,
} from './outcome.ts'

/** What the calls that ask a server take, and what they give. */
export const rememberedCalls = {
  requestToken: { input: z.strictObject({ environmentId: environmentIdSchema }), output: tokenOutcomeSchema },
  introspectToken: {
    input: z.strictObject({ environmentId: environmentIdSchema, style: introspectionStyleSchema }),
    output: introspectionOutcomeSchema,
  },
  revokeToken: { input: z.strictObject({ environmentId: environmentIdSchema }), output: revocationOutcomeSchema },
  sendApiCall: {
    input: z.strictObject({
      environmentId: environmentIdSchema,
      /** The saved call that it is of, or the one that it becomes; absent for one that is sent once. */
      callId: z.string().min(1).max(64).optional(),
      request: apiRequestSchema,
      /** Absent is as the request says. One that is pasted is not remembered. */
      token: apiTokenChoiceSchema.exactOptional(),
    }),
    output: apiCallOutcomeSchema,
  },
}
export type RememberedCall = keyof typeof rememberedCalls

/** What the last run of a call gave. */
export interface LastOutcome<Name extends RememberedCall> {
  input: z.infer<(typeof rememberedCalls)[Name]['input']>
  outcome: z.infer<(typeof rememberedCalls)[Name]['output']>
  /** The exchange of the token that was held when it was started; empty where none was. */
  of: string
  /** When it came, in milliseconds since 1970. */
  at: number
}

export type LastOutcomes = { [Name in RememberedCall]: LastOutcome<Name>[] }

const lastOf = <Input extends z.ZodType, Outcome extends z.ZodType>(input: Input, outcome: Outcome) =>
  z.array(z.strictObject({ input, outcome, of: z.string(), at: z.number() }))

const { requestToken, introspectToken, revokeToken, sendApiCall } = rememberedCalls

/** Its type is written out: what TypeScript infers is too long to declare. */
export const lastOutcomesSchema: z.ZodType<LastOutcomes> = z.strictObject({
  requestToken: lastOf(requestToken.input, requestToken.output),
  introspectToken: lastOf(introspectToken.input, introspectToken.output),
  revokeToken: lastOf(revokeToken.input, revokeToken.output),
  sendApiCall: lastOf(sendApiCall.input, sendApiCall.output),
})
