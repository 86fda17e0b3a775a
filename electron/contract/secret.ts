import { z } from 'zod'

/**
 * Every secret of an environment, by the name of its field. The window can set one and not read it back; it sees what a
 * request would carry of it when a person asks for that (`previewTokenRequest` with `reveal`).
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
])
export type SecretName = z.infer<typeof secretNameSchema>

export const secretValueSchema = z.string().max(100_000)

/** Where a secret is: nowhere, or in memory until the app ends. */
export const secretStateSchema = z.enum(['none', 'session'])

/** The state of each secret. */
export const secretStatesSchema = z.record(secretNameSchema, secretStateSchema)
export type SecretStates = z.infer<typeof secretStatesSchema>

/** Secrets that are typed and not set yet, for a preview. */
export const typedSecretsSchema = z.partialRecord(secretNameSchema, secretValueSchema)
export type TypedSecrets = z.infer<typeof typedSecretsSchema>
