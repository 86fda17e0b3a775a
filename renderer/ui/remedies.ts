import type { Remedy } from '../../electron/contract/finding.ts'
import type { SecretName } from '../../electron/contract/secret.ts'
import type { SecretStorage } from '../../electron/contract/secret-storage.ts'
import type { StorageChanges } from './storage-changes.ts'

export type AllowOrigin = Extract<Remedy, { kind: 'allow_origin' }>

/** How what kept a request from being sent is settled on the spot; the request is then made again. */
export interface Remedies {
  /** What making it again is called, such as "send". */
  verb: string
  allow: (remedy: AllowOrigin) => void
  answer: (secret: SecretName, value: string) => void
  /** Null while it is not known. */
  storage: SecretStorage | null
  changes: StorageChanges
  /** Leaves it at that. */
  dismiss: () => void
  pending: boolean
  error: Error | null
}
