import { isDeepStrictEqual } from 'node:util'
import { presentSecret, secretOfFile } from '../../wording/import/labels.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import { type OriginBound, type SecretName, secretNameSchema, type TypedSecrets } from '../../contract/secret.ts'
import type { EditedSettings } from '../../contract/import-edits.ts'
import type { ImportItem } from '../../contract/sharing.ts'
import type { Way } from '../../contract/way.ts'
import type { WithSession, WithWorkspace } from '../core-context.ts'
import { presentSecrets } from '../environment/all-secrets.ts'
import { isFromElsewhere } from '../environment/bind-secrets.ts'
import { isFromFile } from '../environment/binding-problems.ts'
import { contentOf } from '../exporting/write-environments.ts'
import { callsInSteps, distinctServers, namedByCalls, withSecretVariables } from './call-servers.ts'
import { type Changes, changesBetween } from './changes.ts'
import type { EditedFile } from './edits/edited-file.ts'
import { shownSettings } from './edits/edited-settings.ts'
import { extension } from './edits/extend.ts'
import type { ReadEnvironment } from './read-environments.ts'
import type { Receiver } from './receiver.ts'
import { type CallUrls, receiversOf } from './receivers.ts'
import { canonicalJson } from '../json/canonical-json.ts'
import { isSameWay, partsOf, wayOf } from '../secrets/destinations.ts'
import { isSupplied } from '../secrets/source.ts'
import { treeOf } from '../shared-file/preserved-members.ts'
import { secretValuesIn } from '../variables/secret-values.ts'
import { resolvedUrls } from '../variables/servers.ts'
import type { StoredEnvironment } from '../workspace/tables/environments.ts'

/** What an environment of a file meets in the workspace. */
export interface Match {
  status: ImportItem['status']
  existing: StoredEnvironment | null
}

export type MatchDeps = WithWorkspace<'apiCalls' | 'secrets' | 'secretBindings' | 'fromFiles' | 'workspaceVariables'> &
  WithSession<'secrets'>

/** Finds what environments of a file meet. Made again whenever the workspace may have changed. */
export function matcher(
  deps: WithWorkspace<'environments' | 'apiCalls'>,
  { carried, targets }: Pick<EditedFile, 'carried' | 'targets'>,
): (read: ReadEnvironment) => Match {
  const all = deps.workspace.environments.list()
  const byId = new Map(all.map((stored) => [stored.id, stored]))
  const byName = new Map<string, StoredEnvironment>()
  for (const stored of all) if (!byName.has(stored.value.name)) byName.set(stored.value.name, stored)
  return (read) => {
    if (read.kind === 'calls') return targetOf(targets.get(read.id), byId)
    const same = byId.get(read.id)
    if (same !== undefined) {
      const brings = Object.keys(carried[read.id] ?? {}).length > 0
      return { status: !brings && isSame(deps, same, read) ? 'unchanged' : 'same_id', existing: same }
    }
    const named = byName.get(read.value.name)
    return named === undefined ? { status: 'added', existing: null } : { status: 'same_name', existing: named }
  }
}

/** Calls alone go where a person says; without an environment that is here, or null for a new one, nowhere. */
function targetOf(target: string | null | undefined, byId: ReadonlyMap<string, StoredEnvironment>): Match {
  if (target === null) return { status: 'added', existing: null }
  const existing = byId.get(target ?? '') ?? null
  return { status: existing === null ? 'no_target' : 'into_existing', existing }
}

/** Whether it would be written alike, but for which secrets there are. */
function isSame(
  deps: WithWorkspace<'apiCalls'>,
  { id, value, unknown = {} }: StoredEnvironment,
  read: ReadEnvironment,
): boolean {
  const calls = deps.workspace.apiCalls.list(id)
  const undeclared = { ...read.preserved, declaredSecrets: [] }
  const none = { secrets: [], encrypted: [] }
  const existing = contentOf({ id, value, unknown: { ...unknown, told: [] }, calls, ...none })
  const given = contentOf({ ...read, unknown: treeOf(undeclared), calls: callsOf(read, id), ...none })
  return canonicalJson(existing) === canonicalJson(given)
}

const callsOf = ({ calls }: ReadEnvironment, environmentId: string) => calls.map((call) => ({ ...call, environmentId }))

