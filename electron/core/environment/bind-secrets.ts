import { isDeepStrictEqual } from 'node:util'
import type { ApiCall } from '../../contract/api-call.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { SecretSource } from '../../contract/secret-source.ts'
import { type OriginBound, originBoundSchema } from '../../contract/secret.ts'
import type { Variable } from '../../contract/variable.ts'
import type { Way, WaySetting } from '../../contract/way.ts'
import { isFromFile } from './binding-problems.ts'
import {
  clientOrigins,
  destinationsOf,
  distinctOrigins,
  isLogin,
  isSameWay,
  loginAt,
  partsOf,
  plainWay,
  wayOf,
} from '../secrets/destinations.ts'
import { mixedServer, resolvedUrls, variableSettings } from '../variables/servers.ts'
import type { Workspace } from '../workspace/workspace.ts'

type BindingTables = Pick<Workspace, 'secretBindings' | 'fromFiles'>
type WithUrls = BindingTables & Pick<Workspace, 'apiCalls' | 'workspaceVariables'>

/** What a person set for an environment may go to the servers that it names at that moment, by the way that it names. */
export function bindToOrigins(
  { secretBindings }: BindingTables,
  id: string,
  value: EnvironmentInput,
  name: OriginBound,
): void {
  secretBindings.clear(id, name)
  for (const destination of destinationsOf(value, name)) secretBindings.add(id, { name, ...destination })
}

/** Binds what a person changed: the way of everything, the source of a secret; `before` is null for a new environment. */
export function bindOwnEdit(
  workspace: WithUrls,
  id: string,
  before: EnvironmentInput | null,
  value: EnvironmentInput,
): void {
  if (before !== null) {
    moveWay(workspace, id, wayOf(before.network), wayOf(value.network))
    const urls = isDeepStrictEqual(before.variables, value.variables) ? [] : callUrlsOf(workspace, id)
    const ofWorkspace = urls.length === 0 ? [] : workspace.workspaceVariables.list()
    for (const setting of typedSettings(before, value, urls, ofWorkspace)) workspace.fromFiles.remove(id, setting)
  }
  for (const name of originBoundSchema.options) {
    const now = comesFrom(value, name)
    if (!isLogin(name) && now !== null && (before === null || !isDeepStrictEqual(comesFrom(before, name), now))) {
      bindToOrigins(workspace, id, value, name)
    }
  }
  const sourcesBefore = new Map(Object.entries(before?.secretSources ?? {}))
  for (const [name, source] of Object.entries(value.secretSources)) {
    bindLogin(workspace, id, sourcesBefore.get(name), source)
  }
}

/** What might go by the way of before may go by the new one. What another way was allowed for is left. */
function moveWay({ secretBindings }: BindingTables, id: string, before: Way, way: Way): void {
  if (isSameWay(before, way)) return
  for (const bound of secretBindings.all(id)) {
    if (isLogin(bound.name) || !isSameWay(bound.way, before)) continue
    secretBindings.remove(id, bound)
    secretBindings.add(id, { ...bound, way })
  }
}

/** A login goes where the source that was changed is, and not to a server that another source, or a file, names. */
function bindLogin(
  { secretBindings }: BindingTables,
  id: string,
  before: SecretSource | undefined,
  source: SecretSource,
): void {
  const target = loginAt(source)
  if (target === null || isDeepStrictEqual(before, source)) return
  const was = loginAt(before)
  const isTyped = was?.origin !== target.origin
  const isAllowed = secretBindings.all(id).some((bound) => isDeepStrictEqual(bound, was))
  if (isTyped || isAllowed) secretBindings.add(id, target)
}

/**
 * Takes in what somebody else's file says: what comes from another source is unbound, since who allowed the old one has not
 * seen the new; origins and ways that are new are remembered as those of a file.
 */
export function bindImport(
  workspace: BindingTables & Pick<Workspace, 'workspaceVariables'>,
  id: string,
  before: { value: EnvironmentInput; callUrls: readonly string[] } | null,
  after: { value: EnvironmentInput; callUrls: readonly string[] },
): void {
  const ofWorkspace = workspace.workspaceVariables.list()
  const known = before === null ? [] : settingsOf(before, ofWorkspace)
  for (const setting of settingsOf(after, ofWorkspace)) {
    if (!isPlain(setting) && !known.some((one) => isDeepStrictEqual(one, setting))) workspace.fromFiles.add(id, setting)
  }
  if (before === null) return
  for (const name of originBoundSchema.options) {
    if (isFromElsewhere(before.value, after.value, name)) workspace.secretBindings.clear(id, name)
  }
}

