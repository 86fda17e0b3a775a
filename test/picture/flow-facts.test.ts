import { describe, expect, it } from 'vitest'
import type { Environment } from '../../electron/contract/environment.ts'
import { flowFactsOf } from '../../electron/picture/flow-facts.ts'
import { orders } from './plan.ts'

const day = 86_400_000
const none = { kind: 'none', setAt: null, replacing: false } as const
const secrets: Environment['secrets'] = {
  client_secret: none,
  private_key: none,
  private_key_passphrase: none,
  client_certificate_key: none,
  client_certificate_passphrase: none,
  dpop_key: none,
  proxy_password: none,
  vault_token: none,
  vault_secret_id: none,
  secret_variables: none,
}
const environment: Environment = { ...orders, id: 'orders', builtIn: false, secrets }
const credential = (change: Partial<Environment>) =>
  flowFactsOf({ ...environment, ...change }, null, 50 * day).credential

describe('what an explanation knows of the credential', () => {
  it('is the secret with its age in whole days', () => {
    const stored = { kind: 'stored', setAt: 8.5 * day, replacing: false } as const
    expect(credential({ secrets: { ...secrets, client_secret: stored } })).toEqual({
      is: 'secret',
      keptIn: 'stored',
      ageInDays: 41,
    })
  })

  it('is the source that the secret comes from', () => {
    expect(
      credential({
        secrets: { ...secrets, client_secret: { ...none, kind: 'source' } },
        secretSources: { client_secret: { kind: 'environment_variable', variable: 'SECRET' } },
      }).keptIn,
    ).toBe('environment_variable')
  })

  it('is a file where the key is in one, and nothing where the client proves nothing', () => {
    const assertion = { ...orders.assertion, keyFile: 'key.pem' }
    expect(credential({ token_endpoint_auth_method: 'private_key_jwt', assertion }).keptIn).toBe('file')
    expect(credential({ token_endpoint_auth_method: 'client_assertion_file' })).toMatchObject({
      is: 'assertion',
      keptIn: 'file',
    })
    expect(credential({ token_endpoint_auth_method: 'none' })).toMatchObject({ is: 'nothing', keptIn: 'none' })
  })
})

describe('what an explanation knows of the source of a secret', () => {
  const scheme = (secretSources: Environment['secretSources']) =>
    flowFactsOf({ ...environment, secretSources }, null, 0).sourceScheme

  it('is the scheme of its address, and HTTPS where none is set', () => {
    const aws = {
      kind: 'aws_secrets_manager',
      region: 'eu-central-1',
      secretId: 'orders',
      key: '',
      versionStage: '',
    } as const
    expect(scheme({ client_secret: { ...aws, endpoint: 'http://127.0.0.1:4566' } })).toBe('http')
    expect(scheme({ client_secret: { ...aws, endpoint: '' } })).toBe('https')
    expect(scheme({})).toBe('https')
  })
})
