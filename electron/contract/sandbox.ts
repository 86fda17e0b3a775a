import { z } from 'zod'
import { sandboxChanges } from '../vocabulary/sandbox-changes.ts'
import { authMethodSchema } from './client-authentication.ts'

export const sandboxChangesSchema = z.array(z.enum(sandboxChanges)).max(sandboxChanges.length)

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
  /** The same endpoints over TLS, where a client certificate is asked for. @see RFC 8705 §5 */
  mtls_endpoint_aliases: z.strictObject({
    token_endpoint: z.string(),
    introspection_endpoint: z.string(),
    revocation_endpoint: z.string(),
  }),
  /** Base URL of the protected API, without a slash at its end; `mtlsApi` is the same API over TLS. */
  api: z.string(),
  mtlsApi: z.string(),
  /** Resource indicator that yields JWT access tokens for the API. */
  resource: z.string(),
  /** PEM of the authority that issued the TLS listeners' certificate. */
  ca: z.string(),
  /** PEM, made for this run: what the clients prove themselves by. */
  privateKey: z.string(),
  /** Keys of the same client for the algorithms that `privateKey`, which is RSA, does not fit. */
  otherPrivateKeys: z.strictObject({ ES256: z.string(), EdDSA: z.string() }),
  clientCertificate: z.strictObject({ certificate: z.string(), key: z.string() }),
  selfSignedCertificate: z.strictObject({ certificate: z.string(), key: z.string() }),
  /** `client_secret` is empty for clients that have none. */
  clients: z.array(
    z.strictObject({
      client_id: z.string(),
      client_secret: z.string(),
      methods: z.array(authMethodSchema),
      accessToken: z.enum(['jwt', 'opaque']),
    }),
  ),
})
export type SandboxFacts = z.infer<typeof sandboxFactsSchema>
