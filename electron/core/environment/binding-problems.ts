import { isDeepStrictEqual } from 'node:util'
import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import type { SecretSource } from '../../contract/secret-source.ts'
import type { OriginBound, SecretName } from '../../contract/secret.ts'
import type { WaySetting } from '../../contract/way.ts'
import type { WithWorkspace } from '../core-context.ts'
import type { CurrentEnvironment } from './current-environment.ts'
import { clientAuthMethods } from '../oauth/client-auth/credentials.ts'
import { problem, problemAt } from '../problem.ts'
import {
  type Destination,
  isLogin,
  isSameWay,
  loginAt,
  ofClient,
  originOf,
  partsOf,
  proxyOrigin,
  wayOf,
} from '../secrets/destinations.ts'
import { sourceOf } from '../secrets/source.ts'
import { mixedServer, settingsOfServer } from '../variables/servers.ts'
import { heldTokenLabel, loginLabels, sourceLabel } from '../../wording/secret-source.ts'

/** Where the bindings of secrets are, and the settings that came with a file. */
export type BindingDeps = WithWorkspace<'environments' | 'secretBindings' | 'fromFiles'>

/** How a client proves itself, and where. */
export interface ClientAt {
  method: AuthMethod
  url: string
}

/**
 * Everything that a request needs and may not send yet, found without reading any of it: the password of the proxy, what
 * the client proves itself with, and the logins at the sources of `names`. A preview sends nothing.
 */
export function bindingProblems(
  deps: BindingDeps,
  environment: CurrentEnvironment,
  names: readonly SecretName[],
  client: ClientAt | null,
): FieldProblem[] {
  if (environment.offline) return []
  const ofCredential =
    client !== null && hasCredential(environment, client.method) ? clientProblems(deps, environment, client) : []
  const problems = [...proxyProblems(deps, environment), ...ofCredential, ...sourceProblems(deps, environment, names)]
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}

/** The logins at the sources of these secrets that may not go there yet. */
export function sourceProblems(
  deps: BindingDeps,
  environment: CurrentEnvironment,
  names: readonly SecretName[],
): FieldProblem[] {
  if (environment.offline) return []
  const unread = names.filter((name) => (environment.secrets[name] ?? '') === '')
  return unread.flatMap((name) => loginProblems(deps, environment, sourceOf(environment.value, name)))
}

/** The client's credential, if it may not go to this endpoint yet. */
export function clientProblems(
  deps: BindingDeps,
  environment: CurrentEnvironment,
  { method, url }: ClientAt,
): FieldProblem[] {
  const { id, value } = environment
  const secret = clientAuthMethods[method].credential
  if (id === null || secret === null || url === '' || staysInSandbox(deps, environment)) return []
  const origin = originOf(url) ?? url
  return unbound(deps, id, { secret, origin, way: wayOf(value.network), source: () => labelOf(value, secret) })
}

/** The sandbox's own stay within it; what a file leads through somebody else's proxy leaves it. */
function staysInSandbox(deps: BindingDeps, { id, value }: CurrentEnvironment): boolean {
  return (
    value.provider === 'sandbox' &&
    (id === null || !isFromFile(deps.workspace.fromFiles.list(id), partsOf(wayOf(value.network))))
  )
}

/** The proxy's password, if it may not go to this proxy yet. */
export function proxyProblems(deps: BindingDeps, { id, value, secretVersions }: CurrentEnvironment): FieldProblem[] {
  const origin = proxyOrigin(value)
  if (id === null || origin === null || secretVersions.proxy_password === undefined) return []
  const source = () => labelOf(value, 'proxy_password')
  return unbound(deps, id, { secret: 'proxy_password', origin, way: wayOf(value.network), source })
}

/** What the app would log in with at a secret's source, if it may not go there yet. */
export function loginProblems(
  deps: BindingDeps,
  { id, value }: CurrentEnvironment,
  source: SecretSource,
): FieldProblem[] {
  const target = loginAt(source)
  if (id === null || target === null) return []
  const { name, origin, way } = target
  return unbound(deps, id, { secret: name, origin, way, source: () => loginLabel(value, source, name) })
}

