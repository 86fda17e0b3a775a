import { expect, test } from 'vitest'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import type { EnvironmentInput } from '../../../electron/contract/environment.ts'
import { receiversOf } from '../../../electron/core/importing/receivers.ts'

const noCalls = { token: [], secretVariables: [] }

const receivers = (change: Partial<EnvironmentInput>, calls: readonly string[] = []) =>
  receiversOf({ ...newEnvironment, ...change }, { token: calls, secretVariables: [] }).map(
    ({ secret, origin }) => `${secret} ${origin}`,
  )

test('every endpoint receives the client secret, aliases for mutual TLS too, and the port counts', () => {
  const change = {
    token_endpoint: 'https://as.example/token',
    revocation_endpoint: 'https://as.example:8443/revoke',
    mtls_endpoint_aliases: { ...newEnvironment.mtls_endpoint_aliases, token_endpoint: 'https://mtls.example/token' },
  }
  expect(receivers(change)).toEqual([
    'client_secret https://as.example',
    'client_secret https://as.example:8443',
    'client_secret https://mtls.example',
  ])
  expect(receivers({ ...change, token_endpoint_auth_method: 'none' })).toEqual([])
})

test('what is signed with a key, or read from a file, goes to the endpoints and says where it comes from', () => {
  const token_endpoint = 'https://as.example/token'
  const assertion = { ...newEnvironment.assertion, assertionFile: '/etc/shadow' }
  expect(
    receiversOf(
      { ...newEnvironment, token_endpoint, token_endpoint_auth_method: 'client_assertion_file', assertion },
      noCalls,
    ),
  ).toMatchObject([{ secret: 'client_assertion', source: 'file /etc/shadow', origin: 'https://as.example' }])
})

test('a variable of this computer that a file names is shown with the server that would receive it', () => {
  const secretSources = { client_secret: { kind: 'environment_variable', variable: 'AWS_SECRET_ACCESS_KEY' } } as const
  expect(
    receiversOf({ ...newEnvironment, token_endpoint: 'https://evil.example/', secretSources }, noCalls),
  ).toMatchObject([
    { secret: 'client_secret', source: 'environment variable AWS_SECRET_ACCESS_KEY', origin: 'https://evil.example' },
  ])
})

test('proxies, Vault, AWS and Azure receive what the app logs in with, and protected APIs the access token', () => {
  const vault = {
    kind: 'vault',
    address: 'https://vault.example:8200',
    namespace: '',
    engine: 'kv2',
    mount: 'secret',
    path: 'a',
    key: 'b',
    version: 0,
    login: { method: 'token' },
    caFile: '',
  } as const
  const change: Partial<EnvironmentInput> = {
    network: {
      ...newEnvironment.network,
      proxy: { mode: 'explicit', url: 'socks5://proxy.example:1080', username: 'u', bypass: '' },
    },
    secretSources: {
      client_secret: vault,
      private_key: {
        kind: 'aws_secrets_manager',
        region: '',
        secretId: 'a',
        versionStage: '',
        key: '',
        endpoint: 'https://aws.example',
      },
      dpop_key: { kind: 'azure_key_vault', vaultUrl: 'https://azure.example', secretName: 'a', version: '' },
    },
  }
  expect(receivers(change, ['https://api.example/a', 'https://api.example/b'])).toEqual([
    'access_token https://api.example',
    'proxy_password socks5://proxy.example:1080',
    'vault_token https://vault.example:8200',
    'aws_login https://aws.example',
    'azure_login https://azure.example',
    'Every request socks5://proxy.example:1080',
  ])
})
