import { z } from 'zod'

/** A member of a JSON object, its value as the exact source text: no digit is lost, duplicates stay separate. */
export const memberSchema = z.strictObject({
  name: z.string(),
  /** Source text of the value, for example `12345678901234567890` or `"api:read"`. */
  source: z.string(),
  /** True when the object has this name more than once. */
  duplicate: z.boolean(),
})
export type Member = z.infer<typeof memberSchema>

/** A JSON object as sent: `source` is the exact text, `members` its top level in order. */
export const jsonObjectSchema = z.strictObject({ source: z.string(), members: z.array(memberSchema).readonly() })
export type JsonObject = z.infer<typeof jsonObjectSchema>

/** What a string turned out to be. @see RFC 7515, RFC 7516, RFC 7519 */
export const decodedTokenSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('jws'),
    header: jsonObjectSchema,
    claims: jsonObjectSchema,
    signatureBytes: z.number(),
  }),
  z.strictObject({ kind: z.literal('jwe'), header: jsonObjectSchema }),
  /** Not a JWT; `form` names what it looks like. */
  z.strictObject({
    kind: z.literal('opaque'),
    form: z.enum(['reference', 'uuid', 'hex', 'paseto', 'sd_jwt']),
    length: z.number(),
  }),
  /** Looks like a JWT and is not one. `offset` counts characters from the start of the token. */
  z.strictObject({
    kind: z.literal('malformed'),
    segment: z.enum(['token', 'header', 'claims', 'signature']),
    offset: z.number(),
    reason: z.string(),
  }),
  z.strictObject({ kind: z.literal('empty') }),
])
export type DecodedToken = z.infer<typeof decodedTokenSchema>

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
  /** When the authorization server accepted its revocation, in milliseconds since 1970. */
  revokedAt: z.number().nullable(),
  /** The token response as received, tokens masked. */
  response: jsonObjectSchema,
  decoded: decodedTokenSchema,
  /** What the token is bound to, when the request proved possession of it. @see RFC 9449 §6, RFC 8705 §3 */
  binding: bindingSchema.nullable(),
  /** True when something that changes tokens (client, key, scopes …) was changed since; it is not reused then. */
  stale: z.boolean(),
  exchangeId: z.string(),
})
export type HeldToken = z.infer<typeof heldTokenSchema>

export const checkNameSchema = z.enum([
  'signature',
  'algorithm',
  'type',
  'issuer',
  'audience',
  'times',
  'scope',
  'rfc9068',
  'binding',
])
export type CheckName = z.infer<typeof checkNameSchema>

/** One check of a verification. `reason` is a code for `check-sentences.ts`, `evidence` what was compared. */
export const checkSchema = z.strictObject({
  name: checkNameSchema,
  result: z.enum(['passed', 'failed', 'noted', 'not_possible']),
  reason: z.string(),
  evidence: z.record(z.string(), z.string()),
})
export type Check = z.infer<typeof checkSchema>

export const verificationSchema = z.strictObject({
  verdict: z.enum(['genuine', 'not_genuine', 'undetermined']),
  checks: z.array(checkSchema).readonly(),
  /** The exchange that fetched the keys, when one was made. */
  exchangeId: z.string().nullable(),
})
export type Verification = z.infer<typeof verificationSchema>
