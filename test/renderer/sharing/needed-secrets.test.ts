import { describe, expect, it } from 'vitest'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import {
  type SecretName,
  secretNameSchema,
  type SecretState,
  secretStatesSchema,
} from '../../../electron/contract/secret.ts'
import {
  isSupplied,
  neededSecrets,
  suppliedIds,
  unsentText,
} from '../../../renderer/features/sharing/import/needed-secrets.ts'
import { importItem } from './import-item.ts'

const environment = (id: string, name: string, clientSecret: SecretState['kind'], missing: SecretName[] = []) => {
  const state = (kind: SecretState['kind']) => ({ kind, setAt: null, replacing: false })
  const secrets = secretStatesSchema.parse(
    Object.fromEntries(secretNameSchema.options.map((each) => [each, state('none')])),
  )
  return {
    ...newEnvironment,
    id,
    name,
    builtIn: false,
    secrets: { ...secrets, client_secret: state(clientSecret) },
    missing,
  }
}
const item = importItem({ id: 'a', name: 'A', missing: ['client_secret'] })
const needed = (...given: Parameters<typeof neededSecrets>) =>
  neededSecrets(...given).map(({ environmentId, name }) => [environmentId, name])

describe('secrets that an import still needs', () => {
  it('are those of what was imported, and of nothing else', () => {
    const environments = [environment('a', 'A', 'none'), environment('b', 'B', 'none')]
    expect(needed([item], ['a'], environments)).toEqual([['a', 'client_secret']])
    expect(needed([item], [], environments)).toEqual([])
  })

  it('are needed no longer once they are there', () => {
    expect(needed([item], ['a'], [environment('a', 'A', 'stored', [])])).toEqual([])
  })

  it('are found for one that replaced another by name', () => {
    const met = { ...item, existing: { id: 'here', name: 'A' } }
    expect(needed([met], ['here'], [environment('here', 'A', 'none')])).toEqual([['here', 'client_secret']])
  })

  it('are those of the original for one that is beside it', () => {
    const met = { ...item, missing: [], existing: { id: 'a', name: 'A' } }
    const environments = [environment('a', 'A', 'stored'), environment('copy', 'A (imported)', 'none')]
    expect(needed([met], ['copy'], environments)).toEqual([['copy', 'client_secret']])
  })

  it('are found without the file naming them, where the client cannot authenticate', () => {
    const silent = { ...item, missing: [], settings: { ...item.settings, client_id: 'a' } }
    const environments = [environment('a', 'A', 'none', ['client_secret'])]
    expect(needed([silent], ['a'], environments)).toEqual([['a', 'client_secret']])
  })

  it('are none of one that has variables and calls alone', () => {
    const environments = [environment('a', 'A', 'none', ['client_secret'])]
    expect(needed([{ ...item, missing: [] }], ['a'], environments)).toEqual([])
  })

  it('stay here where they open a key, and have no server yet where they would be sent', () => {
    expect(
      ['client_certificate_passphrase', 'client_secret'].map((name) => unsentText(secretNameSchema.parse(name))),
    ).toEqual(['stays here', 'no server yet'])
  })

  it('name each server that would receive them once, and no server that receives something else', () => {
    const receiver = { kind: 'server', source: 'stored', known: false } as const
    const receivers = [
      { ...receiver, secret: 'client_secret', origin: 'https://as.example' },
      { ...receiver, secret: 'client_secret', origin: 'https://as.example' },
      { ...receiver, secret: 'access_token', origin: 'https://api.example' },
    ]
    expect(neededSecrets([{ ...item, receivers }], ['a'], [environment('a', 'A', 'none')])).toMatchObject([
      { sentTo: ['https://as.example'] },
    ])
  })

  it('of a private key name the server that receives what it signs, and of its passphrase none', () => {
    const receivers = [
      { kind: 'server', source: 'signed', known: false, secret: 'client_assertion', origin: 'https://as.example' },
    ] as const
    const missing = ['private_key', 'private_key_passphrase'] as const
    expect(
      neededSecrets([{ ...item, receivers, missing }], ['a'], [environment('a', 'A', 'none')]).map(
        ({ name, sentTo }) => [name, sentTo],
      ),
    ).toEqual([
      ['private_key', ['https://as.example']],
      ['private_key_passphrase', []],
    ])
  })
})

it('a token is offered once for each environment, when all of its secrets are saved', () => {
  const row = (environmentId: string, name: 'client_secret' | 'proxy_password', isSaved: boolean) => ({
    environmentId,
    name,
    isSaved,
    sentTo: [],
  })
  const rows = [row('a', 'client_secret', true), row('a', 'proxy_password', false), row('b', 'client_secret', true)]
  expect(rows.map((one) => isSupplied(one, rows))).toEqual([false, false, true])
  expect(suppliedIds(rows)).toEqual(['b'])
  const later = [row('a', 'client_secret', true), row('a', 'proxy_password', true), row('b', 'client_secret', true)]
  expect(later.map((one) => isSupplied(one, later))).toEqual([true, false, true])
  expect(suppliedIds(later)).toEqual(['a', 'b'])
})
