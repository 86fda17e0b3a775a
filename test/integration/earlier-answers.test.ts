import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import { misbehavingServers } from './misbehaving-servers.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

let opened: TestApi
let url: string
let count = 0
const { serve, closeAll } = misbehavingServers()

beforeAll(async () => {
  const server = await serve((request, response) => {
    if (request.url === '/token') {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end('{"access_token":"at-orders-2f9c","token_type":"Bearer","expires_in":300}')
    } else if (request.url === '/moved') {
      response.writeHead(302, { location: '/orders' })
      response.end()
    } else {
      count++
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(`{"count":${count},"name":"orders"}`)
    }
  })
  url = server.url
})
afterAll(closeAll)
beforeEach(() => {
  opened = openTestApi(null)
})
afterEach(() => opened.close())

test('the answers of a call are listed newest first, without redirects on the way and without those of other calls', async () => {
  count = 0
  const { api } = opened
  const environmentId = await opened.add(
    { token_endpoint: `${url}/token`, client_id: 'c' },
    { client_secret: 'secret-of-c' },
  )
  const send = (callId: string | null, path: string) =>
    api.sendApiCall(
      {
        environmentId,
        ...(callId !== null && { callId }),
        request: { ...newApiRequest, url: `${url}${path}`, followRedirects: true },
      },
      context,
    )
  await send('one', '/orders')
  await send('one', '/moved')
  await send('other', '/orders')
  await send(null, '/orders')
  const listed = await api.listAnswers({ callId: 'one', limit: 10 }, context)
  expect(listed).toMatchObject([
    { purpose: 'api', url: `${url}/orders`, status: 200, bodyBytes: 27 },
    { purpose: 'api', url: `${url}/orders`, status: 200 },
  ])
  const [newest, first] = listed
  expect(await api.getExchange({ id: newest?.id ?? '' }, context)).toMatchObject({ callId: 'one' })
  expect(await api.compareAnswers({ left: first?.id ?? '', right: newest?.id ?? '' }, context)).toMatchObject({
    status: { left: 200, right: 200 },
    body: { kind: 'json', rows: [{ pointer: '/count', left: '1', right: '2' }], more: 0 },
  })
  expect(await api.listAnswers({ callId: 'one', limit: 1 }, context)).toHaveLength(1)
})

test('two answers of which one is no longer recorded are not compared', async () => {
  expect(await opened.api.compareAnswers({ left: 'gone', right: 'gone' }, context)).toBeNull()
})
