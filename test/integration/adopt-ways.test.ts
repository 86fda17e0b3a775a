import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { plainWay, wayOf } from '../../electron/core/secrets/destinations.ts'
import { migrations } from '../../electron/core/workspace/migrations/migrations.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { openTestApi } from './test-api.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-ways-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const azure = { kind: 'azure_key_vault', vaultUrl: 'https://vault.example/', secretName: 's', version: '' } as const
const vault = {
  kind: 'vault',
  address: 'https://vault.example',
  namespace: '',
  engine: 'kv2',
  mount: 'secret',
  path: 'app',
  key: 'k',
  version: 0,
  login: { method: 'token' },
  caFile: '/ca.pem',
} as const

test('what was allowed before ways were bound stays allowed by the way in force, and by no other', () => {
  const file = path.join(folder, 'workspace.sqlite')
  const older = new DatabaseSync(file)
  for (const step of migrations.slice(0, 4)) older.exec(step)
  older.exec('PRAGMA user_version = 4')
  const proxy = { mode: 'explicit', url: 'http://proxy.example:8080', username: '', bypass: 'localhost' } as const
  const network = { ...newEnvironment.network, proxy, caFile: '/network-ca.pem' }
  const add = older.prepare('INSERT INTO environments (id, position, value) VALUES (?, 1, ?)')
  const put = (id: string, change: object) =>
    add.run(id, JSON.stringify({ ...newEnvironment, name: id, network, ...change }))
  put('typed', { secretSources: { client_secret: azure, proxy_password: vault } })
  put('imported', { secretSources: { client_secret: azure } })
  put('passphrase', { secretSources: { private_key_passphrase: azure, dpop_key: { ...vault, address: '' } } })
  put('by variable', { secretSources: { client_secret: { ...vault, address: '' } } })
  const bind = older.prepare('INSERT INTO secret_origins (environment_id, name, origin) VALUES (?, ?, ?)')
  bind.run('typed', 'client_secret', 'https://as.example')
  bind.run('typed', 'vault_token', 'https://vault.example')
  bind.run('passphrase', 'private_key', 'https://as.example')
  bind.run('by variable', 'client_secret', 'https://as.example')
  older.close()

  const workspace = openWorkspace(file)
  expect(workspace.secretBindings.all('typed')).toEqual([])
  const { close } = openTestApi(null, { workspace })
  expect(workspace.secretBindings.all('typed')).toEqual([
    { name: 'azure_login', origin: 'https://vault.example', way: plainWay },
    { name: 'client_secret', origin: 'https://as.example', way: wayOf(network) },
    { name: 'vault_token', origin: 'https://vault.example', way: { ...plainWay, caFile: '/ca.pem' } },
  ])
  // What the DPoP key is fetched with went nowhere that was allowed: it is asked about.
  expect(workspace.secretBindings.all('passphrase')).toEqual([
    { name: 'azure_login', origin: 'https://vault.example', way: plainWay },
    { name: 'private_key', origin: 'https://as.example', way: wayOf(network) },
  ])
  expect(workspace.secretBindings.list('by variable', 'vault_token')).toEqual([
    { name: 'vault_token', origin: 'VAULT_ADDR', way: { ...plainWay, caFile: '/ca.pem' } },
  ])
  expect(workspace.secretBindings.all('imported')).toEqual([])
  expect(workspace.fromFiles.list('typed')).toEqual([])
  expect(workspace.secretBindings.withoutWay()).toEqual([])
  close()
})
