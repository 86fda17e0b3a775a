import { type SecretName, secretNameSchema } from '../../contract/secret.ts'
import type { ImportResult } from '../../contract/sharing.ts'
import type { NotStored } from '../../contract/import-problem.ts'
import { mostSecretVariables } from '../../vocabulary/variable-rules.ts'
import { sourceOf } from '../secrets/source.ts'
import { withSecret } from '../secrets/states.ts'
import type { CarriedByEnvironment } from '../shared-file/shared-file.ts'
import { type Doing, idOf } from './apply.ts'
import { type AuditDeps, recordDone } from '../audit/record.ts'
import type { Ports } from '../ports.ts'
import type { WithSecretStore, WithSession } from '../core-context.ts'
import { systemFailureOf } from '../system-failure.ts'
import { sealedText, secretValuesIn } from '../variables/secret-values.ts'

type StoreDeps = AuditDeps & Pick<Ports, 'notify'> & WithSession<'secrets'> & WithSecretStore<'get' | 'set' | 'storage'>
type AllNotStored = Extract<ImportResult, { kind: 'applied' }>['notStored']

/**
 * Stores the secrets that a file carries, after its environments are there. One that cannot be stored is reported; it is
 * still in the file. Secret variables come to those that are there. A secret may go where the one that it replaces might, and nowhere else before a person allows it.
 */
export async function storeCarried(
  deps: StoreDeps,
  steps: readonly Doing[],
  carried: CarriedByEnvironment,
): Promise<AllNotStored> {
  const notStored: AllNotStored[number][] = []
  for (const step of steps) {
    const secrets = carried[step.read.id] ?? {}
    for (const name of secretNameSchema.options) {
      const value = secrets[name]
      if (value === undefined) continue
      const reason = await store(deps, step, name, value)
      if (reason === null) recordDone(deps, 'secret_set', idOf(step), { secret: name, from: 'file' })
      else notStored.push({ environmentName: step.read.value.name, name, reason })
    }
  }
  return notStored
}

/** Null when it was, else why not. */
async function store(
  { session, secretStore }: StoreDeps,
  step: Doing,
  name: SecretName,
  carried: string,
): Promise<NotStored | null> {
  const id = idOf(step)
  const { kind } = sourceOf(step.read.value, name)
  if (kind !== 'session' && kind !== 'stored') return { code: 'other_source', evidence: {} }
  const notReady = async (): Promise<NotStored> => ({
    code: 'storage_not_ready',
    evidence: { storage: (await secretStore.storage()).kind },
  })
  try {
    let value = carried
    if (name === 'secret_variables' && step.kind !== 'add') {
      const held =
        kind === 'session' ? (session.secrets.get(id)?.[name] ?? '') : await storedText(secretStore, id, name)
      if (held === null) return await notReady()
      value = sealedText(new Map([...secretValuesIn(held), ...secretValuesIn(carried)]))
      if (value.length > mostSecretVariables) return { code: 'too_many', evidence: { most: mostSecretVariables } }
    }
    if (kind === 'session') {
      session.secrets.set(id, withSecret(session.secrets.get(id) ?? {}, name, value))
      return null
    }
    return (await secretStore.set(id, name, value, 'current')) ? null : await notReady()
  } catch (error) {
    return { code: 'failed', evidence: { failure: systemFailureOf(error) } }
  }
}

/** Empty where there is none; null where it cannot be read. */
async function storedText({ get }: StoreDeps['secretStore'], id: string, name: SecretName): Promise<string | null> {
  const reading = await get(id, name, 'current')
  return reading === null ? '' : reading.ok ? reading.value : null
}
