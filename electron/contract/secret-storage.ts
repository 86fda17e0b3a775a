import { z } from 'zod'
import { passphraseMaximum, passphraseMinimum } from '../vocabulary/limits.ts'
import { reason } from './reason.ts'

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
  z.strictObject({ kind: z.literal('unavailable') }),
  /** The keyring does not answer, or the passphrase was not given yet. */
  z.strictObject({ kind: z.literal('locked'), protection: protectionSchema, backend: z.string(), stored: z.number() }),
  /** The keyring answers, but it is not the one that the secrets were stored with; where `found` is its name, it holds another key. */
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

/** Why what is stored cannot be opened. */
const sealedProblems = [
  reason('passphrase_needed', {}),
  reason('keyring_locked', {}),
  /** As `changed` above. */
  reason('keyring_changed', { backend: z.string(), found: z.string() }),
  reason('data_key_damaged', {}),
  /** The secret itself was changed on the disk; unlocking does not help. */
  reason('value_damaged', {}),
] as const
export const sealedProblemSchema = z.discriminatedUnion('code', sealedProblems)
export type SealedProblem = z.infer<typeof sealedProblemSchema>

/** Why the storage was left as it was. */
export const storageRefusalSchema = z.discriminatedUnion('code', [
  ...sealedProblems,
  reason('wrong_passphrase', {}),
  reason('no_keyring', {}),
  reason('nothing_stored', {}),
  /** `name` is that of a secret, or of a key for sharing. */
  reason('not_resealed', { name: z.string() }),
  /** Another process changed the key meanwhile. */
  reason('key_replaced', {}),
  reason('not_wrapped', { message: z.string() }),
])
export type StorageRefusal = z.infer<typeof storageRefusalSchema>

export const storageChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), storage: secretStorageSchema }),
  z.strictObject({ kind: z.literal('refused'), reason: storageRefusalSchema, storage: secretStorageSchema }),
])
export type StorageChange = z.infer<typeof storageChangeSchema>