/**
 * The access token, if it may not go to this URL yet: the server, or the way there, came with a file and nobody has
 * allowed it. Where the client's own credential may go, the token may. `typed` is the URL with its variables.
 */
export function tokenProblems(
  deps: BindingDeps,
  { id, value }: CurrentEnvironment,
  url: string,
  typed = url,
): FieldProblem[] {
  const origin = originOf(url)
  if (id === null || origin === null) return []
  const { fromFiles, secretBindings } = deps.workspace
  const way = wayOf(value.network)
  const mixed = mixedServer(typed)
  const named = mixed === null ? [origin] : [origin, mixed]
  const settings = [
    ...named.map((one) => ({ part: 'origin' as const, value: one })),
    ...settingsOfServer(typed, value.variables),
    ...partsOf(way),
  ]
  if (!isFromFile(fromFiles.list(id), settings)) return []
  const isOriginAllowed = secretBindings
    .all(id)
    .some((bound) => ofClient.has(bound.name) && bound.origin === origin && isSameWay(bound.way, way))
  return isOriginAllowed ? [] : unbound(deps, id, { secret: 'access_token', origin, way, source: () => heldTokenLabel })
}

/** The secret variables of a call, if they may not go to its URL yet. Where the client's own credential may go says nothing of them. */
export function secretVariableProblems(
  deps: BindingDeps,
  { id, value }: CurrentEnvironment,
  url: string,
): FieldProblem[] {
  const origin = originOf(url)
  if (id === null || origin === null) return []
  const source = () => labelOf(value, 'secret_variables')
  return unbound(deps, id, { secret: 'secret_variables', origin, way: wayOf(value.network), source })
}

/** Whether one of these settings came with a file. */
export const isFromFile = (fromFile: readonly WaySetting[], settings: readonly WaySetting[]): boolean =>
  settings.some((setting) => fromFile.some((one) => isDeepStrictEqual(one, setting)))

interface Sending extends Destination {
  secret: OriginBound
  /** Where it comes from, in words. */
  source: () => string
}

function unbound(deps: BindingDeps, id: string, { secret, origin, way, source }: Sending): FieldProblem[] {
  const { secretBindings, environments } = deps.workspace
  const bound = secretBindings.list(id, secret)
  const atOrigin = bound.filter((one) => one.origin === origin)
  if (atOrigin.some((one) => isSameWay(one.way, way))) return []
  // What a form changes of the way is the person's own edit, which binds when it is saved.
  const saved = isLogin(secret) ? null : environments.get(id)
  if (saved !== null && atOrigin.some((one) => isSameWay(one.way, wayOf(saved.value.network)))) return []
  const boundTo = [...new Set(bound.map((one) => one.origin))]
  const boundWay = atOrigin[0]?.way ?? null
  const remedy = { kind: 'allow_origin', secret, origin, boundTo, way, boundWay, source: source() } as const
  return [{ ...problemAt(secret, problem('origin_not_approved', { origin })), remedy }]
}

/** False where there is nothing to send: what is missing is another problem. */
export function hasCredential({ value, secretVersions }: CurrentEnvironment, method: AuthMethod): boolean {
  const name = clientAuthMethods[method].credential
  switch (name) {
    case 'client_secret':
      return secretVersions.client_secret !== undefined
    case 'private_key':
      return secretVersions.private_key !== undefined || value.assertion.keyFile !== ''
    case 'client_assertion':
      return value.assertion.assertionFile !== ''
    case null:
      return false
  }
}

function labelOf(value: EnvironmentInput, name: SecretName | 'client_assertion'): string {
  if (name === 'client_assertion') return `file ${value.assertion.assertionFile}`
  if (name === 'private_key' && value.assertion.keyFile !== '') return `file ${value.assertion.keyFile}`
  return sourceLabel(value.secretSources[name] ?? { kind: 'stored' })
}

function loginLabel(value: EnvironmentInput, source: SecretSource, name: OriginBound): string {
  if (name === 'aws_login') return loginLabels.aws
  if (name === 'azure_login') return loginLabels.azure
  if (source.kind === 'vault' && source.login.method === 'kubernetes') {
    return loginLabels.serviceAccount(source.login.tokenFile)
  }
  return labelOf(value, name === 'vault_secret_id' ? name : 'vault_token')
}
