import { z } from 'zod'
import { secretSourceSchema } from './secret-source.ts'

/**
 * Every secret of an environment, by the name of its field. The window can set one and not read it back, except by a
 * reveal that a person asks for and that is recorded.
 */
export const secretNameSchema = z.enum([
  'client_secret',
  /** PEM or JWK, for private_key_jwt. */
  'private_key',
  'private_key_passphrase',
  /** PEM, of the TLS client certificate. */
  'client_certificate_key',
  'client_certificate_passphrase',
  /** PEM or JWK; without one, a key is generated for the session. */
  'dpop_key',
  'proxy_password',
  /** What the app logs in with where a secret's source is HashiCorp Vault; always stored or of the session. */
  'vault_token',
  'vault_secret_id',
])
export type SecretName = z.infer<typeof secretNameSchema>

/**
 * What is bound to the origins that it may be sent to, and to the way there: the secrets; the assertion that a file holds;
 * what the SDKs of AWS and Azure find to log in with; the access token.
 */
export const originBoundSchema = z.enum([
  ...secretNameSchema.options,
  'client_assertion',
  'aws_login',
  'azure_login',
  'access_token',
])
export type OriginBound = z.infer<typeof originBoundSchema>

export const secretValueSchema = z.string().max(100_000)

/** What the app logs in with at a source cannot itself come from one. */
export const loginSecrets: ReadonlySet<SecretName> = new Set(['vault_token', 'vault_secret_id'])

/** Where each secret comes from; one that is not named is stored. */
export const secretSourcesSchema = z
  .partialRecord(secretNameSchema, secretSourceSchema)
  .refine(
    (sources) => [...loginSecrets].every((name) => /^(?:stored|session)$/.test(sources[name]?.kind ?? 'stored')),
    'What logs in at Vault is stored or of the session; it cannot come from another source.',
  )
export type SecretSources = z.infer<typeof secretSourcesSchema>

/**
 * Where a secret is: nowhere, encrypted in the workspace, in memory until the app ends, or with its source, which is asked
 * when it is needed. `setAt` is when a stored one was set, in milliseconds since 1970. `replacing` is true while a new
 * value waits to prove itself and the old one is kept.
 */
export const secretStateSchema = z.strictObject({
  kind: z.enum(['none', 'stored', 'session', 'source']),
  setAt: z.number().nullable(),
  replacing: z.boolean(),
})
export type SecretState = z.infer<typeof secretStateSchema>

/** The state of each secret. */
export const secretStatesSchema = z.record(secretNameSchema, secretStateSchema)
export type SecretStates = z.infer<typeof secretStatesSchema>

/** Secrets that are typed and not set yet. */
export const typedSecretsSchema = z.partialRecord(secretNameSchema, secretValueSchema)
export type TypedSecrets = z.infer<typeof typedSecretsSchema>
