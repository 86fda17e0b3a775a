import { z } from 'zod'
import { apiRequestSchema } from './api-call.ts'
import { environmentIdSchema } from './environment.ts'

const ofEnvironment = { environmentId: environmentIdSchema }

/**
 * What of a call is not recorded: `masked` parts have the variable `variable` in their place, so that nothing is sent before each
 * is given again. `name` is that of a header field, a parameter or a form field; empty for the path and the body.
 */
const missingPartSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('masked'),
    place: z.enum(['url', 'query', 'header', 'body']),
    name: z.string(),
    variable: z.string(),
  }),
  /** The body was binary, or larger than what is recorded. */
  z.strictObject({ kind: z.literal('body') }),
])
export type MissingPart = z.infer<typeof missingPartSchema>

/** How a recorded request can be sent again. */
export const sendAgainSchema = z.discriminatedUnion('kind', [
  /** By the screen of its environment that sends such requests. */
  z.strictObject({
    kind: z.literal('screen'),
    screen: z.enum(['token', 'introspection', 'revocation', 'discovery', 'keys']),
    ...ofEnvironment,
  }),
  z.strictObject({ kind: z.literal('saved_call'), callId: z.string(), ...ofEnvironment }),
  /** As a new call: it was never saved, or what is saved under `savedAs` would send something else. */
  z.strictObject({
    kind: z.literal('new_call'),
    request: apiRequestSchema,
    missing: z.array(missingPartSchema).readonly(),
    savedAs: z.strictObject({ callId: z.string(), name: z.string() }).nullable(),
    ...ofEnvironment,
  }),
  /** Its environment is gone, or it had none. */
  z.strictObject({ kind: z.literal('no_environment') }),
  /** What is recorded cannot be a call here, such as a URL that is too long. */
  z.strictObject({ kind: z.literal('not_a_call') }),
])
export type SendAgain = z.infer<typeof sendAgainSchema>
