import { createHash } from 'node:crypto'
import type { Environment, EnvironmentInput } from '../../contract/environment.ts'
import { type SecretName, secretNameSchema, type TypedSecrets } from '../../contract/secret.ts'
import type { Ports } from '../ports.ts'
import { sandboxSecrets, withSandbox } from './sandbox-overlay.ts'
import { createSealedStore } from '../secrets/sealed-store.ts'
import type { SecretStore } from '../secrets/secret-store.ts'
import { sourceOf } from '../secrets/source-of.ts'
import { statesOf } from '../secrets/states.ts'
import { createSession, type Session } from '../flow/session.ts'
import type { StoredEnvironment } from '../workspace/tables/environments.ts'

/** What a host adds to each call. */
export interface CallContext {
  signal: AbortSignal
}

/** What all calls share: the ports, what lives in memory, and the stored secrets. */
export interface CoreContext {
  ports: Ports
  session: Session
  secretStore: SecretStore
}

/** An environment as a request needs it: as it is now, with those of its secrets that were read. */
export interface CurrentEnvironment {
  /** Null while it was never saved. */
  id: string | null
  value: EnvironmentInput
  /** What is in memory; what is stored or lies outside is read when it is needed (`withSecrets`). */
  secrets: TypedSecrets
  /** True when a new secret that waits to prove itself is tried. */
  usesPending: boolean
  /** True for a preview, for which nothing leaves this computer: no source on a network is asked. */
  offline: boolean
  /** Tells one secret from the next without reading it, by name. */
  secretVersions: Readonly<Partial<Record<SecretName, string>>>
}

export function createCoreContext(ports: Ports): CoreContext {
  return { ports, session: createSession(), secretStore: createSealedStore(ports) }
}

/** The environment as it is now: with what the running sandbox lays over it, and with the state of its secrets. */
export function presentEnvironment(core: CoreContext, { id, builtIn, value }: StoredEnvironment): Environment {
  const { value: current, secrets } = currentEnvironment(core, id, value)
  const stored = core.ports.workspace.secrets.list(id)
  const states = statesOf({ value: current, session: secrets, stored })
  return { id, builtIn, ...current, secrets: states }
}

export function findEnvironment(core: CoreContext, environmentId: string): CurrentEnvironment | null {
  const stored = core.ports.workspace.environments.get(environmentId)
  return stored === null ? null : currentEnvironment(core, stored.id, stored.value)
}

/** The environment with the secrets that wait to prove themselves in the place of those in use. */
export function usePendingSecrets(core: CoreContext, { id, value }: CurrentEnvironment): CurrentEnvironment {
  return currentEnvironment(core, id, value, { usesPending: true })
}

interface CurrentOptions extends Partial<Pick<CurrentEnvironment, 'usesPending' | 'offline'>> {
  typed?: TypedSecrets
}

/** `typed` secrets win over those that were set, and those over what the running sandbox made. */
export function currentEnvironment(
  core: CoreContext,
  id: string | null,
  value: EnvironmentInput,
  { typed = {}, usesPending = false, offline = false }: CurrentOptions = {},
): CurrentEnvironment {
  const facts = core.ports.sandbox.facts()
  const current = withSandbox(value, facts)
  const set = id === null ? {} : (core.session.secrets.get(id) ?? {})
  const secrets = { ...sandboxSecrets(current, facts), ...ofSession(set, current), ...typed }
  return {
    id,
    value: current,
    secrets,
    usesPending,
    offline,
    secretVersions: secretVersionsOf(core, { id, value: current, secrets, usesPending }),
  }
}

/** A secret whose source was changed since does not count, and is there again when it is changed back. */
function ofSession(set: TypedSecrets, value: EnvironmentInput): TypedSecrets {
  return Object.fromEntries(
    secretNameSchema.options.flatMap((name) => {
      const secret = set[name]
      return secret !== undefined && sourceOf(value, name).kind === 'session' ? [[name, secret]] : []
    }),
  )
}

function secretVersionsOf(
  { ports }: CoreContext,
  { id, value, secrets, usesPending }: Pick<CurrentEnvironment, 'id' | 'value' | 'secrets' | 'usesPending'>,
): CurrentEnvironment['secretVersions'] {
  const rows = id === null ? [] : ports.workspace.secrets.list(id)
  const versionOf = (name: SecretName) => {
    const [current, next] = ['current', 'next'].map((slot) =>
      rows.find((row) => row.name === name && row.slot === slot),
    )
    return ((usesPending ? next : undefined) ?? current)?.version
  }
  return Object.fromEntries(
    secretNameSchema.options.flatMap((name) => {
      const inMemory = secrets[name] ?? ''
      if (inMemory !== '') return [[name, createHash('sha256').update(inMemory).digest('base64url')]]
      const source = sourceOf(value, name)
      const version = source.kind === 'stored' ? versionOf(name) : undefined
      if (source.kind === 'stored') return version === undefined ? [] : [[name, `stored ${version}`]]
      return [[name, JSON.stringify(source)]]
    }),
  )
}
