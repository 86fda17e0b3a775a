import { isDeepStrictEqual } from 'node:util'
import type { FieldProblem, Problem } from '../../contract/problem.ts'
import type { SecretName } from '../../contract/secret.ts'
import type { WithSecretStore, WithSession } from '../core-context.ts'
import { elapsedSince, momentOf } from '../elapsed.ts'
import { type BindingDeps, loginProblems, sourceProblems } from './binding-problems.ts'
import type { CurrentEnvironment } from './current-environment.ts'
import { notPrepared, type Prepared } from './problems.ts'
import type { Ports } from '../ports.ts'
import { problem, problemAt, withoutField } from '../problem.ts'
import { loginOf } from '../secrets/destinations.ts'
import { readOutside } from '../secrets/outside-sources.ts'
import { type OutsideSource, sourceOf, type SourceReading } from '../secrets/source.ts'

/** Where secrets come from, and what is kept of those that were read. */
export type ResolveDeps = Pick<
  Ports,
  'now' | 'uptime' | 'transport' | 'systemProxy' | 'variables' | 'homeFolder' | 'preferences'
> &
  BindingDeps &
  WithSession<'oneTimeSecrets' | 'secretCache'> &
  WithSecretStore<'get'>

/** An environment with the secrets that one request needs. A secret that is set nowhere is in neither of the two. */
export interface ResolvedEnvironment extends CurrentEnvironment {
  /** Why a secret could not be read. */
  unreadable: ReadonlyMap<SecretName, FieldProblem>
}

type Reading = { ok: true; value: string } | { ok: false; problem: FieldProblem }

/**
 * Reads these secrets, each from where it comes from, once for a request. One that cannot be read keeps the others from
 * nothing; while a login at one of the sources is not allowed, nothing is read.
 */
export async function resolveEnvironment(
  deps: ResolveDeps,
  environment: CurrentEnvironment,
  names: readonly SecretName[],
  signal: AbortSignal,
): Promise<ResolvedEnvironment> {
  const missing = [...new Set(names)].filter((name) => (environment.secrets[name] ?? '') === '')
  const secrets = { ...environment.secrets }
  const unreadable = new Map<SecretName, FieldProblem>()
  for (const name of missing) {
    const [unbound] = sourceProblems(deps, environment, [name])
    if (unbound !== undefined) unreadable.set(name, unbound)
  }
  if (unreadable.size > 0) return { ...environment, unreadable }
  const readings = await Promise.all(
    missing.map(async (name) => ({ name, reading: await readSecret(deps, environment, name, signal) })),
  )
  for (const { name, reading } of readings) {
    if (!reading.ok) unreadable.set(name, reading.problem)
    else if (reading.value !== '') secrets[name] = reading.value
  }
  return { ...environment, secrets, unreadable }
}

/** Why any of these secrets could not be read. */
export function unreadableProblems({ unreadable }: ResolvedEnvironment, names: readonly SecretName[]): FieldProblem[] {
  return [...new Set(names)].flatMap((name) => unreadable.get(name) ?? [])
}

/** The environment with all of these secrets, or why any of them could not be read. */
export async function requireSecrets(
  deps: ResolveDeps,
  environment: CurrentEnvironment,
  names: readonly SecretName[],
  signal: AbortSignal,
): Promise<Prepared<ResolvedEnvironment>> {
  const resolved = await resolveEnvironment(deps, environment, names, signal)
  const problems = unreadableProblems(resolved, names)
  return problems.length > 0 ? notPrepared(...problems) : { ok: true, value: resolved }
}

