import type { UndoProblem } from '../../contract/import-problem.ts'
import type { SecretName, TypedSecrets } from '../../contract/secret.ts'
import { secretNames } from '../../vocabulary/secret-names.ts'
import { canonicalJson } from '../json/canonical-json.ts'
import type { WaySetting } from '../../contract/way.ts'
import type { Bound } from '../workspace/tables/secret-bindings.ts'
import type { StoredEnvironment } from '../workspace/tables/environments.ts'
import type { SealedSecret } from '../workspace/tables/secrets.ts'
import { forgetSession } from '../environment/forget.ts'
import type { CallsChanged } from './apply.ts'
import type { WithSession, WithWorkspace } from '../core-context.ts'
import type { Session } from '../session.ts'
import type { Ports } from '../ports.ts'

/** What an environment was before an import changed it. */
export interface EnvironmentSnapshot {
  environment: StoredEnvironment
  /** Its own calls that were taken away or changed, and those that came. */
  calls: CallsChanged
  /** Where its secrets might go. */
  origins: readonly Bound[]
  fromFiles: readonly WaySetting[]
  ofSession: TypedSecrets | undefined
  /** Sealed, of those that the file carries: the one in use, and one that waited. */
  secrets: ReadonlyMap<SecretName, readonly SealedSecret[]>
}

/** What an import did, so that it can be taken back. */
export interface Applied {
  added: readonly string[]
  replaced: readonly EnvironmentSnapshot[]
  /** The author who was not known before. */
  pinned: string | null
  /** What was there right after it, by environment. */
  after: ReadonlyMap<string, ImportedState>
  /** What the sealed secrets of before were sealed with. */
  dataKey: string
}

/** What a person can change of an environment; as text, to compare. */
export interface ImportedState {
  settings: string
  /** Where secrets come from. */
  sources: ReadonlyMap<SecretName, string>
  /** What is stored or of the session. */
  secrets: ReadonlyMap<SecretName, string>
}

type StateDeps = WithWorkspace<'environments' | 'apiCalls' | 'secrets'> & WithSession<'secrets'>
type RestoreDeps = WithWorkspace<'environments' | 'apiCalls' | 'secrets' | 'contacts' | 'secretBindings' | 'fromFiles'>

const slots = ['current', 'next'] as const

export function snapshot(
  deps: WithWorkspace<'secrets' | 'secretBindings' | 'fromFiles'> & WithSession<'secrets'>,
  environment: StoredEnvironment,
  carried: readonly SecretName[],
): EnvironmentSnapshot {
  const { secrets, secretBindings, fromFiles } = deps.workspace
  const { id } = environment
  return {
    environment,
    calls: { added: [], taken: [], changed: [] },
    origins: secretBindings.all(id),
    fromFiles: fromFiles.list(id),
    ofSession: deps.session.secrets.get(id),
    secrets: new Map(carried.map((name) => [name, slots.flatMap((slot) => secrets.get(id, name, slot) ?? [])])),
  }
}

export const dataKeyOf = (deps: WithWorkspace<'dataKey'>): string => canonicalJson(deps.workspace.dataKey.get())

/** What an environment is now; null when it is gone. */
export function stateOf({ workspace, session }: StateDeps, id: string): ImportedState | null {
  const { environments, apiCalls, secrets } = workspace
  const stored = environments.get(id)
  if (stored === null) return null
  const rows = secrets.list(id)
  const ofSession = session.secrets.get(id) ?? {}
  const held = secretNames.flatMap((name) => {
    const ofName = rows.filter((row) => row.name === name)
    const typed = ofSession[name]
    return ofName.length === 0 && typed === undefined ? [] : [[name, JSON.stringify([ofName, typed])] as const]
  })
  const { secretSources, ...others } = stored.value
  const sources = secretNames.map((name) => [name, JSON.stringify(secretSources[name] ?? null)] as const)
  return {
    settings: JSON.stringify([{ ...stored, value: others }, apiCalls.fingerprint(id)]),
    sources: new Map(sources),
    secrets: new Map(held),
  }
}

/**
 * Whether something that was there was changed. A secret that was supplied since is what an import waits for, and no change
 * of it, even where it is kept for the session instead.
 */
function isChanged(before: ImportedState, now: ImportedState): boolean {
  const isSupplied = (name: SecretName) => !before.secrets.has(name) && now.secrets.has(name)
  return (
    before.settings !== now.settings ||
    secretNames.some((name) => before.sources.get(name) !== now.sources.get(name) && !isSupplied(name)) ||
    [...before.secrets].some(([name, text]) => now.secrets.get(name) !== text)
  )
}

/** Why an import cannot be taken back any more; null when it can. */
export function obstacleOf(
  deps: StateDeps & WithWorkspace<'dataKey'>,
  { added, replaced, after, dataKey }: Applied,
): UndoProblem | null {
  for (const [id, state] of after) {
    const now = stateOf(deps, id)
    if (now !== null && !isChanged(state, now)) continue
    const name = deps.workspace.environments.get(id)?.value.name
    return name === undefined
      ? { code: 'environment_deleted', evidence: {} }
      : { code: 'environment_changed', evidence: { name } }
  }
  const overwrote = replaced.some(({ secrets }) => [...secrets.values()].some((sealed) => sealed.length > 0))
  if (overwrote && dataKeyOf(deps) !== dataKey) return { code: 'data_key_changed', evidence: {} }
  return added.length + replaced.length === 0 ? { code: 'nothing_changed', evidence: {} } : null
}

/** Puts everything back, within a transaction that is under way. What was added is set aside, to be erased in steps. */
export function restore(
  deps: Pick<Ports, 'newId' | 'now'> & RestoreDeps,
  { added, replaced, pinned, after }: Applied,
): void {
  const { environments, apiCalls, secrets, contacts, secretBindings, fromFiles } = deps.workspace
  for (const id of added) {
    if (apiCalls.count(id) === 0) environments.erase(id)
    else {
      environments.delete(id, deps.now())
      for (const { name, slot } of secrets.list(id)) secrets.delete(id, name, slot)
    }
  }
  for (const { environment, calls, origins: bound, fromFiles: fromFile, secrets: sealed } of replaced) {
    const { id, value, unknown } = environment
    environments.update(id, value)
    environments.keepUnknown(id, unknown ?? {})
    apiCalls.deleteAll(calls.added)
    apiCalls.updateAll(calls.changed)
    apiCalls.putBackAll(calls.taken, deps.newId)
    secretBindings.clearAll(id)
    for (const each of bound) secretBindings.add(id, each)
    fromFiles.clear(id)
    for (const setting of fromFile) fromFiles.add(id, setting)
    const suppliedSince = secrets
      .list(id)
      .flatMap(({ name }) => (after.get(id)?.secrets.has(name) === true ? [] : [name]))
    for (const name of suppliedSince) for (const slot of slots) secrets.delete(id, name, slot)
    for (const [name, rows] of sealed) {
      for (const slot of slots) secrets.delete(id, name, slot)
      for (const row of rows) secrets.put(row)
    }
  }
  if (pinned !== null) contacts.delete('author', pinned)
}

/** What lives in memory only. */
export function restoreSession(deps: { session: Session }, { added, replaced }: Applied): void {
  for (const id of added) forgetSession(deps.session, id)
  const { secrets } = deps.session
  for (const { environment, ofSession } of replaced) {
    if (ofSession === undefined) secrets.delete(environment.id)
    else secrets.set(environment.id, ofSession)
  }
}
