import { type SecretName, secretNameSchema } from '../../contract/secret.ts'
import type { ImportResult } from '../../contract/sharing.ts'
import type { NotStored } from '../../contract/import-problem.ts'
import { withSecret } from '../secrets/states.ts'
import type { CarriedByEnvironment } from '../shared-file/shared-file.ts'
import { idOf, type Step } from './apply.ts'
import type { WithSecretStore, WithSession } from '../core-context.ts'
import { systemFailureOf } from '../system-failure.ts'

type StoreDeps = WithSession<'secrets'> & WithSecretStore<'set' | 'storage'>
type AllNotStored = Extract<ImportResult, { kind: 'applied' }>['notStored']

/**
 * Stores the secrets that a file carries, after its environments are there. One that cannot be stored is reported; it is
 * still in the file. It may go where the one that it replaces might, and nowhere else before a person allows it.
 */
export async function storeCarried(
  deps: StoreDeps,
  steps: readonly Exclude<Step, { kind: 'keep' }>[],
  carried: CarriedByEnvironment,
): Promise<AllNotStored> {
  const notStored: AllNotStored[number][] = []
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
): Promise<NotStored | null> {
  const id = idOf(step)
  const kind = step.read.value.secretSources[name]?.kind ?? 'stored'
  if (kind === 'session') {
    session.secrets.set(id, withSecret(session.secrets.get(id) ?? {}, name, value))
    return null
  }
  if (kind !== 'stored') return { code: 'other_source', evidence: {} }
  try {
    if (await secretStore.set(id, name, value, 'current')) return null
    return { code: 'storage_not_ready', evidence: { storage: (await secretStore.storage()).kind } }
  } catch (error) {
    return { code: 'failed', evidence: { failure: systemFailureOf(error) } }
  }
}
