import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import type { Notice } from '../../electron/contract/events.ts'
import { misbehavingServers, secrets } from './misbehaving-servers.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

const token = 'at-51c0-opaque-token-of-orders-77d3'

type Come = Extract<Notice, { kind: 'answer_arriving' }>

let opened: TestApi
let url: string
let come: Come[]
let arrived: () => void = () => {}
const { serve, closeAll } = misbehavingServers()

beforeAll(async () => {
  const server = await serve((request, response) => {
    if (request.url === '/token') {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 300 }))
    } else if (request.url === '/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      // The token comes in two parts, and the last event is not complete.
      response.write(`data: one ${token.slice(0, 12)}`)
      setTimeout(() => response.write(`${token.slice(12)}\n\ndata: two\n\ndata: thr`), 150)
    } else if (request.url === '/echo') {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(`data: ${String(request.headers['x-key'])}\n\n`)
      setTimeout(() => response.end('data: end\n\n'), 150)
    } else {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end('{"a":1}')
    }
  })
  url = server.url
})
afterAll(closeAll)
beforeEach(() => {
  come = []
  opened = openTestApi(null, {
    notify: (notice) => {
      if (notice.kind !== 'answer_arriving') return
      come.push(notice)
      if (notice.text !== '') arrived()
    },
  })
})
afterEach(() => opened.close())

async function send(path: string, signal = context.signal) {
  const environmentId = await opened.add({ token_endpoint: `${url}/token`, client_id: 'c' }, secrets)
  const request = { ...newApiRequest, url: `${url}${path}` }
  return opened.api.sendApiCall({ environmentId, request }, { flowId: 'stream', signal })
}

test('a stream is reported as it arrives, in whole lines, masked, and what came is kept when it is stopped', async () => {
  const stopping = new AbortController()
  const first = new Promise<void>((resolve) => (arrived = resolve))
  const sending = send('/stream', stopping.signal)
  await first
  expect(come.at(-1)).toMatchObject({ flowId: 'stream', events: 2, isGap: false })
  const text = come.map((notice) => notice.text).join('')
  expect(text).toContain('data: two\n')
  expect(text).not.toContain('thr')
  expect(text).not.toContain(token.slice(0, 12))
  stopping.abort()
  const outcome = await sending
  expect(outcome).toMatchObject({ kind: 'unreachable', failure: { code: 'cancelled', phase: 'download' } })
  const exchange = await opened.api.getExchange({ id: 'exchangeId' in outcome ? outcome.exchangeId : '' }, context)
  expect(exchange?.response).toMatchObject({ status: 200, body: { truncated: true } })
  expect(exchange?.response?.body.text).toContain('data: thr')
  expect(JSON.stringify(exchange)).not.toContain(token)
  const { length } = come
  await pause(250)
  expect(come).toHaveLength(length)
})

test('an answer that is complete at once is not reported', async () => {
  expect(await send('/orders')).toMatchObject({ kind: 'answered' })
  expect(come).toEqual([])
})

test('a secret variable that a stream repeats is masked as it arrives', async () => {
  const environmentId = await opened.add(
    { token_endpoint: `${url}/token`, client_id: 'c', variables: [{ name: 'key', value: '', secret: true }] },
    secrets,
  )
  await opened.api.setSecretVariable({ environmentId, name: 'key', value: 'sesame-0123456789' }, context)
  const headers = [{ name: 'X-Key', value: '{{key}}', enabled: true }]
  const request = { ...newApiRequest, url: `${url}/echo`, headers }
  const asked = await opened.api.sendApiCall({ environmentId, request }, context)
  const remedy = asked.kind === 'not_sent' ? asked.problems[0]?.remedy : undefined
  if (remedy?.kind !== 'allow_origin') throw new Error(JSON.stringify(asked))
  const { secret, origin, way } = remedy
  await opened.api.allowOrigin({ environmentId, secret, origin, way }, context)
  expect(await opened.api.sendApiCall({ environmentId, request }, context)).toMatchObject({ kind: 'answered' })
  const text = come.map((notice) => notice.text).join('')
  expect(text).toContain('data: ••')
  expect(text).not.toContain('sesame')
})
