import { z } from 'zod'
import { assertionResultSchema } from './assertion.ts'
import { comparisonRowSchema } from './comparison.ts'
import { exchangeRequestSchema, transportFailureSchema } from './exchange.ts'
import { checkedSchema } from './diagnosis.ts'
import { findingSchema } from './finding.ts'
import { fieldProblemSchema } from './problem.ts'
import { environmentSchema } from './environment.ts'
import { saveProblemSchema } from './save-problem.ts'
import { secretStorageSchema } from './secret-storage.ts'
import { heldTokenSchema } from './token.ts'
import { jsonObjectSchema } from './json-object.ts'

const findings = z.array(findingSchema).readonly()
const exchangeId = z.string()
/** What was looked at to say why it failed; absent of what went well. */
const checked = z.array(checkedSchema).readonly().exactOptional()

/** Something in the environment keeps the request from being sent. Nothing left this computer. */
const notSent = z.strictObject({ kind: z.literal('not_sent'), problems: z.array(fieldProblemSchema).readonly() })
/** No complete answer came: network, TLS, time limit, size cap, or cancelled. */
const unreachable = z.strictObject({
  kind: z.literal('unreachable'),
  failure: transportFailureSchema,
  findings,
  checked,
  exchangeId,
})
/** An answer came that the standard does not allow. */
const nonconformant = z.strictObject({
  kind: z.literal('nonconformant'),
  status: z.number(),
  findings,
  checked,
  exchangeId,
})

/** An error response. @see RFC 6749 §5.2 */
export const oauthErrorSchema = z.strictObject({
  error: z.string(),
  error_description: z.string().nullable(),
  error_uri: z.string().nullable(),
})
export type OAuthError = z.infer<typeof oauthErrorSchema>

const refused = z.strictObject({
  kind: z.literal('refused'),
  status: z.number(),
  error: oauthErrorSchema,
  findings,
  checked,
  exchangeId,
})

export const tokenOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('issued'), token: heldTokenSchema, findings, exchangeId }),
  refused,
  nonconformant,
  unreachable,
  notSent,
])
export type TokenOutcome = z.infer<typeof tokenOutcomeSchema>

/** The claims of the token (left) beside the members of the answer (right); null where the token's claims cannot be read. */
const comparison = z.array(comparisonRowSchema).readonly().nullable()

/** @see RFC 7662 §2.2 */
export const introspectionOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('active'), response: jsonObjectSchema, comparison, findings, exchangeId }),
  z.strictObject({
    kind: z.literal('inactive'),
    response: jsonObjectSchema,
    comparison,
    findings,
    checked,
    exchangeId,
  }),
  refused,
  nonconformant,
  unreachable,
  notSent,
])
export type IntrospectionOutcome = z.infer<typeof introspectionOutcomeSchema>

/** @see RFC 7009 §2.2: 200 says "accepted", never "was valid" */
export const revocationOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accepted'), findings, exchangeId }),
  refused,
  nonconformant,
  unreachable,
  notSent,
])
export type RevocationOutcome = z.infer<typeof revocationOutcomeSchema>

const publishedList = z.array(z.string()).nullable()

/** What a metadata document says of this flow; null where it says nothing. @see RFC 8414 §2, OpenID Connect Discovery §3, RFC 8705 §5, RFC 9449 §5.1 */
export const metadataSchema = z.strictObject({
  issuer: z.string(),
  /** The issuer that the server's access tokens name when it is another one (AD FS). */
  access_token_issuer: z.string().nullable(),
  token_endpoint: z.string().nullable(),
  introspection_endpoint: z.string().nullable(),
  revocation_endpoint: z.string().nullable(),
  jwks_uri: z.string().nullable(),
  token_endpoint_auth_methods_supported: publishedList,
  token_endpoint_auth_signing_alg_values_supported: publishedList,
  introspection_endpoint_auth_methods_supported: publishedList,
  scopes_supported: publishedList,
  grant_types_supported: publishedList,
  dpop_signing_alg_values_supported: publishedList,
  tls_client_certificate_bound_access_tokens: z.boolean().nullable(),
  mtls_endpoint_aliases: z
    .strictObject({
      token_endpoint: z.string().nullable(),
      introspection_endpoint: z.string().nullable(),
      revocation_endpoint: z.string().nullable(),
    })
    .nullable(),
})
export type Metadata = z.infer<typeof metadataSchema>

