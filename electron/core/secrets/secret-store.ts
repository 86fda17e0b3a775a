import type { SecretName } from '../../contract/secret.ts'
import type { SealedProblem, SecretStorage, StorageChange } from '../../contract/secret-storage.ts'
import type { Slot } from '../workspace/tables/secrets.ts'

/** What was stored, opened; or why it cannot be. */
export type Opened = { ok: true; value: string } | { ok: false; reason: SealedProblem }

/** With `keepOld`, the one in use stays in use until the new one has obtained a token. */
export interface SecretToStore {
  name: SecretName
  value: string
  keepOld: boolean
}

/** Secrets on disk: sealed with AES-256-GCM under one random key, which the keyring or a passphrase wraps. */
export interface SecretStore {
  storage: () => Promise<SecretStorage>
  /** Null when there is none. */
  get: (environmentId: string, name: SecretName, slot: Slot) => Promise<Opened | null>
  /**
   * False when the storage is not ready; nothing is changed then. One that is current from now on ends what waited to
   * follow the one before.
   */
  set: (environmentId: string, name: SecretName, value: string, slot: Slot) => Promise<boolean>
  /**
   * Several at once, after the work in `first`, all in one transaction: a disk that is full keeps all of it or nothing. When
   * `first` answers false, no secret is stored. Without secrets the storage need not be ready.
   */
  save: (environmentId: string, secrets: readonly SecretToStore[], first: () => boolean) => Promise<boolean>
  /** A sealed text that belongs to no environment. */
  getValue: (name: string) => Promise<Opened | null>
  setValue: (name: string, value: string) => Promise<boolean>
  /**
   * The same, together with the work in `also`, where what is stored is still `of`: sealed, null for nothing. Nothing is done when
   * it is something else, or the storage is not ready.
   */
  replaceValue: (name: string, value: string, of: Uint8Array | null, also: () => void) => Promise<void>
  unlock: (passphrase: string | null) => Promise<StorageChange>
  /** Wraps the key by the keyring when `passphrase` is null, else by the passphrase; makes the key if there is none. */
  protect: (passphrase: string | null) => Promise<StorageChange>
  rotate: () => Promise<StorageChange>
  forget: () => Promise<StorageChange>
}
