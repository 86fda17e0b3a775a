import { expect, test } from 'vitest'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import type { EnvironmentInput } from '../../../electron/contract/environment.ts'
import { missingToAuthenticate } from '../../../electron/core/environment/needed-secrets.ts'
import { statesOf } from '../../../electron/core/secrets/states.ts'

const missing = (settings: Partial<EnvironmentInput>, session = {}) => {
  const value = { ...newEnvironment, ...settings }
  return missingToAuthenticate({ ...value, secrets: statesOf({ value, session, stored: [] }) })
}

test('a client secret that is nowhere is missing, and one from a source or of the session is not', () => {
  expect(missing({})).toEqual(['client_secret'])
  expect(missing({ secretSources: { client_secret: { kind: 'environment_variable', variable: 'SECRET' } } })).toEqual(
    [],
  )
  expect(missing({ secretSources: { client_secret: { kind: 'session' } } }, { client_secret: 's' })).toEqual([])
})

test('a private key is missing without a file, and its passphrase never is', () => {
  expect(missing({ token_endpoint_auth_method: 'private_key_jwt' })).toEqual(['private_key'])
  const assertion = { ...newEnvironment.assertion, keyFile: '/key.pem' }
  expect(missing({ token_endpoint_auth_method: 'private_key_jwt', assertion })).toEqual([])
})

test('what authenticates without a secret lacks none', () => {
  expect(missing({ token_endpoint_auth_method: 'none' })).toEqual([])
  expect(missing({ token_endpoint_auth_method: 'client_assertion_file' })).toEqual([])
})
