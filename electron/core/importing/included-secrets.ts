import { type SecretName, secretNameSchema } from '../../contract/secret.ts'
import type { ImportResult } from '../../contract/sharing.ts'
import type { SecretStorage } from '../../contract/secret-storage.ts'
import { assertNever } from '../../common/assert-never.ts'
import { withSecret } from '../secrets/states.ts'
import type { CarriedByEnvironment } from '../shared-file/shared-file.ts'
import { idOf, type Step } from './apply.ts'
import type { WithSecretStore, WithSession } from '../core-context.ts'
import { errorMessage } from '../error-message.ts'

type StoreDeps = WithSession<'secrets'> & WithSecretStore<'set' | 'storage'>
type NotStored = Extract<ImportResult, { kind: 'applied' }>['notStored']

/**
 * Stores the secrets that a file carries, after its environments are there. One that cannot be stored is told of; it is
 * still in the file. It may go where the one that it replaces might, and nowhere else before a person allows it.
 */
export async function storeCarried(
  deps: StoreDeps,
  steps: readonly Exclude<Step, { kind: 'keep' }>[],
  carried: CarriedByEnvironment,
): Promise<NotStored> {
  const notStored: NotStored[number][] = []
  for (const step of steps) {
    const secrets = carried[step.read.id] ?? {}
    for (const name of secretNameSchema.options) {
      const value = secrets[name]
      if (value === undefined) continue
      const reason = await store(deps, step, name, value)
      if (reason !== null) notStored.push({ environmentName: step.read.value.name, name, reason })
    }
  }
  return notStored
}

/** Null when it was, else why not. */
async function store(
  { session, secretStore }: StoreDeps,
  step: Exclude<Step, { kind: 'keep' }>,
  name: SecretName,
  value: string,
): Promise<string | null> {
  const id = idOf(step)
  const kind = step.read.value.secretSources[name]?.kind ?? 'stored'
  if (kind === 'session') {
    session.secrets.set(id, withSecret(session.secrets.get(id) ?? {}, name, value))
    return null
  }
  if (kind !== 'stored') return 'Its source in the file is another one.'
  try {
    return (await secretStore.set(id, name, value, 'current')) ? null : reasonOf(await secretStore.storage())
  } catch (error) {
    return errorMessage(error)
  }
}

function reasonOf(storage: SecretStorage): string {
  switch (storage.kind) {
    case 'ready':
      return 'It could not be stored.'
    case 'new':
      return 'Nothing protects stored secrets yet: choose that in the settings, and import again.'
    case 'unavailable':
      return storage.reason
    case 'locked':
      return 'The stored secrets are locked: unlock them in the settings, and import again.'
    case 'changed':
      return 'The keyring is not the one that secrets were stored with.'
    case 'damaged':
      return 'The key of the stored secrets was changed on the disk: restore a backup, or forget them in the settings, and import again.'
    default:
      return assertNever(storage)
  }
}
