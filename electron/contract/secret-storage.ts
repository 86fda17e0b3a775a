import { z } from 'zod'
import { passphraseMaximum, passphraseMinimum } from '../vocabulary/limits.ts'

/** What wraps the key of the stored secrets. */
export const protectionSchema = z.enum(['keyring', 'passphrase'])
export type Protection = z.infer<typeof protectionSchema>

/**
 * Whether secrets can be stored and read now. A locked keyring looks exactly like a missing one, so while there is a
 * wrapped key it is called locked, and the stored secrets are kept.
 */
export const secretStorageSchema = z.discriminatedUnion('kind', [
  /** `stored` is the number of secrets that are. `backend` is the system's own name of its keyring, empty for a passphrase. */
  z.strictObject({ kind: z.literal('ready'), protection: protectionSchema, backend: z.string(), stored: z.number() }),
  /** Nothing was stored yet, and the keyring is there. */
  z.strictObject({ kind: z.literal('new'), backend: z.string() }),
  /** Nothing was stored yet, and there is no keyring that may be used. */
  z.strictObject({ kind: z.literal('unavailable'), reason: z.string() }),
  /** The keyring does not answer, or the passphrase was not given yet. */
  z.strictObject({ kind: z.literal('locked'), protection: protectionSchema, backend: z.string(), stored: z.number() }),
  /** The keyring answers, but it is not the one, or does not hold the key, that the secrets were stored with. */
  z.strictObject({
    kind: z.literal('changed'),
    backend: z.string(),
    found: z.string(),
    stored: z.number(),
  }),
  /** The key that the secrets were stored with cannot be read any longer: it was changed on the disk. */
  z.strictObject({ kind: z.literal('damaged'), stored: z.number() }),
])
export type SecretStorage = z.infer<typeof secretStorageSchema>

/** At least this many characters, for what protects a workspace or an export. */
export const passphraseSchema = z
  .string()
  .min(passphraseMinimum, `At least ${passphraseMinimum} characters.`)
  .max(passphraseMaximum)

export const storageChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), storage: secretStorageSchema }),
  z.strictObject({ kind: z.literal('refused'), message: z.string(), storage: secretStorageSchema }),
])
export type StorageChange = z.infer<typeof storageChangeSchema>

/** Something that was done with a secret, as it is recorded. */
export const auditEventSchema = z.strictObject({
  id: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  kind: z.enum([
    'secret_revealed',
    'secret_copied',
    'origin_allowed',
    'data_key_rotated',
    'protection_changed',
    'stored_secrets_forgotten',
    'backups_removed',
    'exported',
    'imported',
    'import_undone',
  ]),
  environmentId: z.string().nullable(),
  /** What it was about, by name, as plain text; never a secret. */
  detail: z.record(z.string(), z.string()),
})
export type AuditEvent = z.infer<typeof auditEventSchema>
