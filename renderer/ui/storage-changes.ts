/** What can be done about the storage of secrets. A passphrase of null means the keyring. */
export type StorageAct =
  | { kind: 'unlock'; passphrase: string | null }
  | { kind: 'protect'; passphrase: string | null }
  | { kind: 'rotate' }
  | { kind: 'forget' }

export interface StorageChanges {
  make: (act: StorageAct) => void
  pending: boolean
  /** Why the last one was refused. */
  refusal: string | null
  /** What was done last. */
  done: StorageAct['kind'] | null
}
