import { assertNever } from '../common/assert-never.ts'
import type { SealedProblem, StorageRefusal } from '../contract/secret-storage.ts'
import { secretLabels } from './secret-names.ts'
import { sentence } from './sentence.ts'

export const noKeyringText = 'This system offers no keyring that protects anything.'

/** The keyring that answers in the place of the one that secrets were stored with. */
export const foundKeyring = (backend: string, found: string): string =>
  backend === found ? `${found}, with another key` : found

/** Why what is stored cannot be opened, and what to do. */
export function sealedProblemText(problem: SealedProblem): string {
  switch (problem.code) {
    case 'passphrase_needed':
      return 'The stored secrets are locked. Enter the passphrase.'
    case 'keyring_locked':
      return 'The keyring is locked or does not run. Unlock it, then try again. If it stays locked, restart the app.'
    case 'keyring_changed': {
      const { backend, found } = problem.evidence
      return `The secrets were stored with ${backend}; the system now offers ${foundKeyring(backend, found)}.`
    }
    case 'data_key_damaged':
      return 'The key of the stored secrets was changed on the disk, so they cannot be opened. Restore a backup, or forget them in the settings and enter them again.'
    case 'value_damaged':
      return damaged
    default:
      return assertNever(problem)
  }
}

const damaged = 'What is stored cannot be opened: it was changed on the disk. Enter it again.'

/** Why the storage of secrets was left as it was. */
export function storageRefusalText(refusal: StorageRefusal): string {
  switch (refusal.code) {
    case 'wrong_passphrase':
      return 'This is not the passphrase.'
    case 'no_keyring':
      return noKeyringText
    case 'nothing_stored':
      return 'Nothing is stored yet.'
    case 'not_resealed':
      return `${labelOf(refusal.evidence.name)}: ${damaged}`
    case 'key_replaced':
      return 'Another process changed the key of the stored secrets meanwhile. Nothing was changed here; try again.'
    case 'not_wrapped':
      return `The key could not be protected: ${sentence(refusal.evidence.message)} Nothing was changed.`
    case 'passphrase_needed':
    case 'keyring_locked':
    case 'keyring_changed':
    case 'data_key_damaged':
    case 'value_damaged':
      return sealedProblemText(refusal)
    default:
      return assertNever(refusal)
  }
}

const ownKeys: Readonly<Record<string, string>> = {
  age_identity: 'Your key for encrypted files',
  signing_key: 'Your signing key',
}

function labelOf(name: string): string {
  return ownKeys[name] ?? Object.entries(secretLabels).find(([secret]) => secret === name)?.[1] ?? name
}
