import { assertNever } from '../../contract/assert-never.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { SecretName } from '../../contract/secret.ts'
import type { SecretSource } from '../../contract/secret-source.ts'
import { sourceLabel } from '../../contract/source-label.ts'
import type { ImportItem } from '../../contract/sharing.ts'

/** A server that would receive a secret, or what is made with one, and where that would come from. */
export type Receiver = Omit<ImportItem['receivers'][number], 'known'>

/** Every server that an environment names and that would receive something secret, whichever of its settings are in use now. */
export function receiversOf(value: EnvironmentInput, callUrls: readonly string[]): Receiver[] {
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
  const tokenPlaces = [...callUrls, value.introspection_endpoint, aliases.introspection_endpoint]
  const receivers = [
    ...(client === null ? [] : endpoints.flatMap((url) => receiverOf(client.secret, client.source, url))),
    ...tokenPlaces.flatMap((url) => receiverOf('access_token', 'the token endpoint', url)),
    ...(network.proxy.mode === 'explicit' && network.proxy.username !== ''
      ? receiverOf('proxy_password', sourceText(secretSources.proxy_password), network.proxy.url)
      : []),
    ...Object.values(secretSources).flatMap((source) => askedServers(source, value)),
  ]
  return [...new Map(receivers.map((one) => [JSON.stringify(one), one])).values()]
}

/** What the client proves itself with. A key is not sent, but what is signed with it is. */
function clientSecretOf(value: EnvironmentInput): { secret: string; source: string } | null {
  const { assertion, secretSources } = value
  const source = (name: SecretName) => sourceText(secretSources[name])
  switch (value.token_endpoint_auth_method) {
    case 'client_secret_basic':
    case 'client_secret_post':
    case 'client_secret_jwt':
      return { secret: 'client_secret', source: source('client_secret') }
    case 'private_key_jwt':
      return {
        secret: 'client_assertion',
        source: `signed with the key: ${assertion.keyFile === '' ? source('private_key') : `file ${assertion.keyFile}`}`,
      }
    case 'client_assertion_file':
      return { secret: 'client_assertion', source: `file ${assertion.assertionFile}` }
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
  switch (source?.kind) {
    case 'vault': {
      const { method } = source.login
      const address = source.address
      if (method === 'token') return receiverOf('vault_token', sourceText(secretSources.vault_token), address)
      if (method === 'approle') return receiverOf('vault_secret_id', sourceText(secretSources.vault_secret_id), address)
      return receiverOf(
        'Kubernetes service account token',
        `file ${source.login.tokenFile || '(the usual one)'}`,
        address,
      )
    }
    case 'aws_secrets_manager':
      return receiverOf('a request signed with AWS credentials', "AWS's default credential chain", source.endpoint)
    case 'azure_key_vault':
      return receiverOf('an Azure access token', "Azure's default credential", source.vaultUrl)
    case 'stored':
    case 'session':
    case 'ask':
    case 'environment_variable':
    case 'file':
    case undefined:
      return []
    default:
      return assertNever(source)
  }
}

function receiverOf(secret: string, source: string, url: string): Receiver[] {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(url)) return []
  const { protocol, host } = new URL(url)
  return host === '' ? [] : [{ secret, source, origin: `${protocol}//${host}` }]
}

const sourceText = (source: SecretSource | undefined) => sourceLabel(source ?? { kind: 'stored' })
