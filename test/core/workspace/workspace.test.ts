import { newCallLabel } from '../../../electron/catalogue/new-api-request.ts'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { faultText } from './fault-text.ts'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import { builtInEnvironments } from '../../../electron/catalogue/built-in-environments.ts'
import { migrations } from '../../../electron/core/workspace/migrations/migrations.ts'
import { openWorkspace } from '../../../electron/core/workspace/workspace.ts'

let folder: string
let file: string
const [sandbox] = builtInEnvironments
const request = builtInEnvironments[0]?.apiCalls[0]
if (sandbox === undefined || request === undefined) throw new Error('no built-in environment')
const environment = (id: string) => ({ ...sandbox, id, builtIn: false })

const exchangeOfBefore = {
  id: 'e',
  environmentId: 'a',
  purpose: 'token',
  startedAt: 0,
  request: {
    method: 'POST',
    url: 'https://as.example/token',
    headers: [],
    body: null,
    clientAuthentication: { method: 'client_secret_basic', client_id: 'c' },
  },
  response: null,
  failure: null,
  timings: { dns: 1, connect: 2, tls: 3, send: 0, wait: null, download: null, total: 6 },
  connection: { reused: false, remoteAddress: '::1', remotePort: 1, localAddress: '::1', localPort: 2 },
  tls: {
    protocol: 'TLSv1.3',
    cipher: 'x',
    alpn: null,
    trusted: true,
    problem: null,
    chain: [
      {
        subject: 'CN=a',
        issuer: 'CN=b',
        subjectAltName: null,
        validFrom: 0,
        validTo: 1,
        serialNumber: '1',
        fingerprint256: 'AA',
      },
    ],
  },
  redirectedFrom: null,
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-workspace-'))
  file = path.join(folder, 'deep', 'workspace.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a workspace of a newer version is refused, both versions are named, and the file is untouched', () => {
  openWorkspace(file).close()
  const newer = new DatabaseSync(file)
  newer.exec('PRAGMA user_version = 99')
  newer.close()
  const before = readFileSync(file)
  expect(faultText(() => openWorkspace(file))).toMatch(new RegExp(`version 99.*up to ${migrations.length}`))
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a workspace of before is brought up to date, and nothing in it is lost', () => {
  const deep = path.dirname(file)
  mkdirSync(deep)
  const older = new DatabaseSync(file)
  older.exec(`${migrations[0]}; PRAGMA user_version = 1`)
  const { name, stage, provider, issuer, token_endpoint, introspection_endpoint, revocation_endpoint } = sandbox.value
  const { jwks_uri, client_id, token_endpoint_auth_method, scope, audience, resource } = sandbox.value
  const endpoints = { issuer, token_endpoint, introspection_endpoint, revocation_endpoint, jwks_uri }
  const client = { client_id, token_endpoint_auth_method, scope, audience, resource }
  const introspection = { authentication: 'none', bodyFormat: 'json' }
  const value = JSON.stringify({ name, stage, provider, ...endpoints, ...client, introspection })
  older.prepare(`INSERT INTO environments (id, position, value) VALUES ('a', 1, ?)`).run(value)
  const exchange = JSON.stringify(exchangeOfBefore)
  const insert = 'INSERT INTO exchanges (id, environment_id, started_at, summary, value) VALUES (?, ?, 0, ?, ?)'
  older.prepare(insert).run('e', 'a', '{}', exchange)
  older.close()
  const opened = openWorkspace(file)
  expect(opened.environments.get('a')?.value).toEqual({
    ...sandbox.value,
    introspection: { ...introspection, responseFormat: 'json' },
    network: newEnvironment.network,
  })
  expect(opened.exchanges.get('e')).toMatchObject({
    ...exchangeOfBefore,
    clockOffset: null,
    retryOf: null,
    timings: { proxy: null },
    connection: { proxy: null },
    request: { clientAuthentication: { basicEncoding: 'form' } },
    tls: { accepted: false, clientCertificate: null, chain: [{ subject: 'CN=a', publicKey: null, problems: [] }] },
  })
  opened.close()
})

test('a failure that was stored with a sentence is still read, and its sentence shown', () => {
  const failure = { code: 'refused', phase: 'connect', host: 'as.example', port: 443, nodeCode: 'ECONNREFUSED' }
  mkdirSync(path.dirname(file))
  const older = new DatabaseSync(file)
  older.exec(`${migrations[0]}; PRAGMA user_version = 1`)
  const exchange = JSON.stringify({ ...exchangeOfBefore, failure: { ...failure, detail: 'connect ECONNREFUSED' } })
  const insert = 'INSERT INTO exchanges (id, environment_id, started_at, summary, value) VALUES (?, ?, 0, ?, ?)'
  older.prepare(insert).run('e', 'a', '{}', exchange)
  older.close()
  const opened = openWorkspace(file)
  expect(opened.exchanges.get('e')?.failure).toEqual({ ...failure, evidence: { words: 'connect ECONNREFUSED' } })
  opened.close()
})

test('a file that is no database is refused and kept', () => {
  openWorkspace(file).close()
  writeFileSync(file, 'not a database, but somebody’s file')
  expect(faultText(() => openWorkspace(file))).toContain('not a database')
  expect(readFileSync(file, 'utf8')).toContain('somebody')
})

test('only its owner may read it', () => {
  openWorkspace(file).close()
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700)
})

test('what was added is there when it is opened again', () => {
  const first = openWorkspace(file)
  first.environments.add(environment('a'))
  first.apiCalls.put({ ...request, ...newCallLabel, id: 'c', environmentId: 'a' })
  first.close()
  const second = openWorkspace(file)
  expect(second.environments.list().map(({ id }) => id)).toEqual(['a'])
  expect(second.apiCalls.list('a')).toHaveLength(1)
  second.close()
})

test('a deleted environment can be restored with its calls until the app ends, then it is gone', () => {
  const first = openWorkspace(file)
  first.environments.add(environment('a'))
  first.apiCalls.put({ ...request, ...newCallLabel, id: 'c', environmentId: 'a' })
  expect(first.environments.delete('a', 1)).toBe(true)
  expect(first.environments.list()).toEqual([])
  expect(first.environments.restore('a')).toBe(true)
  expect(first.apiCalls.list('a')).toHaveLength(1)
  first.environments.delete('a', 2)
  first.close()
  const second = openWorkspace(file)
  expect(second.environments.restore('a')).toBe(false)
  second.close()
})

test('a built-in environment cannot be deleted', () => {
  const workspace = openWorkspace(':memory:')
  workspace.environments.add(sandbox)
  expect(workspace.environments.delete(sandbox.id, 1)).toBe(false)
  workspace.close()
})
