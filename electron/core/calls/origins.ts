import { isDeepStrictEqual } from 'node:util'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { FieldProblem } from '../../contract/finding.ts'
import { type OriginBound, originBoundSchema } from '../../contract/secret.ts'
import { secretLabels } from '../../contract/secret-labels.ts'
import type { SecretSource, VaultSource } from '../../contract/secret-source.ts'
import { sourceLabel } from '../../contract/source-label.ts'
import { loginOf } from '../secrets/needed.ts'
import { parseProxy, proxyLabel } from '../http/proxy-url.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Desk, Subject } from './desk.ts'

/** What authenticates a client, and is therefore meant for its authorization server alone. */
const ofClient: ReadonlySet<OriginBound> = new Set(['client_secret', 'private_key', 'client_assertion'])

/** Every origin that an environment, as it stands, would send this secret to. */
export function originsOf(value: EnvironmentInput, name: OriginBound): string[] {
  const { token_endpoint, introspection_endpoint, revocation_endpoint, mtls_endpoint_aliases: aliases } = value
  if (ofClient.has(name)) {
    const endpoints = [value.issuer, token_endpoint, introspection_endpoint, revocation_endpoint]
    return distinctOrigins([...endpoints, ...Object.values(aliases)])
  }
  switch (name) {
    case 'proxy_password': {
      const origin = proxyOrigin(value)
      return origin === null ? [] : [origin]
    }
    case 'vault_token':
    case 'vault_secret_id':
      return distinctOrigins(Object.values(value.secretSources).map(vaultAddress))
    default:
      return []
  }
}

/** What a person set for an environment may go to the servers that it names at that moment. */
export function bindToOrigins({ origins }: Workspace, id: string, value: EnvironmentInput, name: OriginBound): void {
  origins.clear(id, name)
  for (const origin of originsOf(value, name)) origins.add(id, name, origin)
}

/** Binds what a person changed the source of; `before` is null for a new environment. */
export function bindChangedSources(
  workspace: Workspace,
  id: string,
  before: EnvironmentInput | null,
  value: EnvironmentInput,
): void {
  for (const name of originBoundSchema.options) {
    const now = comesFrom(value, name)
    if (!isLogin(name) && now !== null && (before === null || !isDeepStrictEqual(comesFrom(before, name), now))) {
      bindToOrigins(workspace, id, value, name)
    }
  }
  const sourcesBefore = new Map(Object.entries(before?.secretSources ?? {}))
  // A login goes where the source that was changed is, and not to a Vault that another one names.
  for (const [name, source] of Object.entries(value.secretSources)) {
    if (source.kind !== 'vault' || isDeepStrictEqual(sourcesBefore.get(name), source)) continue
    const origin = originOf(source.address)
    if (origin !== null) workspace.origins.add(id, loginBoundAs(source), origin)
  }
}

/** Unbinds what somebody else's file takes from another source: who allowed the old one has not seen the new. */
export function unbindChangedSources(
  { origins }: Workspace,
  id: string,
  before: EnvironmentInput,
  value: EnvironmentInput,
): void {
  for (const name of originBoundSchema.options) if (isFromElsewhere(before, value, name)) origins.clear(id, name)
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
      // A login by Kubernetes sends a file of its own instead.
      const logins = Object.values(value.secretSources).flatMap((source) =>
        source.kind === 'vault' && source.login.method === 'kubernetes' ? [source.login.tokenFile] : [],
      )
      return logins.length === 0 ? null : JSON.stringify(logins)
    }
    default:
      return outside(value, name)
  }
}

const isLogin = (name: OriginBound) => name === 'vault_token' || name === 'vault_secret_id'

const loginBoundAs = (source: VaultSource): OriginBound => loginOf(source) ?? 'vault_token'

function outside({ secretSources }: EnvironmentInput, name: Exclude<OriginBound, 'client_assertion'>) {
  const source = secretSources[name] ?? null
  return source?.kind === 'stored' || source?.kind === 'session' ? null : source
}

/** The client's credential, if it may not go to this endpoint yet. The sandbox's own stay within it. */
export function clientProblems({ ports }: Desk, { id, value }: Subject, method: string, url: string): FieldProblem[] {
  const name = credentialOf(method)
  if (id === null || name === null || value.provider === 'sandbox') return []
  return unbound(ports.workspace, id, name, url, labelOf(value, name))
}

/** The proxy's password, if it may not go to this proxy yet. */
export function proxyProblems({ ports }: Desk, { id, value, secrets }: Subject): FieldProblem[] {
  const origin = proxyOrigin(value)
  if (id === null || origin === null || (secrets.proxy_password ?? '') === '') return []
  return unbound(ports.workspace, id, 'proxy_password', origin, labelOf(value, 'proxy_password'))
}

/** What the app would log in with at a secret's source, if it may not go there yet. VAULT_ADDR is the person's own word. */
export function loginProblems({ ports }: Desk, { id, value }: Subject, source: SecretSource): FieldProblem[] {
  if (id === null || source.kind !== 'vault' || source.address === '') return []
  const name = loginBoundAs(source)
  return unbound(ports.workspace, id, name, source.address, labelOf(value, name))
}

function unbound({ origins }: Workspace, id: string, secret: OriginBound, url: string, source: string): FieldProblem[] {
  const origin = originOf(url) ?? url
  const boundTo = origins.list(id, secret)
  if (url === '' || boundTo.includes(origin)) return []
  const label = secretLabels[secret]
  const message =
    boundTo.length === 0
      ? `${label}: it would go to ${origin} for the first time.`
      : `${label}: it would go to ${origin}, and was meant for ${boundTo.join(', ')}.`
  return [{ field: secret, message, remedy: { kind: 'allow_origin', secret, origin, boundTo, source } }]
}

function credentialOf(method: string): OriginBound | null {
  switch (method) {
    case 'client_secret_basic':
    case 'client_secret_post':
    case 'client_secret_jwt':
      return 'client_secret'
    case 'private_key_jwt':
      return 'private_key'
    case 'client_assertion_file':
      return 'client_assertion'
    default:
      return null
  }
}

function labelOf(value: EnvironmentInput, name: OriginBound): string {
  if (name === 'client_assertion') return `file ${value.assertion.assertionFile}`
  if (name === 'private_key' && value.assertion.keyFile !== '') return `file ${value.assertion.keyFile}`
  return sourceLabel(value.secretSources[name] ?? { kind: 'stored' })
}

const vaultAddress = (source: SecretSource) => (source.kind === 'vault' ? source.address : '')

function proxyOrigin({ network: { proxy } }: EnvironmentInput): string | null {
  const parsed = proxy.mode === 'explicit' ? parseProxy(proxy.url, '', '') : null
  return parsed === null ? null : proxyLabel(parsed)
}

function originOf(url: string): string | null {
  return /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).origin : null
}

const distinctOrigins = (urls: readonly string[]) => [...new Set(urls.flatMap((url) => originOf(url) ?? []))]
