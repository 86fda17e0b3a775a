import { expect, test } from 'vitest'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import type { EnvironmentInput } from '../../../electron/contract/environment.ts'
import type { CurrentEnvironment } from '../../../electron/core/environment/current-environment.ts'
import { tokenCacheKey } from '../../../electron/core/flow/held-token.ts'
import { matchesSettings, settingsKey } from '../../../electron/core/flow/settings-key.ts'

const environment: CurrentEnvironment = {
  id: 'one',
  value: newEnvironment,
  secrets: {},
  usesPending: false,
  hasPending: false,
  offline: false,
  secretVersions: { client_secret: 'stored 1' },
}
const { assertion, dpop, network } = newEnvironment
const keyOf = (value: Partial<EnvironmentInput>) =>
  settingsKey({ ...environment, value: { ...newEnvironment, ...value } })

test.each<[string, Partial<EnvironmentInput>]>([
  ['the server', { issuer: 'https://other.example' }],
  ['the token endpoint', { token_endpoint: 'https://other.example/token' }],
  [
    'its alias for mutual TLS',
    {
      mtls_endpoint_aliases: { ...newEnvironment.mtls_endpoint_aliases, token_endpoint: 'https://mtls.example/token' },
    },
  ],
  ['the client', { client_id: 'other' }],
  ['the method', { token_endpoint_auth_method: 'private_key_jwt' }],
  ['the key file', { assertion: { ...assertion, keyFile: '/other.pem' } }],
  ['the kid', { assertion: { ...assertion, kid: 'other' } }],
  [
    'the certificate',
    { network: { ...network, clientCertificate: { ...network.clientCertificate, certificate: 'x' } } },
  ],
  ['the scopes', { scope: 'a' }],
  ['the audience', { audience: 'a' }],
  ['the resources', { resource: ['https://api.example'] }],
  ['an extra parameter', { parameters: [{ name: 'x', value: '1' }] }],
  ['an extra header', { headers: [{ name: 'X', value: '1' }] }],
  ['DPoP', { dpop: { ...dpop, enabled: true } }],
  ['the DPoP key file', { dpop: { ...dpop, keyFile: '/other.pem' } }],
])('another token is needed when %s changes', (_name, change) => {
  expect(keyOf(change)).not.toBe(keyOf({}))
})

test.each<[string, Partial<EnvironmentInput>]>([
  ['name and stage', { name: 'x', stage: 'production' }],
  ['the introspection endpoint', { introspection_endpoint: 'https://other.example' }],
  ['a time limit', { network: { ...network, timeLimits: { ...network.timeLimits, connect: 1000 } } }],
  ['the margin of renewal', { renewBefore: 60 }],
])('the same token serves when %s changes', (_name, change) => {
  expect(keyOf(change)).toBe(keyOf({}))
})

test.each(['client_secret', 'private_key', 'client_certificate_key', 'dpop_key'])(
  'another token is needed when %s is another one',
  (name) => {
    const secretVersions = { ...environment.secretVersions, [name]: 'stored 2' }
    expect(settingsKey({ ...environment, secretVersions })).not.toBe(settingsKey(environment))
  },
)

test('an environment that is alike in everything has its own key', () => {
  expect(settingsKey({ ...environment, id: 'two' })).not.toBe(settingsKey(environment))
})

test('another token is needed when what a file holds changes, though its path does not', () => {
  const keys = [
    [null, null, null],
    ['key', null, null],
    [null, 'certificate', null],
    [null, null, 'dpop'],
  ].map((thumbprints) => tokenCacheKey(environment, thumbprints))
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of keys) expect(matchesSettings(key, environment)).toBe(true)
})
