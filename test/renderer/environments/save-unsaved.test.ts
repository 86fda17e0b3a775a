import { expect, test } from 'vitest'
import type { Environment } from '../../../electron/contract/environment.ts'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import { draftText } from '../../../renderer/features/environments/form-draft.ts'
import { valuesOf } from '../../../renderer/features/environments/form-values.ts'
import { readUnsaved } from '../../../renderer/features/environments/unsaved/save-unsaved.ts'

const none = { kind: 'none', setAt: null, replacing: false } as const
const environment: Environment = {
  ...newEnvironment,
  id: 'orders',
  builtIn: false,
  name: 'Orders',
  token_endpoint: 'https://as.example/token',
  secrets: {
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
  },
}
const saved = valuesOf(environment)
const nothing = { secrets: {}, variables: [], keepOld: new Set<never>() }

test('what cannot be an environment is not saved, and every fault is named once', () => {
  const draft = draftText(saved, { ...saved, name: '', token_endpoint: 'ftp://as.example' })
  const unsaved = readUnsaved(environment, draft, nothing)
  expect(unsaved).toMatchObject({ kind: 'wrong' })
  expect(unsaved.kind === 'wrong' ? unsaved.messages : []).toContain('Give the environment a name.')
})

test('a secret that is typed alone is saved with the values as they are', () => {
  const typed = { ...nothing, secrets: { client_secret: 'typed' } }
  expect(readUnsaved(environment, undefined, typed)).toMatchObject({
    kind: 'ready',
    value: { name: 'Orders', token_endpoint: 'https://as.example/token' },
    secrets: { client_secret: 'typed' },
  })
})

test('a secret that now comes from elsewhere is not set', () => {
  const elsewhere = {
    ...saved,
    secretSources: { ...saved.secretSources, client_secret: { ...saved.secretSources.client_secret, kind: 'ask' } },
  } as const
  const typed = { ...nothing, secrets: { client_secret: 'typed' } }
  expect(readUnsaved(environment, draftText(saved, elsewhere), typed)).toMatchObject({ kind: 'ready', secrets: {} })
})
