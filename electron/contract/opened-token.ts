import { z } from 'zod'
import { checkReasonSchema } from './check-reasons.ts'
import { decodedTokenSchema } from './decoded-token.ts'
import { fieldProblemSchema } from './problem.ts'
import { jsonObjectSchema } from './json-object.ts'

/** The key to open a JWE with: one that the environment has, or a typed private JWK, PEM or shared secret. */
export const openingKeySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('environment') }),
  z.strictObject({
    kind: z.literal('key'),
    text: z
      .string()
      .min(1)
      .max(1 << 20),
  }),
])
export type OpeningKey = z.infer<typeof openingKeySchema>

/** @see RFC 7516 §5.2 */
export const openedTokenSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('opened'),
    by: z.enum(['private_key', 'client_secret', 'key']),
    inner: decodedTokenSchema,
    /** The token that was inside, when a pasted one was opened; null for one that an environment holds. */
    innerToken: z.string().nullable(),
    /** The claims when they were inside without a signature; `inner` is then no token. Else null. @see RFC 7519 §7.1 */
    claims: jsonObjectSchema.nullable(),
  }),
  /** `reason` is a code for `wording/checks.ts`. */
  z.strictObject({
    kind: z.literal('closed'),
    reason: checkReasonSchema,
    evidence: z.record(z.string(), z.string()),
  }),
  z.strictObject({ kind: z.literal('not_sent'), problems: z.array(fieldProblemSchema).readonly() }),
])
export type OpenedToken = z.infer<typeof openedTokenSchema>
