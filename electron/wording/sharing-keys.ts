import { assertNever } from '../common/assert-never.ts'
import type { SharingKeyProblem } from '../contract/sharing-key-problem.ts'

/** Why the keys for sharing were left as they were, and what to do. */
export function sharingKeyProblemText(problem: SharingKeyProblem): string {
  switch (problem.code) {
    case 'being_made':
      return 'The keys are being made. Wait a moment.'
    case 'storage_not_ready':
      return waysOut[problem.evidence.storage]
    case 'keys_exist':
      return 'You already have keys. Others use them, so they are not replaced.'
    case 'keys_not_stored':
      return 'The keys could not be stored. Check the storage of secrets in the settings.'
    case 'own_recipient':
      return 'This is your own recipient. To encrypt for others, add their recipients.'
    case 'unusable_recipient':
      return 'This is not a recipient: a character in it is wrong. Copy it again from its owner.'
    case 'author_not_remembered':
      return 'This author is not remembered. Import a file that the author signed.'
    case 'author_has_other_key':
      return `Another key was accepted for ${problem.evidence.name} meanwhile. Forget that one first.`
    default:
      return assertNever(problem)
  }
}

type Storage = Extract<SharingKeyProblem, { code: 'storage_not_ready' }>['evidence']['storage']

const waysOut: Readonly<Record<Storage, string>> = {
  unavailable:
    'There is no keyring. Set a passphrase for stored secrets first, in the settings: your own keys are stored with them.',
  locked: 'The stored secrets are locked. Unlock them first, in the settings: your own keys are stored with them.',
  changed:
    'The keyring is not the one that secrets were stored with. Go back to that one, or forget the stored secrets, in the settings.',
  damaged:
    'The key of the stored secrets was changed on the disk. Restore a backup, or forget the stored secrets, in the settings.',
}
