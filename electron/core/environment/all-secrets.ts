import { type SecretName, secretNameSchema } from '../../contract/secret.ts'
import type { ExportPreview } from '../../contract/sharing.ts'
import type { WithSecretStore, WithSession, WithWorkspace } from '../core-context.ts'
import { isSupplied } from '../secrets/source.ts'
import { secretValuesIn } from '../variables/secret-values.ts'
import type { StoredEnvironment } from '../workspace/tables/environments.ts'

type Unreadable = ExportPreview['unreadable'][number]

type PresentDeps = WithWorkspace<'secrets'> & WithSession<'secrets'>
export type AllSecretsDeps = WithWorkspace<'environments' | 'secrets'> &
  WithSession<'secrets' | 'oneTimeSecrets' | 'secretCache' | 'tokens'> &
  WithSecretStore<'get' | 'getValue'>

/** The secrets that an environment has, stored or of the session, by name. */
export function presentSecrets({ workspace, session }: PresentDeps, id: string): SecretName[] {
  const stored = new Set(workspace.secrets.list(id).map(({ name }) => name))
  const ofSession = session.secrets.get(id) ?? {}
  return secretNameSchema.options.filter((name) => stored.has(name) || (ofSession[name] ?? '') !== '')
}

/** The values that an export carries, by name; those that are asked for each time are nobody's to give away. */
export async function readSecrets(deps: PresentDeps & WithSecretStore<'get'>, { id, value }: StoredEnvironment) {
  const values = new Map<SecretName, string>()
  const unreadable: Unreadable[] = []
  for (const name of presentSecrets(deps, id)) {
    if (!isSupplied(value, name) || value.secretSources[name]?.kind === 'ask') continue
    const ofSession = deps.session.secrets.get(id)?.[name] ?? ''
    const opened =
      ofSession === '' ? await deps.secretStore.get(id, name, 'current') : ({ ok: true, value: ofSession } as const)
    if (opened === null) continue
    if (opened.ok) values.set(name, opened.value)
    else unreadable.push({ environmentName: value.name, name, reason: opened.reason })
  }
  return { values, unreadable }
}

/** Every secret that the app knows of, no matter what it belongs to, and those that cannot be read to be looked for. */
export async function allSecrets({ workspace, session, secretStore }: AllSecretsDeps) {
  const names = new Map(workspace.environments.list().map(({ id, value }) => [id, value.name]))
  const values: string[] = []
  const unreadable: Unreadable[] = []
  for (const { environmentId, name, slot } of workspace.secrets.all()) {
    const opened = await secretStore.get(environmentId, name, slot)
    if (opened?.ok === true) values.push(...textsOf(name, opened.value))
    else if (opened?.ok === false) {
      unreadable.push({ environmentName: names.get(environmentId) ?? '', name, reason: opened.reason })
    }
  }
  for (const name of ['age_identity', 'signing_key']) {
    const opened = await secretStore.getValue(name)
    if (opened?.ok === true) values.push(opened.value)
  }
  for (const secrets of [...session.secrets.values(), ...session.oneTimeSecrets.values()])
    for (const [name, secret] of Object.entries(secrets)) values.push(...textsOf(name, secret))
  for (const { value } of session.secretCache.values()) values.push(value)
  for (const { accessToken } of session.tokens.values()) values.push(accessToken)
  return { values: values.filter((value) => value !== ''), unreadable }
}

/** Each secret variable is a secret by itself. */
const textsOf = (name: string, value: string): string[] =>
  name === 'secret_variables' ? [...secretValuesIn(value).values()] : [value]
