import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { open } from '../integration/transport-servers.ts'
import { runCcx } from './run-ccx.ts'

let folder: string
let file: string
let listening: { port: number; close: () => Promise<void> }
let seen: { url: string; authorization: string }[]

/** A token endpoint that is also an http proxy: it answers all that it is asked for. */
function tokenEndpoint(): Server {
  return createServer((request, response) => {
    seen.push({ url: request.url ?? '', authorization: request.headers.authorization ?? '' })
    const body = { access_token: 'the-access-token', token_type: 'Bearer', expires_in: 60 }
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify(body))
  })
}

beforeAll(async () => {
  seen = []
  listening = await open(tokenEndpoint())
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-cli-'))
  file = path.join(folder, 'workspace', 'workspace.sqlite')
  const workspace = openWorkspace(file)
  const base = { ...newEnvironment, client_id: 'billing', token_endpoint: `http://127.0.0.1:${listening.port}/token` }
  const policy = { mode: 'explicit', url: `http://127.0.0.1:${listening.port}`, username: '', bypass: '' } as const
  const away = { ...base, token_endpoint: 'http://as.invalid/token' }
  const values = [
    { ...base, name: 'Billing' },
    { ...base, name: 'Twice' },
    { ...base, name: 'Twice' },
    { ...away, name: 'By proxy', network: { ...newEnvironment.network, proxy: policy } },
    { ...away, name: 'By system proxy' },
  ]
  values.forEach((value, index) => workspace.environments.add({ id: `e${index}`, builtIn: false, value }))
  workspace.environments.delete('e4', 1)
  workspace.environments.restore('e4')
  workspace.close()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await listening.close()
})

const token = (name: string, variables: Record<string, string> = {}) =>
  runCcx(['token', name, '--workspace', file], variables)

test('a workspace that is not there, and an environment that is not in it, are named', async () => {
  expect(await runCcx(['token', 'x', '--workspace', path.join(folder, 'none')])).toMatchObject({ code: 1, stdout: '' })
  const unknown = await token('Nobody')
  expect(unknown).toMatchObject({ code: 1, stdout: '' })
  expect(unknown.stderr).toMatch(/No environment "Nobody"[^]*e0 {2}Billing/)
  expect((await token('Twice')).stderr).toMatch(/use an id[^]*e1 {2}Twice\n {2}e2 {2}Twice/)
})

test('a missing secret is named by its variable, and nothing is sent', async () => {
  const before = seen.length
  const { code, stdout, stderr } = await token('Billing')
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toContain('CCX_CLIENT_SECRET: Enter the client secret')
  expect(seen.length).toBe(before)
})

test('the token alone goes to stdout, and the secret comes from its variable', async () => {
  const { code, stdout, stderr } = await token('Billing', { CCX_CLIENT_SECRET: 'canary-secret-1' })
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'the-access-token\n' })
  expect(stderr).not.toContain('canary-secret-1')
  expect(seen.at(-1)?.authorization).toBe(`Basic ${btoa('billing:canary-secret-1')}`)
})

test('the network policy of the environment holds here as in the window', async () => {
  const { code } = await token('By proxy', { CCX_CLIENT_SECRET: 's' })
  expect(code).toBe(0)
  expect(seen.at(-1)?.url).toBe('http://as.invalid/token')
})

test('the system’s proxy is that of HTTP_PROXY here', async () => {
  const { code } = await token('By system proxy', {
    CCX_CLIENT_SECRET: 's',
    HTTP_PROXY: `http://127.0.0.1:${listening.port}`,
  })
  expect(code).toBe(0)
  expect(seen.at(-1)?.url).toBe('http://as.invalid/token')
})

test('nothing is written to the workspace', async () => {
  const before = readdirSync(path.dirname(file)).toSorted()
  const bytes = readFileSync(file)
  await token('Billing', { CCX_CLIENT_SECRET: 's' })
  expect(readdirSync(path.dirname(file)).toSorted()).toEqual(before)
  expect(readFileSync(file).equals(bytes)).toBe(true)
})
