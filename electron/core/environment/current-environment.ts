import { createHash } from 'node:crypto'
import type { Environment, EnvironmentInput } from '../../contract/environment.ts'
import { type SecretName, secretNameSchema, type TypedSecrets } from '../../contract/secret.ts'
import type { WithSession, WithWorkspace } from '../core-context.ts'
import { sandboxSecrets, withSandbox } from './sandbox-overlay.ts'
import type { Ports } from '../ports.ts'
import { sourceOf } from '../secrets/source.ts'
import { statesOf } from '../secrets/states.ts'
import type { StoredEnvironment } from '../workspace/tables/environments.ts'
import type { SecretFacts } from '../workspace/tables/secrets.ts'

/** An environment as it is now: with what the running sandbox lays over what is stored, and the secrets in memory. */
export interface CurrentEnvironment {
  /** Null while it was never saved. */
  id: string | null
  value: EnvironmentInput
  /** What is in memory; what is stored or lies outside is read when it is needed (`resolveEnvironment`). */
  secrets: TypedSecrets
  /** True when a new secret that waits to prove itself is tried. */
  usesPending: boolean
  /** True when a new secret waits to prove itself, whether it is tried or not. */
  hasPending: boolean
  /** True for a preview, for which nothing leaves this computer: no source on a network is asked. */
  offline: boolean
  /** Tells one secret from the next without reading it, by name. */
  secretVersions: Readonly<Partial<Record<SecretName, string>>>
}

export type EnvironmentDeps = Pick<Ports, 'sandbox'> & WithWorkspace<'secrets'> & WithSession<'secrets'>

/** The environment as it is now: with what the running sandbox lays over it, and with the state of its secrets. */
export function presentEnvironment(deps: EnvironmentDeps, { id, builtIn, value }: StoredEnvironment): Environment {
  const { value: current, secrets } = currentEnvironment(deps, id, value)
  const stored = deps.workspace.secrets.list(id)
  const states = statesOf({ value: current, session: secrets, stored })
  return { id, builtIn, ...current, secrets: states }
}

export function findEnvironment(
  deps: EnvironmentDeps & WithWorkspace<'environments'>,
  environmentId: string,
): CurrentEnvironment | null {
  const stored = deps.workspace.environments.get(environmentId)
  return stored === null ? null : currentEnvironment(deps, stored.id, stored.value)
}

/** The environment with the secrets that wait to prove themselves, where there are any, in the place of those in use. */
export function usePendingSecrets(deps: EnvironmentDeps, environment: CurrentEnvironment): CurrentEnvironment {
  const { id, value, hasPending } = environment
  return hasPending ? currentEnvironment(deps, id, value, { usesPending: true }) : environment
}

interface CurrentOptions extends Partial<Pick<CurrentEnvironment, 'usesPending' | 'offline'>> {
  typed?: TypedSecrets
}

/** `typed` secrets win over those that were set, and those over what the running sandbox made. */
export function currentEnvironment(
  deps: EnvironmentDeps,
  id: string | null,
  value: EnvironmentInput,
  { typed = {}, usesPending = false, offline = false }: CurrentOptions = {},
): CurrentEnvironment {
  const facts = deps.sandbox.facts()
  const isSandbox = value.provider === 'sandbox'
  const current = isSandbox ? withSandbox(value, facts) : value
  const made = isSandbox ? sandboxSecrets(current, facts) : {}
  const set = id === null ? {} : (deps.session.secrets.get(id) ?? {})
  const secrets = { ...made, ...ofSession(set, current), ...typed }
  const stored = id === null ? [] : deps.workspace.secrets.list(id)
  return {
    id,
    value: current,
    secrets,
    usesPending,
    hasPending: stored.some(({ slot }) => slot === 'next'),
    offline,
    secretVersions: secretVersionsOf({ value: current, secrets, usesPending }, stored),
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
  { value, secrets, usesPending }: Pick<CurrentEnvironment, 'value' | 'secrets' | 'usesPending'>,
  rows: readonly SecretFacts[],
): CurrentEnvironment['secretVersions'] {
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
