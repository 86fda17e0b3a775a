import type { CallInput } from '../../contract/calls.ts'
import type { SaveEnvironmentOutcome } from '../../contract/outcome.ts'
import { type SecretName, secretNameSchema } from '../../contract/secret.ts'
import type { WithSecretStore, WithSession } from '../core-context.ts'
import { recordDone } from '../audit/record.ts'
import { recordEnvironment } from '../audit/record-environment.ts'
import { bindOwnEdit, bindToOrigins } from './bind-secrets.ts'
import { forgetCachedSecrets } from './pending-secret.ts'
import type { Ports } from '../ports.ts'
import { sourceOf } from '../secrets/source.ts'
import { withSecret } from '../secrets/states.ts'
import { declaredSecrets } from '../variables/declared-secrets.ts'

const variablesName = 'secret_variables' as const

type Saved =
  | { kind: 'saved'; id: string; hasSecrets: boolean }
  | Extract<SaveEnvironmentOutcome, { kind: 'not_kept' | 'gone' }>

/**
 * Saves an environment with the secrets that are typed, in one transaction: all of it is kept, or nothing. The values of secret
 * variables that it declares no longer are deleted with it. What is accepted of a review stays as it is.
 */
export async function saveEnvironment(
  deps: Pick<Ports, 'newId' | 'now' | 'notify' | 'workspace'> &
    WithSession<'secrets' | 'secretCache'> &
    WithSecretStore<'get' | 'save' | 'storage'>,
  { id: known, value: given, secrets, keepOld }: CallInput<'saveEnvironment'>,
): Promise<Saved> {
  const { workspace, session, secretStore } = deps
  const { environments } = workspace
  const id = known ?? deps.newId()
  const typed = secretNameSchema.options.flatMap((name) => {
    const secret = secrets[name] ?? ''
    const { kind } = sourceOf(given, name)
    return secret === '' ? [] : [{ name, value: secret, keepOld: keepOld.includes(name), kind }]
  })
  const isTyped = typed.some(({ name }) => name === variablesName)
  const declared = known === null || isTyped ? null : await declaredSecrets(deps, known, given)
  let isThere = true
  const write = (): boolean => {
    const before = known === null ? null : (environments.get(known)?.value ?? null)
    isThere = known === null || before !== null
    if (!isThere) return false
    const value = before === null ? given : { ...given, accepted: before.accepted }
    if (before === null) environments.add({ id, builtIn: false, value })
    else environments.update(id, value)
    recordEnvironment(deps, id, before, value)
    bindOwnEdit(workspace, id, before, value)
    for (const { name } of typed) bindToOrigins(workspace, id, value, name)
    for (const { name, keepOld } of typed) {
      recordDone(deps, 'secret_set', id, { secret: name, ...(keepOld && { replaces: 'once_it_works' }) })
    }
    if (declared?.stored === '') workspace.secrets.delete(id, variablesName, 'current')
    return true
  }
  const left = declared?.stored ?? ''
  const toStore = [
    ...typed.filter(({ kind }) => kind === 'stored'),
    ...(left === '' ? [] : [{ name: variablesName, value: left, keepOld: false }]),
  ]
  if (!(await secretStore.save(id, toStore, write))) return { kind: 'not_kept', storage: await secretStore.storage() }
  if (!isThere) return { kind: 'gone' }
  const inMemory = (name: SecretName, secret: string) =>
    session.secrets.set(id, withSecret(session.secrets.get(id) ?? {}, name, secret))
  for (const { name, value: secret, kind } of typed) if (kind === 'session') inMemory(name, secret)
  if (declared !== null && declared.session !== null) inMemory(variablesName, declared.session)
  // What another login fetched says nothing of this one.
  if (typed.length > 0) forgetCachedSecrets(deps, id)
  return { kind: 'saved', id, hasSecrets: typed.length > 0 }
}
