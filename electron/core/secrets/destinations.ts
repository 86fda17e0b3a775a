import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { assertNever } from '../../common/assert-never.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { NetworkPolicy } from '../../contract/network-policy.ts'
import type { SecretSource } from '../../contract/secret-source.ts'
import type { OriginBound } from '../../contract/secret.ts'
import type { Way, WaySetting } from '../../contract/way.ts'
import { parseProxy, proxyLabel } from '../proxy/proxy-url.ts'

/** Where something may be sent, and how. */
export interface Destination {
  origin: string
  way: Way
}

/** What authenticates a client, and is therefore meant for its authorization server alone. */
export const ofClient: ReadonlySet<OriginBound> = new Set(['client_secret', 'private_key', 'client_assertion'])

/** What the app logs in with where secrets lie: each goes to the server that a source names, by the way of that source. */
const logins: ReadonlySet<OriginBound> = new Set(['vault_token', 'vault_secret_id', 'aws_login', 'azure_login'])

export const isLogin = (name: OriginBound): boolean => logins.has(name)

/** The secret of an environment that logs in at a source; null when none does. */
export function loginOf(source: SecretSource | undefined): 'vault_token' | 'vault_secret_id' | null {
  if (source?.kind !== 'vault') return null
  switch (source.login.method) {
    case 'token':
      return 'vault_token'
    case 'approle':
      return 'vault_secret_id'
    case 'kubernetes':
      return null
  }
}

/** Every destination that an environment would send this to with its present settings. */
export function destinationsOf(value: EnvironmentInput, name: OriginBound): Destination[] {
  if (isLogin(name)) {
    const targets = Object.values(value.secretSources).flatMap((source) => loginAt(source) ?? [])
    return targets.filter((target) => target.name === name).map(({ origin, way }) => ({ origin, way }))
  }
  const way = wayOf(value.network)
  if (ofClient.has(name)) return clientOrigins(value).map((origin) => ({ origin, way }))
  const proxy = name === 'proxy_password' ? proxyOrigin(value) : null
  return proxy === null ? [] : [{ origin: proxy, way }]
}

/** The origins of the endpoints that the client of an environment authenticates at. */
export function clientOrigins(value: EnvironmentInput): string[] {
  const { issuer, token_endpoint, introspection_endpoint, revocation_endpoint, mtls_endpoint_aliases: aliases } = value
  const endpoints = [issuer, token_endpoint, introspection_endpoint, revocation_endpoint]
  return distinctOrigins([...endpoints, ...Object.values(aliases)])
}

/** In the place of the origin of a Vault that a source does not name. */
export const ofVariable = 'VAULT_ADDR'

/**
 * What a source is logged in at with, and where; null where it names no server. What the variables and files of this
 * computer name (VAULT_ADDR, a profile of AWS) is the person's own word. Authorities that a source names for it are not.
 */
export function loginAt(source: SecretSource | undefined): (Destination & { name: OriginBound }) | null {
  switch (source?.kind) {
    case 'vault': {
      const way = { ...plainWay, caFile: source.caFile }
      // A login by Kubernetes sends its own token, which is bound as Vault's.
      const name = loginOf(source) ?? 'vault_token'
      if (source.address === '') return source.caFile === '' ? null : { name, origin: ofVariable, way }
      return at(name, source.address, way)
    }
    case 'aws_secrets_manager':
      return at('aws_login', source.endpoint, plainWay)
    case 'azure_key_vault':
      return at('azure_login', source.vaultUrl, plainWay)
    case 'stored':
    case 'session':
    case 'ask':
    case 'environment_variable':
    case 'file':
    case undefined:
      return null
    default:
      return assertNever(source)
  }
}

function at(name: OriginBound, url: string, way: Way) {
  const origin = originOf(url)
  return origin === null ? null : { name, origin, way }
}

export function proxyOrigin({ network: { proxy } }: EnvironmentInput): string | null {
  const parsed = proxy.mode === 'explicit' ? parseProxy(proxy.url, '', '') : null
  return parsed === null ? null : proxyLabel(parsed)
}

export function originOf(url: string): string | null {
  return /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).origin : null
}

export const distinctOrigins = (urls: readonly string[]): string[] => [
  ...new Set(urls.flatMap((url) => originOf(url) ?? [])),
]

/** Where nothing is set. */
export const plainWay: Way = { proxy: 'system', bypass: '', ca: '', caFile: '', acceptedCertificate: '' }

/** The way that a network policy makes requests take. */
export function wayOf({ proxy, ca, caFile, acceptedCertificate }: NetworkPolicy): Way {
  const isExplicit = proxy.mode === 'explicit'
  return {
    proxy: isExplicit ? proxyName(proxy.url) : proxy.mode,
    bypass: isExplicit ? proxy.bypass : '',
    ca: ca.trim() === '' ? '' : createHash('sha256').update(ca.trim()).digest('base64url'),
    caFile,
    acceptedCertificate,
  }
}

export const isSameWay = (one: Way, other: Way): boolean => isDeepStrictEqual(one, other)

/** Each part of a way by itself. */
export function partsOf({ proxy, bypass, ca, caFile, acceptedCertificate }: Way): WaySetting[] {
  return [
    { part: 'proxy', value: proxy },
    { part: 'bypass', value: bypass },
    { part: 'ca', value: ca },
    { part: 'caFile', value: caFile },
    { part: 'acceptedCertificate', value: acceptedCertificate },
  ]
}

function proxyName(url: string): string {
  const parsed = parseProxy(url, '', '')
  return parsed === null ? url : proxyLabel(parsed)
}