/** One secret, from its source; empty when it is set nowhere. */
export async function readSecret(
  deps: ResolveDeps,
  environment: CurrentEnvironment,
  name: SecretName,
  signal: AbortSignal,
): Promise<Reading> {
  const known = environment.secrets[name] ?? ''
  if (known !== '') return { ok: true, value: known }
  const source = sourceOf(environment.value, name)
  switch (source.kind) {
    case 'session':
      return { ok: true, value: '' }
    case 'stored':
      return readStored(deps, environment, name)
    case 'ask': {
      const answer = environment.id === null ? undefined : deps.session.oneTimeSecrets.get(environment.id)?.[name]
      if (answer !== undefined) return { ok: true, value: answer }
      const asked = problemAt(name, problem('secret_asked_each_time', { secret: name }))
      return { ok: false, problem: { ...asked, remedy: { kind: 'answer', secret: name } } }
    }
    default:
      return readFetched(deps, environment, name, source, signal)
  }
}

async function readStored(
  { secretStore }: WithSecretStore<'get'>,
  { id, usesPending }: CurrentEnvironment,
  name: SecretName,
): Promise<Reading> {
  if (id === null) return { ok: true, value: '' }
  const opened =
    (usesPending ? await secretStore.get(id, name, 'next') : null) ?? (await secretStore.get(id, name, 'current'))
  if (opened === null) return { ok: true, value: '' }
  if (opened.ok) return opened
  const unreadable = {
    ...problemAt(name, problem('stored_secret_unreadable', { secret: name })),
    cause: opened.reason,
  }
  const isLocked = opened.reason.code !== 'value_damaged'
  return { ok: false, problem: isLocked ? { ...unreadable, remedy: { kind: 'unlock' } } : unreadable }
}

const failedAt = (secret: SecretName, cause: Problem): Reading => ({
  ok: false,
  problem: { ...problemAt(secret, problem('secret_source_failed', { secret })), cause },
})

/** From memory while it is fresh enough, else from the source. */
async function readFetched(
  deps: ResolveDeps,
  environment: CurrentEnvironment,
  name: SecretName,
  source: OutsideSource,
  signal: AbortSignal,
): Promise<Reading> {
  const { secretCache } = deps.session
  const place = `${environment.id} ${name}`
  const fetched = secretCache.get(place)
  const isFresh = fetched !== undefined && elapsedSince(fetched.fetched, deps) < fetched.keptFor
  if (isFresh && isDeepStrictEqual(fetched.source, source)) return { ok: true, value: fetched.value }
  if (environment.offline && isOnNetwork(source)) {
    const evidence = { secret: name, source: source.kind }
    return { ok: false, problem: problemAt(name, problem('secret_source_not_asked_yet', evidence)) }
  }
  const unbound = loginProblems(deps, environment, source)
  const [first] = unbound
  if (first !== undefined) return { ok: false, problem: first }
  const reading = await readSource(deps, environment, name, source, signal)
  if (!reading.ok) return failedAt(name, reading.problem)
  const { secretCacheSeconds } = deps.preferences.get()
  if (environment.id !== null && secretCacheSeconds > 0) {
    const keptFor = secretCacheSeconds * 1000
    secretCache.set(place, { source, value: reading.value, fetched: momentOf(deps), keptFor })
  }
  return reading
}

/** Asks an outside source, past what is kept in memory. */
export async function readSource(
  deps: ResolveDeps,
  environment: CurrentEnvironment,
  name: SecretName,
  source: OutsideSource,
  signal: AbortSignal,
): Promise<SourceReading> {
  const loginName = loginOf(source)
  const names = loginName === null ? [] : [loginName]
  const resolved = await resolveEnvironment(deps, environment, names, signal)
  const [unreadable] = unreadableProblems(resolved, names)
  if (unreadable !== undefined) return { ok: false, problem: withoutField(unreadable) }
  const { now, transport, systemProxy, variables, homeFolder } = deps
  const access = { now, transport, systemProxy, variables, homeFolder, login: resolved.secrets }
  return readOutside(source, name, access, signal)
}

function isOnNetwork({ kind }: OutsideSource): boolean {
  switch (kind) {
    case 'environment_variable':
    case 'file':
      return false
    case 'vault':
    case 'aws_secrets_manager':
    case 'azure_key_vault':
      return true
  }
}