export const discoveryOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('found'), url: z.string(), metadata: metadataSchema, findings, exchangeId }),
  /** A normal case: the server publishes nothing at any of the usual addresses, so its endpoints are entered by hand. */
  z.strictObject({
    kind: z.literal('none'),
    tried: z.array(z.strictObject({ url: z.string(), status: z.number() })).readonly(),
    findings,
    checked,
    exchangeId,
  }),
  nonconformant,
  unreachable,
  notSent,
])
export type DiscoveryOutcome = z.infer<typeof discoveryOutcomeSchema>

/** A public key of a JWKS. `thumbprint` is that of RFC 7638 with SHA-256; null when the key cannot be read. */
export const publishedKeySchema = z.strictObject({
  kid: z.string().nullable(),
  kty: z.string(),
  /** Curve, or size in bits. */
  size: z.string().nullable(),
  use: z.string().nullable(),
  alg: z.string().nullable(),
  thumbprint: z.string().nullable(),
})
export type PublishedKey = z.infer<typeof publishedKeySchema>

export const keysOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keys'), keys: z.array(publishedKeySchema).readonly(), findings, exchangeId }),
  nonconformant,
  unreachable,
  notSent,
])
export type KeysOutcome = z.infer<typeof keysOutcomeSchema>

/** The token request as it would go out now, masked unless `revealed`; or what keeps it from being sent. */
export const previewOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('request'),
    request: exchangeRequestSchema,
    /** The same as a curl command, masked as the request is. */
    curl: z.string(),
    /** The proxy it would go through, without credentials; null is none. */
    proxy: z.string().nullable(),
    revealed: z.boolean(),
    findings,
  }),
  notSent,
])
export type PreviewOutcome = z.infer<typeof previewOutcomeSchema>

export const copyOutcomeSchema = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('copied') }), notSent])
export type CopyOutcome = z.infer<typeof copyOutcomeSchema>

/** `variables` names what has to be set before a copied command or program runs. */
const variables = z.array(z.string())
export const writtenOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('written'), text: z.string(), variables }),
  notSent,
])
export type WrittenOutcome = z.infer<typeof writtenOutcomeSchema>

export const copiedAsOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('copied'), variables }),
  notSent,
])
export type CopiedAsOutcome = z.infer<typeof copiedAsOutcomeSchema>

export const saveOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('saved'), path: z.string() }),
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({ kind: z.literal('failed'), reason: saveProblemSchema }),
])
export type SaveOutcome = z.infer<typeof saveOutcomeSchema>

/** A `WWW-Authenticate` challenge. @see RFC 6750 §3 */
export const challengeSchema = z.strictObject({
  scheme: z.string(),
  error: z.string().nullable(),
  error_description: z.string().nullable(),
  scope: z.string().nullable(),
})
export type Challenge = z.infer<typeof challengeSchema>

/**
 * Which token a call carried: the one that was held, a new one that was obtained first, a new one after the held one was
 * refused with 401, one that was pasted, or none.
 */
export const tokenUseSchema = z.enum(['reused', 'new', 'renewed', 'pasted', 'none'])
export type TokenUse = z.infer<typeof tokenUseSchema>

export const apiCallOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answered'),
    status: z.number(),
    statusText: z.string(),
    challenge: challengeSchema.nullable(),
    tokenUse: tokenUseSchema,
    /** One for each assertion of the call; absent where it has none. */
    assertions: z.array(assertionResultSchema).readonly().exactOptional(),
    findings,
    checked,
    exchangeId,
  }),
  unreachable,
  notSent,
  /** The call needed a token and none could be had. */
  z.strictObject({ kind: z.literal('no_token'), token: tokenOutcomeSchema }),
])
export type ApiCallOutcome = z.infer<typeof apiCallOutcomeSchema>

/**
 * `not_kept` and `gone` leave everything as it was: the storage of secrets is not ready, and says why; or there is no such
 * environment.
 */
export const saveEnvironmentOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('saved'), environment: environmentSchema }),
  z.strictObject({ kind: z.literal('not_kept'), storage: secretStorageSchema }),
  z.strictObject({ kind: z.literal('gone') }),
])
export type SaveEnvironmentOutcome = z.infer<typeof saveEnvironmentOutcomeSchema>

/** Why a certificate is not accepted: there is no such environment; never in production; the exchange showed another one. */
export const notAcceptedSchema = z.enum(['gone', 'production', 'other_certificate'])
export type NotAccepted = z.infer<typeof notAcceptedSchema>

export const acceptOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accepted') }),
  z.strictObject({ kind: z.literal('not_accepted'), reason: notAcceptedSchema }),
])
export type AcceptOutcome = z.infer<typeof acceptOutcomeSchema>

export const revealOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('revealed'), value: z.string() }),
  z.strictObject({ kind: z.literal('not_there'), problem: fieldProblemSchema }),
])
export type RevealOutcome = z.infer<typeof revealOutcomeSchema>
