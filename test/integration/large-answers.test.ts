import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import { misbehavingServers, secrets } from './misbehaving-servers.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

const token = 'at-4f81-opaque-token-of-orders-93b2'
const megabytes = 50
/** One row of about 1 kB; the server sends many. */
const row = (index: number) => `{"id":${index},"note":"${'n'.repeat(960)}","amount":12345678901234567890},\n`

let opened: TestApi
let url: string
let sent: Buffer
const { serve, closeAll } = misbehavingServers()

beforeAll(async () => {
  const rows = Buffer.from(Array.from({ length: megabytes * 1024 }, (_, index) => row(index)).join(''))
  const middle = Buffer.from(`{"echo":"${token}"},\n`)
  const half = rows.indexOf('\n', rows.length / 2) + 1
  sent = Buffer.concat([Buffer.from('[\n'), rows.subarray(0, half), middle, rows.subarray(half), Buffer.from('{}]')])
  const server = await serve((request, response) => {
    if (request.url === '/token') {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 300 }))
      return
    }
    response.writeHead(200, { 'content-type': 'application/json' })
    if (request.url === '/endless') {
      const part = Buffer.alloc(1 << 20, 'x')
      const more = () => {
        while (!response.destroyed && response.write(part));
      }
      response.on('drain', more)
      more()
      return
    }
    // The token is split over two chunks.
    const cut = sent.indexOf(token) + 10
    response.write(sent.subarray(0, cut), () => response.end(sent.subarray(cut)))
  })
  url = server.url
})
afterAll(closeAll)
beforeEach(() => {
  opened = openTestApi(null)
})
afterEach(() => opened.close())

async function send(path: string) {
  const environmentId = await opened.add({ token_endpoint: `${url}/token`, client_id: 'c' }, secrets)
  const outcome = await opened.api.sendApiCall(
    { environmentId, request: { ...newApiRequest, url: `${url}${path}` } },
    context,
  )
  return { environmentId, outcome, id: 'exchangeId' in outcome ? outcome.exchangeId : '' }
}

test('50 MB arrive, are masked, read in parts, searched and saved whole; their beginning is recorded', async () => {
  const { outcome, id } = await send('/orders')
  expect(outcome).toMatchObject({ kind: 'answered', status: 200 })
  const exchange = await opened.api.getExchange({ id }, context)
  const body = exchange?.response?.body
  expect(body).toMatchObject({ isHead: true, decodedBytes: sent.length, truncated: false, encoding: 'utf-8' })
  expect(body?.text.length).toBe(262_144)

  const last = await opened.api.readAnswer({ id, from: sent.length - 100, length: 4096 }, context)
  expect(last?.text.endsWith('12345678901234567890},\n{}]')).toBe(true)
  const echoed = await opened.api.findInAnswer({ id, text: '"ECHO"' }, context)
  const [place = 0] = echoed?.places ?? []
  const around = await opened.api.readAnswer({ id, from: place, length: 60 }, context)
  expect(around?.text).toContain('"echo":"')
  expect(around?.text).not.toContain(token.slice(0, 12))
  expect(await opened.api.findInAnswer({ id, text: token }, context)).toEqual({ places: [], hasMore: false })

  expect(await opened.api.saveResponseBody({ id }, context)).toMatchObject({ kind: 'saved' })
  const saved = opened.saved.get('response.json') ?? ''
  expect(saved.length).toBeGreaterThan(sent.length - 100)
  expect(saved).not.toContain(token)
  expect(JSON.parse(saved)).toHaveLength(megabytes * 1024 + 2)
}, 60_000)

test('an answer without end stops at 64 MB and keeps what came', async () => {
  const { outcome, id } = await send('/endless')
  expect(outcome).toMatchObject({
    kind: 'unreachable',
    failure: { code: 'too_large', evidence: { limit: String(64 << 20) } },
  })
  const exchange = await opened.api.getExchange({ id }, context)
  expect(exchange?.response?.body).toMatchObject({ isHead: true, decodedBytes: 64 << 20, truncated: true })
}, 60_000)
