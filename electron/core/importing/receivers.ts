import { receiverText } from '../../wording/import/receivers.ts'
import { assertNever } from '../../common/assert-never.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { SecretSource } from '../../contract/secret-source.ts'
import type { OriginBound, SecretName } from '../../contract/secret.ts'
import type { Receiver } from './receiver.ts'
import { wayReceiversOf } from './way-receivers.ts'
import { loginAt, ofVariable, proxyOrigin, wayOf } from '../secrets/destinations.ts'
import { hasVariables } from '../../vocabulary/variables.ts'
import { sourceLabel } from '../../wording/secret-source.ts'

type Sent = Pick<Receiver, 'secret' | 'source' | 'by'>

/** The URLs of calls that carry the token, and of those that carry a secret variable. */
export interface CallUrls {
  token: readonly string[]
  secretVariables: readonly string[]
}

/** Every server that an environment names and that would receive something secret, whichever of its settings are in use now. */
export function receiversOf(value: EnvironmentInput, callUrls: CallUrls): Receiver[] {
  const { network, introspection, mtls_endpoint_aliases: aliases, secretSources } = value
  const endpoints = [
    value.token_endpoint,
    value.revocation_endpoint,
    ...(introspection.authentication === 'none' ? [] : [value.introspection_endpoint]),
    aliases.token_endpoint,
    aliases.revocation_endpoint,
    ...(introspection.authentication === 'none' ? [] : [aliases.introspection_endpoint]),
  ]
  const client = clientSecretOf(value)
  const tokenPlaces = [...callUrls.token, value.introspection_endpoint, aliases.introspection_endpoint]
  const way = wayOf(network)
  const token = { secret: 'access_token', source: receiverText.tokenEndpoint, by: { kind: 'token', way } } as const
  const password = {
    secret: 'proxy_password',
    source: sourceText(secretSources.proxy_password),
    by: { kind: 'bound', name: 'proxy_password', way },
  } as const
  const variables = {
    secret: 'secret_variables',
    source: sourceText(secretSources.secret_variables),
    by: { kind: 'bound', name: 'secret_variables', way },
  } as const
  const receivers = [
    ...(client === null ? [] : endpoints.flatMap((url) => receiverOf(client, url))),
    ...tokenPlaces.flatMap((url) => receiverOf(token, url)),
    ...callUrls.secretVariables.flatMap((url) => receiverOf(variables, url)),
    ...(network.proxy.mode === 'explicit' && network.proxy.username !== ''
      ? receiverOf(password, proxyOrigin(value) ?? '')
      : []),
    ...Object.values(secretSources).flatMap((source) => askedServers(source, value)),
    ...wayReceiversOf(value),
  ]
  return [...new Map(receivers.map((one) => [JSON.stringify(one), one])).values()]
}

/** What the client proves itself with. A key is not sent, but what is signed with it is. */
function clientSecretOf(value: EnvironmentInput): Sent | null {
  const { assertion, secretSources } = value
  const source = (name: SecretName) => sourceText(secretSources[name])
  const by = (name: OriginBound) => ({ kind: 'bound', name, way: wayOf(value.network) }) as const
  switch (value.token_endpoint_auth_method) {
    case 'client_secret_basic':
    case 'client_secret_post':
    case 'client_secret_jwt':
      return { secret: 'client_secret', source: source('client_secret'), by: by('client_secret') }
    case 'private_key_jwt':
      return {
        secret: 'client_assertion',
        source: receiverText.signedWith(assertion.keyFile === '' ? source('private_key') : `file ${assertion.keyFile}`),
        by: by('private_key'),
      }
    case 'client_assertion_file':
      return { secret: 'client_assertion', source: `file ${assertion.assertionFile}`, by: by('client_assertion') }
    case 'tls_client_auth':
    case 'self_signed_tls_client_auth':
    case 'none':
      // The key of a client certificate proves itself in TLS and never leaves.
      return null
    default:
      return assertNever(value.token_endpoint_auth_method)
  }
}

/** The server that a source asks, which receives what the app logs in with. */
function askedServers(source: SecretSource | undefined, { secretSources }: EnvironmentInput): Receiver[] {
  const login = loginAt(source)
  if (source === undefined || login === null) return []
  const { name, origin, way } = login
  const by = { kind: 'bound', name, way } as const
  if (source.kind === 'vault' && source.login.method === 'kubernetes') {
    const file = `file ${source.login.tokenFile || receiverText.usualFile}`
    return receiverOf({ secret: receiverText.serviceAccountToken, source: file, by }, origin)
  }
  return receiverOf({ secret: name, source: loginText(name, secretSources), by }, origin)
}

function loginText(name: OriginBound, secretSources: EnvironmentInput['secretSources']): string {
  if (name === 'aws_login') return receiverText.awsLogin
  if (name === 'azure_login') return receiverText.azureLogin
  return sourceText(secretSources[name === 'vault_secret_id' ? name : 'vault_token'])
}

function receiverOf(sent: Sent, url: string): Receiver[] {
  if (url === ofVariable) return [{ kind: 'server', ...sent, origin: url }]
  if (hasVariables(originText(url))) return [{ kind: 'server', ...sent, origin: originText(url) }]
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(url) || !URL.canParse(url)) return []
  const { protocol, host } = new URL(url)
  // Proxies are named with their port, as they are bound.
  const origin = sent.secret === 'proxy_password' ? url : `${protocol}//${host}`
  return host === '' ? [] : [{ kind: 'server', ...sent, origin }]
}

/** Scheme and authority, as they are written. */
const originText = (url: string) => /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/?#]*/i.exec(url)?.[0] ?? url

const sourceText = (source: SecretSource | undefined) => sourceLabel(source ?? { kind: 'stored' })
