import { expect, test } from 'vitest'
import { newEnvironment } from '../../../../electron/catalogue/new-environment.ts'
import { secretStorage } from '../../../../electron/core/review/checks/secret-storage.ts'
import { heldSecret, reviewCase } from '../../../support/review-case.ts'

const look = (known: Parameters<typeof reviewCase>[0]) => secretStorage.look(reviewCase(known))
const codes = (known: Parameters<typeof reviewCase>[0]) => look(known).map(({ code }) => code)

test('a secret that is needed and not there says nothing about how it is kept', () => {
  expect(codes({ secrets: [heldSecret({ source: 'none' })] })).toEqual(['secret_not_set'])
  expect(codes({ secrets: [] })).toEqual(['secret_not_set'])
  const settings = { ...newEnvironment, token_endpoint_auth_method: 'tls_client_auth' as const }
  expect(look({ settings })).toMatchObject([
    { code: 'secret_not_set', evidence: { secrets: 'client_certificate_key' } },
  ])
})

test('a passphrase, which a key may not have, is not missed', () => {
  const settings = { ...newEnvironment, token_endpoint_auth_method: 'private_key_jwt' as const }
  const secrets = [heldSecret({ name: 'private_key' }), heldSecret({ name: 'private_key_passphrase', source: 'none' })]
  expect(codes({ settings, secrets })).toEqual(['secrets_encrypted'])
})

test('a file in a Git working copy that is not ignored is to improve, and is named without its folders', () => {
  const settings = {
    ...newEnvironment,
    secretSources: {
      client_secret: { kind: 'file' as const, path: '/home/maria/orders/.env.json', pointer: '/secret' },
    },
  }
  const found = look({ settings, secrets: [heldSecret({ source: 'file', git: 'untracked' })] })
  expect(found).toMatchObject([
    { code: 'secret_in_repository', status: 'to_improve', evidence: { field: 'client_secret' } },
  ])
  expect(found[0].seen[0]?.value).toBe('.env.json')
  expect(JSON.stringify(found)).not.toContain('maria')
})

test('a key file in a working copy leads to the field of the file', () => {
  const settings = {
    ...newEnvironment,
    token_endpoint_auth_method: 'private_key_jwt' as const,
    assertion: { ...newEnvironment.assertion, keyFile: 'C:\\work\\repo\\client.pem' },
  }
  const secrets = [heldSecret({ name: 'private_key', source: 'file', git: 'untracked' })]
  expect(look({ settings, secrets })[0]).toMatchObject({
    evidence: { field: 'assertion.keyFile' },
    seen: [{ name: 'assertion.keyFile', value: 'client.pem' }],
  })
})

test.each([
  ['stored', 'secrets_encrypted'],
  ['session', 'secrets_not_kept'],
  ['ask', 'secrets_not_kept'],
  ['environment_variable', 'secrets_from_variable'],
  ['vault', 'secrets_in_manager'],
  ['aws_secrets_manager', 'secrets_in_manager'],
  ['azure_key_vault', 'secrets_in_manager'],
] as const)('a secret of source %s is %s', (source, code) => {
  expect(look({ secrets: [heldSecret({ source })] })).toMatchObject([{ code, status: 'passed' }])
})

test.each([
  ['tracked', 'secret_committed', 'at_risk'],
  ['untracked', 'secret_in_repository', 'to_improve'],
  ['ignored', 'secrets_in_ignored_file', 'passed'],
  ['none', 'secrets_in_file', 'passed'],
  [null, 'secret_file_not_seen', 'not_known'],
] as const)('a file of which Git says %s is %s', (git, code, status) => {
  expect(look({ secrets: [heldSecret({ source: 'file', git })] })).toMatchObject([{ code, status }])
})

test('each way of keeping secrets is said once, first that of the client’s own credential', () => {
  const secrets = [
    heldSecret({ name: 'proxy_password', source: 'session' }),
    heldSecret({ source: 'vault' }),
    heldSecret({ name: 'vault_token' }),
    heldSecret({ name: 'dpop_key' }),
  ]
  expect(look({ secrets }).map(({ evidence }) => evidence['secrets'])).toEqual([
    'client_secret',
    'proxy_password',
    'vault_token dpop_key',
  ])
})

test('an environment that needs no secret keeps none', () => {
  const settings = { ...newEnvironment, token_endpoint_auth_method: 'client_assertion_file' as const }
  expect(codes({ settings })).toEqual(['no_secret_used'])
})
