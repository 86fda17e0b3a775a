import { describe, expect, test } from 'vitest'
import type { SecretSource } from '../../../electron/contract/secret-source.ts'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import { draftText, draftValues, rebase } from '../../../renderer/features/environments/form-draft.ts'
import { emptyValues, type FormValues, valuesFrom } from '../../../renderer/features/environments/form-values.ts'
import { readSource, readValues } from '../../../renderer/features/environments/read-values.ts'
import { sectionOf } from '../../../renderer/features/environments/sections.ts'
import {
  secretsToSet,
  secretsToStore,
  shownSecrets,
} from '../../../renderer/features/environments/secrets/shown-secrets.ts'
import {
  asSource,
  emptySource,
  sourceKindsOf,
  type SourceValues,
} from '../../../renderer/features/environments/secrets/source-values.ts'

const named: FormValues = { ...emptyValues, name: 'Orders' }
const withSource = (source: SourceValues, change: Partial<FormValues> = {}): FormValues => ({
  ...named,
  ...change,
  secretSources: { ...named.secretSources, client_secret: source },
})
const errorsOf = (values: FormValues): Record<string, string> => {
  const read = readValues(values)
  return read.ok ? {} : read.errors
}

describe('what is wrong with a source, at its field', () => {
  test('details that are missing', () => {
    expect(errorsOf(withSource(emptySource('environment_variable')))).toEqual({
      'secretSources.client_secret.variable': 'Enter the name of the variable.',
    })
    expect(Object.keys(errorsOf(withSource(emptySource('vault'))))).toEqual([
      'secretSources.client_secret.path',
      'secretSources.client_secret.key',
    ])
    expect(errorsOf(withSource(emptySource('azure_key_vault')))).toHaveProperty([
      'secretSources.client_secret.secretName',
    ])
  })

  test('a login that lacks its role', () => {
    const values = withSource({ ...vaultWith(''), login: { method: 'approle', mount: '', roleId: '' } })
    expect(errorsOf(values)).toEqual({ 'secretSources.client_secret.login.roleId': 'Enter the role ID.' })
  })

  test('a pointer that is none, and a version that is no number', () => {
    expect(errorsOf(withSource({ kind: 'file', path: '/x', pointer: 'oauth' }))).toHaveProperty([
      'secretSources.client_secret.pointer',
    ])
    expect(errorsOf(withSource(vaultWith('two')))).toEqual({
      'secretSources.client_secret.version': 'Enter the number of a version, or leave it empty.',
    })
  })

  test('is found for one source alone, while the rest of the form is wrong', () => {
    const values = { ...withSource(emptySource('file')), token_endpoint: 'half' }
    expect(readSource(values, 'client_secret')).toEqual({
      ok: false,
      errors: { 'secretSources.client_secret.path': 'Choose the file.' },
    })
    expect(readSource(values, 'private_key')).toEqual({ ok: true, value: { kind: 'stored' } })
  })

  test('is in the section of the secret', () => {
    expect(sectionOf('secretSources.client_secret.path')).toBe('server')
    expect(sectionOf('secretSources.proxy_password.variable')).toBe('network')
    expect(sectionOf('secretSources.dpop_key.path')).toBe('tokens')
  })
})

describe('a source that the form does not show', () => {
  test('is not in the way when it is half typed, and stays when it is complete', () => {
    const other = { token_endpoint_auth_method: 'private_key_jwt' } as const
    expect(errorsOf(withSource(emptySource('file'), other))).toEqual({})
    const complete = { kind: 'file', path: '/run/secret', pointer: '' } as const
    expect(readValues(withSource(complete, other))).toMatchObject({
      ok: true,
      value: { secretSources: { client_secret: complete } },
    })
  })
})

describe('sources and environment', () => {
  test('an environment comes back from its values as it was, with every kind of source', () => {
    const all: SecretSource[] = [
      { kind: 'session' },
      { kind: 'ask' },
      { kind: 'environment_variable', variable: 'X' },
      { kind: 'file', path: '/x', pointer: '/a' },
      asSource(vaultWith('3')),
      asSource(vaultWith('')),
      { kind: 'aws_secrets_manager', region: '', secretId: 'a', versionStage: '', key: '', endpoint: '' },
      { kind: 'azure_key_vault', vaultUrl: 'https://x.vault.azure.net', secretName: 'a', version: '' },
    ]
    for (const client_secret of all) {
      const environment = { ...newEnvironment, name: 'Orders', secretSources: { client_secret } }
      expect(readValues(valuesFrom(environment))).toEqual({ ok: true, value: environment })
    }
  })

  test('one that is simply stored is not written down', () => {
    expect(readValues(named)).toMatchObject({ ok: true, value: { secretSources: {} } })
  })

  test('a draft keeps a source that is half typed, and takes over another that was saved since', () => {
    const half = withSource({ kind: 'file', path: '', pointer: 'x' })
    expect(draftValues(draftText(named, half), named)).toEqual(half)
    const saved = { ...named, secretSources: { ...named.secretSources, dpop_key: { kind: 'ask' } as const } }
    expect(rebase(half, named, saved).secretSources).toMatchObject({
      client_secret: { kind: 'file' },
      dpop_key: { kind: 'ask' },
    })
  })

  test('a source that was changed on both sides is one value: its members are not mixed', () => {
    const mine = withSource({ kind: 'file', path: '/mine', pointer: '' })
    const theirs = withSource({ kind: 'environment_variable', variable: 'THEIRS' })
    expect(rebase(mine, named, theirs).secretSources.client_secret).toEqual(mine.secretSources.client_secret)
  })
})

describe('secrets of the form', () => {
  test('what one logs in with at Vault is shown while a source that is shown needs it, and is never fetched itself', () => {
    expect(shownSecrets(named).has('vault_token')).toBe(false)
    expect(shownSecrets(withSource(vaultWith(''))).has('vault_token')).toBe(true)
    expect(shownSecrets(withSource(vaultWith(''), { token_endpoint_auth_method: 'none' })).has('vault_token')).toBe(
      false,
    )
    expect(sourceKindsOf('vault_token')).toEqual(['stored', 'session'])
    expect(sourceKindsOf('client_secret')).toHaveLength(8)
  })

  test('what was typed is set only while the secret is one that is typed', () => {
    const secrets = { client_secret: 'typed', private_key: 'key' }
    expect(secretsToSet(secrets, withSource(emptySource('ask')))).toEqual({ private_key: 'key' })
    expect(secretsToSet(secrets, withSource({ kind: 'session' }))).toEqual(secrets)
    expect(secretsToStore(secrets, withSource({ kind: 'session' }))).toEqual(['private_key'])
  })
})

function vaultWith(version: string): Extract<SourceValues, { kind: 'vault' }> {
  return {
    kind: 'vault',
    address: '',
    namespace: '',
    engine: 'kv2',
    mount: 'secret',
    path: 'orders',
    key: 'secret',
    version,
    login: { method: 'token' },
    caFile: '',
  }
}
