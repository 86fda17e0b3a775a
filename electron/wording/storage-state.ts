import { foundKeyring, noKeyringText } from './secret-storage.ts'
import { assertNever } from '../common/assert-never.ts'
import type { SecretStorage } from '../contract/secret-storage.ts'

interface StorageText {
  word: string
  title: string
  sentence: string
}

/** The state of the storage of secrets, and what it means. */
export function storageText(storage: SecretStorage): StorageText {
  switch (storage.kind) {
    case 'ready':
      return {
        word: 'Ready',
        title: 'Secrets are encrypted in the workspace',
        sentence: `${storage.stored === 0 ? 'Nothing is stored yet.' : `${counted(storage.stored)} stored, each sealed with AES-256-GCM.`} ${
          storage.protection === 'keyring'
            ? `${theKey(storage.stored)} is protected by the keyring${named(storage.backend)}.`
            : `${theKey(storage.stored)} is protected by your passphrase, which is asked for once after each start.`
        }`,
      }
    case 'new':
      return {
        word: 'Ready',
        title: 'Secrets are encrypted in the workspace',
        sentence: `Nothing is stored yet. The first secret that is saved makes a key, which the keyring${named(storage.backend)} will protect.`,
      }
    case 'unavailable':
      return {
        word: 'Warning',
        title: 'There is no keyring that could protect secrets',
        sentence: `${noKeyringText} Nothing is ever stored in clear or merely obscured, so choose how to go on.`,
      }
    case 'locked':
      return storage.protection === 'keyring'
        ? {
            word: 'Locked',
            title: 'The keyring does not answer',
            sentence: `${counted(storage.stored)} stored and kept, but cannot be opened until the keyring${named(storage.backend)} answers. One that is locked looks just like one that is missing: unlock or start it, then try again.`,
          }
        : {
            word: 'Locked',
            title: 'The stored secrets are locked',
            sentence: `${counted(storage.stored)} stored. ${theKey(storage.stored)} is protected by your passphrase.`,
          }
    case 'changed':
      return {
        word: 'Changed',
        title: 'The keyring is not the one that the secrets were stored with',
        sentence: `${counted(storage.stored)} stored and kept. They were stored with the keyring “${storage.backend}”; what answers now is “${foundKeyring(storage.backend, storage.found)}”. Bring the old one back and try again. If it is gone for good, forget them, and enter them again.`,
      }
    case 'damaged':
      return {
        word: 'Damaged',
        title: 'The key of the stored secrets was changed on the disk',
        sentence: `${counted(storage.stored)} stored and kept, but cannot be opened without that key. A backup of the workspace may still hold it, and can be restored by hand. Or forget them, and enter them again.`,
      }
    default:
      return assertNever(storage)
  }
}

/** `1 secret is`, `3 secrets are`. */
export const counted = (count: number): string => (count === 1 ? '1 secret is' : `${count} secrets are`)

const theKey = (count: number): string => (count === 0 ? 'The key' : count === 1 ? 'Its key' : 'Their key')

const named = (backend: string): string => (backend === '' ? '' : ` (${backend})`)