/** What would become of an environment of a file that meets this one. One that is left out gives nothing to anyone. */
export async function itemOf(
  deps: MatchDeps,
  given: ReadEnvironment,
  { status, existing }: Match,
  { carried: carriedByEnvironment, faults, leftOut }: EditedFile,
  typed: EditedSettings,
): Promise<ImportItem> {
  const isExtended = status === 'into_existing' && existing !== null
  const secretsGiven = carriedByEnvironment[given.id] ?? {}
  const { read, secrets } = isExtended
    ? extension(existing, given, secretsGiven, deps.workspace.workspaceVariables.list())
    : { read: given, secrets: secretsGiven }
  const { id, value, calls } = read
  const isTaken = !leftOut.has(id) && status !== 'no_target'
  const carried = isTaken ? secretNameSchema.options.filter((name) => secrets[name] !== undefined) : []
  const present = existing === null ? [] : presentSecrets(deps, existing.id)
  const missing = read.preserved.declaredSecrets.filter(
    (name) =>
      isTaken &&
      // Named one by one.
      name !== 'secret_variables' &&
      isSupplied(value, name) &&
      value.secretSources[name]?.kind !== 'ask' &&
      !carried.includes(name) &&
      !present.includes(name),
  )
  const receivers = isTaken ? receiversOf(value, await callUrlsOf(calls, value, deps)) : []
  const isKnown = await knownReceivers(deps, existing, value)
  return {
    id,
    name: given.value.name,
    stage: value.stage,
    status,
    existing: existing === null ? null : { id: existing.id, name: existing.value.name },
    changes:
      existing === null || !isTaken || status === 'unchanged'
        ? []
        : await changesOf(deps, existing, read, carried, present, isExtended),
    apiCalls: calls.length,
    kind: read.kind,
    settings: shownSettings(given.value, typed),
    faults: faults.get(id) ?? [],
    provider: value.provider,
    open: read.open,
    receivers: receivers.map((receiver) => {
      const { kind, secret, source, origin } = receiver
      return { kind, secret, source, origin, known: isKnown(receiver) }
    }),
    carried,
    missing,
    found: read.found,
    accepted: given.value.accepted,
    missingVariables: isTaken ? await missingVariables(given, secretsGiven) : [],
  }
}

/** Secret variables that calls of an environment name and that have no value in the file. */
async function missingVariables(
  { value, calls }: ReadEnvironment,
  { secret_variables: carried = '' }: TypedSecrets,
): Promise<string[]> {
  const known = secretValuesIn(carried)
  const names = value.variables.flatMap(({ name, secret }) => (secret && !known.has(name) ? [name] : []))
  return [...(await namedByCalls(calls, names))]
}

/** Where calls would take the token and secret variables, with the variables that they would be sent with. */
async function callUrlsOf(
  calls: ReadEnvironment['calls'],
  { variables }: EnvironmentInput,
  { workspace }: WithWorkspace<'workspaceVariables'>,
): Promise<CallUrls> {
  const ofWorkspace = workspace.workspaceVariables.list()
  const resolved = async (some: typeof calls) => {
    const urls = await distinctServers(
      some.map(({ url }) => url),
      variables,
      ofWorkspace,
    )
    return resolvedUrls(urls, variables, ofWorkspace)
  }
  return {
    token: await resolved(calls.filter(({ authorization }) => authorization === 'environment')),
    secretVariables: await resolved(await withSecretVariables(calls, variables)),
  }
}

async function changesOf(
  deps: WithWorkspace<'apiCalls'>,
  existing: StoredEnvironment,
  { value, calls }: ReadEnvironment,
  carried: readonly SecretName[],
  present: readonly SecretName[],
  isExtended: boolean,
): Promise<Changes> {
  // Calls that are there stay as they are where others come to them.
  const before = { value: existing.value, calls: isExtended ? [] : await callsInSteps(deps, existing.id) }
  const secrets = carried.map((name) => ({
    field: `secrets.${name}`,
    before: present.includes(name) ? presentSecret : '',
    after: secretOfFile,
  }))
  return [...(await changesBetween(before, { value, calls })), ...secrets]
}

/**
 * What is bound is known where it was allowed to go that way, unless it comes from somewhere else now; a token where the
 * environment named the server already and nothing of the way is new; a proxy or an authority where it was set already.
 */
async function knownReceivers(
  deps: WithWorkspace<'secretBindings' | 'apiCalls' | 'fromFiles' | 'workspaceVariables'>,
  existing: StoredEnvironment | null,
  value: EnvironmentInput,
): Promise<(receiver: Receiver) => boolean> {
  if (existing === null) return () => false
  const { secretBindings, apiCalls, fromFiles } = deps.workspace
  const { id, value: before } = existing
  const bound = secretBindings.all(id)
  const fromFile = fromFiles.list(id)
  const settings = partsOf(wayOf(before.network))
  const ofWorkspace = deps.workspace.workspaceVariables.list()
  const urls = await distinctServers(apiCalls.urls(id), before.variables, ofWorkspace)
  const token = resolvedUrls(urls, before.variables, ofWorkspace)
  const named = receiversOf(before, { token, secretVariables: [] })
  const isBound = (name: OriginBound, origin: string, way: Way) =>
    bound.some((one) => one.name === name && one.origin === origin && isSameWay(one.way, way))
  return ({ by, secret, origin }) => {
    switch (by.kind) {
      case 'bound':
        return isBound(by.name, origin, by.way) && !isFromElsewhere(before, value, by.name)
      case 'token': {
        if (isBound('access_token', origin, by.way)) return true
        const isNamed = named.some((one) => one.secret === secret && one.origin === origin)
        const isOwn = !isFromFile(fromFile, [{ part: 'origin', value: origin }, ...settings])
        return isNamed && isOwn && isSameWay(by.way, wayOf(before.network))
      }
      case 'setting':
        return !isFromFile(fromFile, [by.setting]) && settings.some((one) => isDeepStrictEqual(one, by.setting))
    }
  }
}
