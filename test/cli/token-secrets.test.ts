import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { noKeyring } from '../../electron/core/secrets/no-keyring.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { context, openTestApi } from '../integration/test-api.ts'
import { tokenEndpoint } from '../integration/token-endpoint.ts'
import { runCcx } from './run-ccx.ts'

const passphrase = 'six words that nobody guesses'
let folder: string
let file: string
let server: Awaited<ReturnType<typeof tokenEndpoint>>

beforeAll(async () => {
  server = await tokenEndpoint(new Set(['stored-secret', 'of-a-variable']))
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-cli-'))
  file = path.join(folder, 'workspace.sqlite')
  const workspace = openWorkspace(file)
  const { api, add, close } = openTestApi(null, { workspace, keyring: noKeyring })
  await api.protectSecrets({ passphrase }, context)
  const base = { ...newEnvironment, client_id: 'c', token_endpoint: server.url }
  const source = { kind: 'environment_variable', variable: 'BILLING_SECRET' } as const
  await add({ ...base, name: 'Stored' }, { client_secret: 'stored-secret' })
  await add({ ...base, name: 'Variable', secretSources: { client_secret: source } })
  const imported = { ...base, name: 'Imported', secretSources: { client_secret: source } }
  workspace.environments.add({ id: 'imported', builtIn: false, value: imported })
  close()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server.close()
})

const token = (name: string, variables: Record<string, string> = {}) =>
  runCcx(['token', name, '--workspace', file], variables)

test('what is stored stays locked without the passphrase, and with another one; the way out is named', async () => {
  const locked = await token('Stored')
  expect(locked).toMatchObject({ code: 1, stdout: '' })
  expect(locked.stderr).toContain('CCX_PASSPHRASE')
  expect((await token('Stored', { CCX_PASSPHRASE: 'another one' })).stderr).toContain('not the passphrase')
  expect(server.received).toEqual([])
})

test('a variable that an imported environment names goes nowhere before it was allowed in the app', async () => {
  const refused = await token('Imported', { BILLING_SECRET: 'of-a-variable' })
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toContain(`${server.origin} for the first time`)
  expect(server.received).toEqual([])
})

test('the passphrase opens what is stored, and a variable is read as the environment says', async () => {
  expect(await token('Stored', { CCX_PASSPHRASE: passphrase })).toMatchObject({ code: 0, stdout: 'token-1\n' })
  expect(await token('Variable', { BILLING_SECRET: 'of-a-variable' })).toMatchObject({ code: 0, stdout: 'token-2\n' })
  expect(server.received).toEqual(['stored-secret', 'of-a-variable'])
})
