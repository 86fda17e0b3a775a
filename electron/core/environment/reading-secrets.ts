import { problemSentence } from '../../wording/problems.ts'
import { isDeepStrictEqual } from 'node:util'
import type { FieldProblem } from '../../contract/problem.ts'
import type { SecretName } from '../../contract/secret.ts'
import { elapsedSince, momentOf } from '../elapsed.ts'
import { loginOf } from '../secrets/needed.ts'
import { readOutside } from '../secrets/outside-sources.ts'
import type { OutsideSource, SourceAccess, SourceReading } from '../secrets/source.ts'
import { sourceOf } from '../secrets/source-of.ts'
import { problem, problemAt } from '../problem.ts'
import type { CoreContext, CurrentEnvironment } from './current-environment.ts'
import { loginProblems, sourceProblems } from './binding-problems.ts'
import type { Prepared } from './problems.ts'

type Reading = { ok: true; value: string } | { ok: false; problem: FieldProblem }

/** The environment with these secrets, each read from where it comes from; one that is set nowhere stays missing. */
export async function withSecrets(
  core: CoreContext,
  environment: CurrentEnvironment,
  names: readonly SecretName[],
  signal: AbortSignal,
): Promise<Prepared<CurrentEnvironment>> {
  const unbound = sourceProblems(core, environment, names)
  if (unbound.length > 0) return { ok: false, problems: unbound }
  const missing = names.filter((name) => (environment.secrets[name] ?? '') === '')
  const readings = await Promise.all(
    missing.map(async (name) => ({ name, reading: await readSecret(core, environment, name, signal) })),
  )
  const secrets = { ...environment.secrets }
  const problems: FieldProblem[] = []
  for (const { name, reading } of readings) {
    if (!reading.ok) problems.push(reading.problem)
    else if (reading.value !== '') secrets[name] = reading.value
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { ...environment, secrets } }
}

/** One secret, from its source; empty when it is set nowhere. */
export async function readSecret(
  core: CoreContext,
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
      return readStored(core, environment, name)
    case 'ask': {
      const answer = environment.id === null ? undefined : core.session.oneTimeSecrets.get(environment.id)?.[name]
      if (answer !== undefined) return { ok: true, value: answer }
      const asked = problemAt(name, problem('secret_asked_each_time', { secret: name }))
      return { ok: false, problem: { ...asked, remedy: { kind: 'answer', secret: name } } }
    }
    default:
      return readFetched(core, environment, name, source, signal)
  }
}

async function readStored(
  core: CoreContext,
  { id, usesPending }: CurrentEnvironment,
  name: SecretName,
): Promise<Reading> {
  if (id === null) return { ok: true, value: '' }
  const { secretStore } = core
  const opened =
    (usesPending ? await secretStore.get(id, name, 'next') : null) ?? (await secretStore.get(id, name, 'current'))
  if (opened === null) return { ok: true, value: '' }
  if (opened.ok) return opened
  const unreadable = problemAt(name, problem('stored_secret_unreadable', { secret: name, reason: opened.message }))
  return { ok: false, problem: opened.locked ? { ...unreadable, remedy: { kind: 'unlock' } } : unreadable }
}

const failedAt = (secret: SecretName, reason: string): Reading => ({
  ok: false,
  problem: problemAt(secret, problem('secret_source_failed', { secret, reason })),
})

/** From memory while it is fresh enough, else from the source. */
async function readFetched(
  core: CoreContext,
  environment: CurrentEnvironment,
  name: SecretName,
  source: OutsideSource,
  signal: AbortSignal,
): Promise<Reading> {
  const { ports, session } = core
  const place = `${environment.id} ${name}`
  const fetched = session.secretCache.get(place)
  const isFresh = fetched !== undefined && elapsedSince(fetched.fetched, ports) < fetched.keptFor
  if (isFresh && isDeepStrictEqual(fetched.source, source)) return { ok: true, value: fetched.value }
  if (environment.offline && isOnNetwork(source)) {
    const evidence = { secret: name, source: source.kind }
    return { ok: false, problem: problemAt(name, problem('secret_source_not_asked_yet', evidence)) }
  }
  const unbound = loginProblems(core, environment, source)
  const [first] = unbound
  if (first !== undefined) return { ok: false, problem: first }
  const reading = await readSource(core, environment, name, source, signal)
  if (!reading.ok) return failedAt(name, reading.message)
  const { secretCacheSeconds } = ports.preferences.get()
  if (environment.id !== null && secretCacheSeconds > 0) {
    const keptFor = secretCacheSeconds * 1000
    session.secretCache.set(place, { source, value: reading.value, fetched: momentOf(ports), keptFor })
  }
  return reading
}

/** Asks an outside source, past what is kept in memory. */
export async function readSource(
  core: CoreContext,
  environment: CurrentEnvironment,
  name: SecretName,
  source: OutsideSource,
  signal: AbortSignal,
): Promise<SourceReading> {
  const loginName = loginOf(source)
  const login = await withSecrets(core, environment, loginName === null ? [] : [loginName], signal)
  if (!login.ok) return { ok: false, message: login.problems.map(problemSentence).join(' ') }
  const { now, transport, systemProxy, variables, homeFolder } = core.ports
  const access: SourceAccess = {
    now,
    transport,
    systemProxy,
    variables,
    homeFolder,
    login: login.value.secrets,
  }
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
