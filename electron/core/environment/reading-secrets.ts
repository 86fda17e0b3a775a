import { isDeepStrictEqual } from 'node:util'
import type { FieldProblem } from '../../contract/finding.ts'
import type { SecretName } from '../../contract/secret.ts'
import { elapsedSince, momentOf } from '../elapsed.ts'
import { loginOf } from '../secrets/needed.ts'
import { readOutside } from '../secrets/outside-sources.ts'
import type { OutsideSource, SourceAccess, SourceReading } from '../secrets/source.ts'
import { sourceOf } from '../secrets/source-of.ts'
import { secretLabels } from '../../wording/secret-names.ts'
import { sourceLabel } from '../../wording/secret-source.ts'
import type { Desk, Subject } from './desk.ts'
import { loginProblems, sourceProblems } from './origins.ts'
import type { Ready } from './problems.ts'

type Reading = { ok: true; value: string } | { ok: false; problem: FieldProblem }

/** The subject with these secrets, each read from where it comes from; one that is set nowhere stays missing. */
export async function withSecrets(
  desk: Desk,
  subject: Subject,
  names: readonly SecretName[],
  signal: AbortSignal,
): Promise<Ready<Subject>> {
  const unbound = sourceProblems(desk, subject, names)
  if (unbound.length > 0) return { ok: false, problems: unbound }
  const missing = names.filter((name) => (subject.secrets[name] ?? '') === '')
  const readings = await Promise.all(
    missing.map(async (name) => ({ name, reading: await readSecret(desk, subject, name, signal) })),
  )
  const secrets = { ...subject.secrets }
  const problems: FieldProblem[] = []
  for (const { name, reading } of readings) {
    if (!reading.ok) problems.push(reading.problem)
    else if (reading.value !== '') secrets[name] = reading.value
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { ...subject, secrets } }
}

/** One secret, from its source; empty when it is set nowhere. */
export async function readSecret(
  desk: Desk,
  subject: Subject,
  name: SecretName,
  signal: AbortSignal,
): Promise<Reading> {
  const known = subject.secrets[name] ?? ''
  if (known !== '') return { ok: true, value: known }
  const source = sourceOf(subject.value, name)
  switch (source.kind) {
    case 'session':
      return { ok: true, value: '' }
    case 'stored':
      return readStored(desk, subject, name)
    case 'ask': {
      const answer = subject.id === null ? undefined : desk.session.answers.get(subject.id)?.[name]
      if (answer !== undefined) return { ok: true, value: answer }
      const message = `${secretLabels[name]}: asked for each time.`
      return { ok: false, problem: { field: name, message, remedy: { kind: 'answer', secret: name } } }
    }
    default:
      return readFetched(desk, subject, name, source, signal)
  }
}

async function readStored(desk: Desk, { id, trial }: Subject, name: SecretName): Promise<Reading> {
  if (id === null) return { ok: true, value: '' }
  const { secretStore } = desk
  const opened =
    (trial ? await secretStore.get(id, name, 'next') : null) ?? (await secretStore.get(id, name, 'current'))
  if (opened === null) return { ok: true, value: '' }
  if (opened.ok) return opened
  const problem = { field: name, message: `${secretLabels[name]}: ${opened.message}` }
  return { ok: false, problem: opened.locked ? { ...problem, remedy: { kind: 'unlock' } } : problem }
}

/** From memory while it is fresh enough, else from the source. */
async function readFetched(
  desk: Desk,
  subject: Subject,
  name: SecretName,
  source: OutsideSource,
  signal: AbortSignal,
): Promise<Reading> {
  const { ports, session } = desk
  const place = `${subject.id} ${name}`
  const fetched = session.fetched.get(place)
  const isFresh = fetched !== undefined && elapsedSince(fetched.fetched, ports) < fetched.keptFor
  if (isFresh && isDeepStrictEqual(fetched.source, source)) return { ok: true, value: fetched.value }
  if (subject.offline && isOnNetwork(source)) {
    const message = `${secretLabels[name]}: it comes from ${sourceLabel(source)}, which is asked when a token is requested.`
    return { ok: false, problem: { field: name, message } }
  }
  const unbound = loginProblems(desk, subject, source)
  const [first] = unbound
  if (first !== undefined) return { ok: false, problem: first }
  const reading = await readSource(desk, subject, name, source, signal)
  if (!reading.ok) return { ok: false, problem: { field: name, message: `${secretLabels[name]}: ${reading.message}` } }
  const { secretCacheSeconds } = ports.preferences.get()
  if (subject.id !== null && secretCacheSeconds > 0) {
    const keptFor = secretCacheSeconds * 1000
    session.fetched.set(place, { source, value: reading.value, fetched: momentOf(ports), keptFor })
  }
  return reading
}

/** Asks an outside source, past what is kept in memory. */
export async function readSource(
  desk: Desk,
  subject: Subject,
  name: SecretName,
  source: OutsideSource,
  signal: AbortSignal,
): Promise<SourceReading> {
  const loginName = loginOf(source)
  const login = await withSecrets(desk, subject, loginName === null ? [] : [loginName], signal)
  if (!login.ok) return { ok: false, message: login.problems.map(({ message }) => message).join(' ') }
  const { now, transport, systemProxy, variables, homeFolder } = desk.ports
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
