import { foundKeyring, noKeyringText } from '../../electron/wording/secret-storage.ts'
import { assertNever } from '../../electron/common/assert-never.ts'
import type { SecretStorage } from '../../electron/contract/secret-storage.ts'
import { passphraseMinimum } from '../../electron/vocabulary/limits.ts'
import type { Look } from './StateIcon.tsx'

interface StorageText {
  look: Look
  word: string
  title: string
  sentence: string
}

/** The state of the storage of secrets, and what it means. */
export function storageText(storage: SecretStorage): StorageText {
  switch (storage.kind) {
    case 'ready':
      return {
        look: 'good',
        word: 'Ready',
        title: 'Secrets are encrypted in the workspace',
        sentence: `${counted(storage.stored)} stored, each sealed with AES-256-GCM. ${
          storage.protection === 'keyring'
            ? `${theKey(storage.stored)} is protected by the keyring${named(storage.backend)}.`
            : `${theKey(storage.stored)} is protected by your passphrase, which is asked for once after each start.`
        }`,
      }
    case 'new':
      return {
        look: 'good',
        word: 'Ready',
        title: 'Secrets are encrypted in the workspace',
        sentence: `Nothing is stored yet. The first secret that is saved makes a key, which the keyring${named(storage.backend)} will protect.`,
      }
    case 'unavailable':
      return {
        look: 'warn',
        word: 'Warning',
        title: 'There is no keyring that could protect secrets',
        sentence: `${noKeyringText} Nothing is ever stored in clear or merely obscured, so choose how to go on.`,
      }
    case 'locked':
      return storage.protection === 'keyring'
        ? {
            look: 'warn',
            word: 'Locked',
            title: 'The keyring does not answer',
            sentence: `${counted(storage.stored)} stored and kept, but cannot be opened until the keyring${named(storage.backend)} answers. One that is locked looks just like one that is missing: unlock or start it, then try again.`,
          }
        : {
            look: 'warn',
            word: 'Locked',
            title: 'The stored secrets are locked',
            sentence: `${counted(storage.stored)} stored. ${theKey(storage.stored)} is protected by your passphrase.`,
          }
    case 'changed':
      return {
        look: 'bad',
        word: 'Changed',
        title: 'The keyring is not the one that the secrets were stored with',
        sentence: `${counted(storage.stored)} stored and kept. They were stored with the keyring “${storage.backend}”; what answers now is “${foundKeyring(storage.backend, storage.found)}”. Bring the old one back and try again. If it is gone for good, forget them, and enter them again.`,
      }
    case 'damaged':
      return {
        look: 'bad',
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

const theKey = (count: number): string => (count === 1 ? 'Its key' : 'Their key')

const named = (backend: string): string => (backend === '' ? '' : ` (${backend})`)

/** What there is to know of a passphrase while it is typed. */
export function passphraseHint(typed: string): string {
  const missing = passphraseMinimum - typed.length
  if (typed === '')
    return `At least ${passphraseMinimum} characters; five or six random words are strong and can be remembered.`
  if (missing > 0) return missing === 1 ? '1 more character.' : `${missing} more characters.`
  if (new Set(typed).size < 5) return 'Long enough, but easily guessed: it is the same few characters.'
  return typed.length < 20 ? 'Long enough. More words make it stronger.' : 'Long enough.'
}
