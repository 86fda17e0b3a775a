import { z } from 'zod'
import { environmentIdSchema } from './environment.ts'
import { httpUrlSchema } from './url.ts'

export const methodSchema = z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** What a person composes for a protected API. The access token is added when it is sent. @see RFC 6750 §2.1 */
export const apiRequestSchema = z.strictObject({
  method: methodSchema,
  url: httpUrlSchema,
  /** Sent as it is with `contentType`; empty means no body. */
  body: z.string().max(1_000_000, 'A body may have at most 1,000,000 characters.'),
  contentType: z
    .string()
    .trim()
    .max(200)
    .regex(/^[\x20-\x7E]*$/, 'A content type is plain ASCII text.'),
  followRedirects: z.boolean(),
})
export type ApiRequest = z.infer<typeof apiRequestSchema>

/** A saved request against a protected API. */
export const apiCallSchema = apiRequestSchema.extend({
  id: z.string(),
  environmentId: environmentIdSchema,
})
export type ApiCall = z.infer<typeof apiCallSchema>
