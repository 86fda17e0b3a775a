import { z } from 'zod'
import { bodyRule, contentTypeRule } from '../vocabulary/api-request-rules.ts'
import { httpMethods } from '../vocabulary/http-methods.ts'
import { environmentIdSchema } from './environment.ts'
import { text } from './text.ts'
import { httpUrlSchema } from './url.ts'

/** What a person composes for a protected API. The access token is added when it is sent. @see RFC 6750 §2.1 */
export const apiRequestSchema = z.strictObject({
  method: z.enum(httpMethods),
  url: httpUrlSchema,
  /** Sent as it is with `contentType`; empty means no body. */
  body: text(bodyRule),
  contentType: text(contentTypeRule),
  followRedirects: z.boolean(),
})
export type ApiRequest = z.infer<typeof apiRequestSchema>

/** A saved request against a protected API. */
export const apiCallSchema = apiRequestSchema.extend({
  id: z.string(),
  environmentId: environmentIdSchema,
})
export type ApiCall = z.infer<typeof apiCallSchema>
