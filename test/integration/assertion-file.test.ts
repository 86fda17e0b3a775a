import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'

/** Workload identity: something else writes the assertion, and replaces it before it ends. */
let folder: string
let assertionFile: string
let server: Server
let url: string
let opened: TestApi
const bodies: URLSearchParams[] = []

const assertion = (jti: string, exp: number) =>
  [{ alg: 'RS256' }, { iss: 'c', sub: 'c', aud: 'a', jti, exp }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.') + '.c2ln'

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  bodies.push(new URLSearchParams(await text(request)))
  const token = { access_token: `token-${bodies.length}`, token_type: 'Bearer', expires_in: 600 }
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(token))
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-assertion-'))
  assertionFile = path.join(folder, 'token')
  server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})
beforeEach(() => {
  bodies.length = 0
  opened = openTestApi(null)
})
afterEach(() => opened.close())

const add = () =>
  opened.add({
    token_endpoint: `${url}/token`,
    client_id: 'c',
    token_endpoint_auth_method: 'client_assertion_file',
    assertion: { ...newEnvironment.assertion, assertionFile },
  })

test('a ready-made assertion is read from its file at each request', async () => {
  const environmentId = await add()
  const exp = Math.floor(Date.now() / 1000) + 3600
  for (const jti of ['first', 'second']) {
    writeFileSync(assertionFile, `${assertion(jti, exp)}\n`)
    expect(await opened.api.requestToken({ environmentId }, context)).toMatchObject({ kind: 'issued' })
    expect(bodies.at(-1)?.get('client_assertion')).toBe(assertion(jti, exp))
    expect(bodies.at(-1)?.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
  }
})

test('a token that is held is used though the assertion that got it is now stale; a new one is not asked for', async () => {
  const environmentId = await add()
  const now = Math.floor(Date.now() / 1000)
  writeFileSync(assertionFile, assertion('fresh', now + 3600))
  await opened.api.requestToken({ environmentId }, context)
  writeFileSync(assertionFile, assertion('stale', now - 3600))
  const request = { ...newApiRequest, url: `${url}/api` } as const
  const call = await opened.api.sendApiCall({ environmentId, request }, context)
  expect(call).toMatchObject({ kind: 'answered', tokenUse: 'reused' })
  expect(await opened.api.requestToken({ environmentId }, context)).toMatchObject({
    kind: 'not_sent',
    problems: [{ field: 'assertion.assertionFile' }],
  })
  const other = await opened.api.duplicateEnvironment({ environmentId }, context)
  expect(await opened.api.sendApiCall({ environmentId: other?.id ?? '', request }, context)).toMatchObject({
    kind: 'no_token',
    token: { kind: 'not_sent' },
  })
  expect(bodies).toHaveLength(2)
})