/** Binds a secret that a program was given to what a person set up; what came with a file has to be allowed. */
export function bindGiven(workspace: BindingTables, id: string, value: EnvironmentInput, name: OriginBound): void {
  const fromFile = workspace.fromFiles.list(id)
  for (const destination of destinationsOf(value, name)) {
    const settings = [{ part: 'origin' as const, value: destination.origin }, ...partsOf(destination.way)]
    if (!isFromFile(fromFile, settings)) workspace.secretBindings.add(id, { name, ...destination })
  }
}

/** Everything that says where an environment sends what is secret, and how. */
function settingsOf(
  { value, callUrls }: { value: EnvironmentInput; callUrls: readonly string[] },
  ofWorkspace: readonly Variable[],
): WaySetting[] {
  const logins = Object.values(value.secretSources).flatMap((source) => loginAt(source) ?? [])
  const proxies = destinationsOf(value, 'proxy_password')
  const others = [...logins, ...proxies].map(({ origin }) => origin)
  const origins = new Set([...clientOrigins(value), ...serversOf(callUrls, value.variables, ofWorkspace), ...others])
  const ways = [wayOf(value.network), ...logins.map(({ way }) => way)]
  return [
    ...[...origins].map((origin) => ({ part: 'origin' as const, value: origin })),
    ...variableSettings(value.variables),
    ...ways.flatMap(partsOf),
  ]
}

/** The way of a computer where nothing is set takes nothing anywhere else, whoever chose it. */
const isPlain = ({ part, value }: WaySetting) =>
  part !== 'origin' && (value === plainWay[part] || (part === 'proxy' && value === 'none'))

function typedSettings(
  before: EnvironmentInput,
  value: EnvironmentInput,
  callUrls: readonly string[],
  ofWorkspace: readonly Variable[],
): WaySetting[] {
  const known = settingsOf({ value: before, callUrls }, ofWorkspace)
  const now = settingsOf({ value, callUrls }, ofWorkspace)
  return now.filter((setting) => !known.some((one) => isDeepStrictEqual(one, setting)))
}

export function isFromElsewhere(before: EnvironmentInput, value: EnvironmentInput, name: OriginBound): boolean {
  return !isDeepStrictEqual(comesFrom(before, name), comesFrom(value, name))
}

/** Where it is said to come from; null for what is typed and bound when it is set. */
function comesFrom(value: EnvironmentInput, name: OriginBound): SecretSource | string | null {
  const { keyFile, assertionFile } = value.assertion
  switch (name) {
    case 'client_assertion':
      return assertionFile === '' ? null : assertionFile
    case 'private_key':
      return keyFile === '' ? outside(value, name) : keyFile
    case 'vault_token': {
      // A login by Kubernetes sends its own file instead.
      const logins = Object.values(value.secretSources).flatMap((source) =>
        source.kind === 'vault' && source.login.method === 'kubernetes' ? [source.login.tokenFile] : [],
      )
      return logins.length === 0 ? null : JSON.stringify(logins)
    }
    case 'aws_login':
    case 'azure_login':
    case 'access_token':
      return null
    default:
      return outside(value, name)
  }
}

function outside(
  { secretSources }: EnvironmentInput,
  name: Exclude<OriginBound, 'client_assertion' | 'aws_login' | 'azure_login' | 'access_token'>,
) {
  const source = secretSources[name] ?? null
  return source?.kind === 'stored' || source?.kind === 'session' ? null : source
}

const callUrlsOf = ({ apiCalls }: Pick<Workspace, 'apiCalls'>, id: string): string[] =>
  apiCalls.summaries(id).map(({ url }) => url)

/** The origins that calls go to, and what says their server together with a variable. */
function serversOf(
  callUrls: readonly string[],
  variables: readonly Variable[],
  ofWorkspace: readonly Variable[],
): string[] {
  const origins = distinctOrigins(resolvedUrls(callUrls, variables, ofWorkspace))
  return [...origins, ...callUrls.flatMap((url) => mixedServer(url) ?? [])]
}

type TypedUrlTables = Pick<Workspace, 'apiCalls' | 'environments' | 'fromFiles' | 'workspaceVariables'>

/** The URL that a person gives a saved call is no longer one of a file's. A call that is new may be a copy of such a one. */
export function settleTypedUrl(
  { apiCalls, environments, fromFiles, workspaceVariables }: TypedUrlTables,
  { id, environmentId, url }: ApiCall,
): void {
  const before = apiCalls.get(id)
  if (before === null || before.environmentId !== environmentId || before.url === url) return
  const variables = environments.get(environmentId)?.value.variables ?? []
  const [known, typed] = [before.url, url].map((one) => serversOf([one], variables, workspaceVariables.list()))
  for (const server of typed ?? []) {
    if (known?.includes(server) === false) fromFiles.remove(environmentId, { part: 'origin', value: server })
  }
}
