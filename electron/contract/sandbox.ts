import { z } from 'zod'

/** State of the built-in authorization server and API. */
export const sandboxStatusSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('starting') }),
  z.strictObject({ kind: z.literal('running'), issuer: z.string(), api: z.string() }),
  z.strictObject({ kind: z.literal('failed'), reason: z.string() }),
  /** This host brings no sandbox. */
  z.strictObject({ kind: z.literal('absent') }),
])
export type SandboxStatus = z.infer<typeof sandboxStatusSchema>

/** What a running sandbox says of itself: endpoints, and credentials made for this run. */
export const sandboxFactsSchema = z.strictObject({
  issuer: z.string(),
  token_endpoint: z.string(),
  introspection_endpoint: z.string(),
  revocation_endpoint: z.string(),
  jwks_uri: z.string(),
  /** Base URL of the protected API, without a slash at its end. */
  api: z.string(),
  /** Resource indicator that yields JWT access tokens for the API. */
  resource: z.string(),
  clients: z.array(
    z.strictObject({ client_id: z.string(), client_secret: z.string(), accessToken: z.enum(['jwt', 'opaque']) }),
  ),
})
export type SandboxFacts = z.infer<typeof sandboxFactsSchema>
