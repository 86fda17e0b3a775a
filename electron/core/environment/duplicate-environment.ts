import { freeName } from '../../common/free-name.ts'
import { recordEnvironment } from '../audit/record-environment.ts'
import { secretNameSchema } from '../../contract/secret.ts'
import type { WithSecretStore, WithSession, WithWorkspace } from '../core-context.ts'
import type { Ports } from '../ports.ts'
import type { SecretToStore } from '../secrets/secret-store.ts'
import type { StoredEnvironment } from '../workspace/tables/environments.ts'

/**
 * Copies an environment with its calls, its secrets and where they may go, in one transaction: all of it, or nothing. Null
 * when it is gone. Secrets that cannot be opened now are left out of the copy.
 */
export async function duplicateEnvironment(
  deps: Pick<Ports, 'newId' | 'now' | 'notify'> &
    WithWorkspace<'audit' | 'environments' | 'apiCalls' | 'secretBindings' | 'fromFiles' | 'unrecorded'> &
    WithSession<'secrets'> &
    WithSecretStore<'get' | 'save'>,
  environmentId: string,
): Promise<StoredEnvironment | null> {
  const { newId, secretStore, session } = deps
  const { environments, apiCalls, secretBindings, fromFiles, unrecorded } = deps.workspace
  const original = environments.get(environmentId)
  if (original === null) return null
  const taken = environments.summaries().map(({ name }) => name)
  const value = { ...original.value, name: copyName(original.value.name, taken) }
  const copy = { id: newId(), builtIn: false, value }
  // Sealed for the original, each has to be opened.
  const secrets: SecretToStore[] = []
  for (const name of secretNameSchema.options) {
    const opened = await secretStore.get(environmentId, name, 'current')
    if (opened?.ok === true) secrets.push({ name, value: opened.value, keepOld: false })
  }
  const write = (): boolean => {
    environments.add(copy)
    recordEnvironment(deps, copy.id, null, value, { copy_of: original.value.name })
    for (const call of apiCalls.list(environmentId)) apiCalls.put({ ...call, id: newId(), environmentId: copy.id })
    for (const bound of secretBindings.all(environmentId)) secretBindings.add(copy.id, bound)
    for (const setting of fromFiles.list(environmentId)) fromFiles.add(copy.id, setting)
    if (unrecorded.has(environmentId)) unrecorded.set(copy.id, false)
    return true
  }
  if (!(await secretStore.save(copy.id, secrets, write))) await secretStore.save(copy.id, [], write)
  const ofSession = session.secrets.get(environmentId)
  if (ofSession !== undefined) session.secrets.set(copy.id, ofSession)
  return copy
}

function copyName(name: string, taken: readonly string[]): string {
  const stem = name.slice(0, 180).replace(/ \(copy(?: \d+)?\)$/, '')
  return freeName(
    `${stem} (copy)`,
    (name) => taken.includes(name),
    (count) => `${stem} (copy ${count})`,
  )
}
