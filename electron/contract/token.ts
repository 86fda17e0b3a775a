import { z } from 'zod'
import { decodedTokenSchema } from './decoded-token.ts'
import { jsonObjectSchema } from './json-object.ts'

/** The times of a token by this computer's clock, in milliseconds since 1970, from the token response or its claims; null is unknown, never "for ever". */
export const lifetimeSchema = z.strictObject({ issuedAt: z.number(), expiresAt: z.number().nullable() })
export type Lifetime = z.infer<typeof lifetimeSchema>

/** The key that the app proved to hold: thumbprint of the DPoP key, or SHA-256 of the client certificate, base64url. */
export const bindingSchema = z.strictObject({ kind: z.enum(['dpop', 'certificate']), thumbprint: z.string() })
export type Binding = z.infer<typeof bindingSchema>

/** An access token that the app holds, without the token itself. */
export const heldTokenSchema = z.strictObject({
  environmentId: z.string(),
  /** The first characters and the length; never enough to use it. */
  masked: z.string(),
  token_type: z.string(),
  /** Source text of `expires_in`, or null when the answer has none. */
  expires_in: z.string().nullable(),
  /** Scope asked for and scope granted; granted is null when the answer does not say (then it equals the one asked, RFC 6749 §5.1). */
  scopeAsked: z.string(),
  scopeGranted: z.string().nullable(),
  lifetime: lifetimeSchema,
  /** Milliseconds by which the authorization server's clock is ahead of this computer's, by its answer. */
  clockOffset: z.number(),
  /** When the authorization server accepted its revocation, in milliseconds since 1970. */
  revokedAt: z.number().nullable(),
  /** The token response as received, tokens masked. */
  response: jsonObjectSchema,
  decoded: decodedTokenSchema,
  /** What the token is bound to, when the request proved possession of it. @see RFC 9449 §6, RFC 8705 §3 */
  binding: bindingSchema.nullable(),
  /** True when something that changes tokens (client, key, scopes …) was changed since; it is not reused then. */
  stale: z.boolean(),
  /** When the token that the environment held before was issued; null when it held none, or the same. */
  previousIssuedAt: z.number().nullable(),
  exchangeId: z.string(),
})
export type HeldToken = z.infer<typeof heldTokenSchema>
