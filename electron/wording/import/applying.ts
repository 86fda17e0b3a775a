import { assertNever } from '../../common/assert-never.ts'
import type { NotStored, UndoProblem } from '../../contract/import-problem.ts'
import { noKeyringText } from '../secret-storage.ts'
import { systemFailureText } from '../system-failure.ts'

/** Why a secret of a file was not stored with its environment. */
export function notStoredText(reason: NotStored): string {
  switch (reason.code) {
    case 'other_source':
      return 'Its source in the file is another one.'
    case 'too_many':
      return `All secret variables of an environment together may have ${reason.evidence.most.toLocaleString('en-US')} characters. Set fewer of them.`
    case 'storage_not_ready':
      return storages[reason.evidence.storage]
    case 'failed':
      return systemFailureText(reason.evidence.failure)
    default:
      return assertNever(reason)
  }
}

type Storage = Extract<NotStored, { code: 'storage_not_ready' }>['evidence']['storage']

const storages: Readonly<Record<Storage, string>> = {
  ready: 'It could not be stored.',
  new: 'Nothing protects stored secrets yet: choose that in the settings, and import again.',
  unavailable: noKeyringText,
  locked: 'The stored secrets are locked: unlock them in the settings, and import again.',
  changed: 'The keyring is not the one that secrets were stored with.',
  damaged:
    'The key of the stored secrets was changed on the disk: restore a backup, or forget them in the settings, and import again.',
}

/** Why an import cannot be undone. */
export function undoProblemText(problem: UndoProblem): string {
  switch (problem.code) {
    case 'forgotten':
      return 'This import can no longer be undone.'
    case 'environment_deleted':
      return `An environment of this import was deleted since. ${nothing}`
    case 'environment_changed':
      return `"${problem.evidence.name}" was changed since it was imported, and undoing would lose that. ${nothing}`
    case 'data_key_changed':
      return `The key of the stored secrets was changed since, so the earlier secrets cannot be restored. ${nothing}`
    case 'nothing_changed':
      return 'This import changed nothing.'
    case 'failed':
      return `${systemFailureText(problem.evidence.failure)} ${nothing}`
    default:
      return assertNever(problem)
  }
}

const nothing = 'Nothing was undone.'
