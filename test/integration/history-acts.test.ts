import { afterAll, beforeAll, expect, test } from 'vitest'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import { bearer, json, misbehavingServers } from './misbehaving-servers.ts'
import { context, openTestApi } from './test-api.ts'

const servers = misbehavingServers()
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
let url = ''
let audience = 'one'

beforeAll(async () => {
  ;({ url } = await servers.serve((request, response) => {
    switch (request.url) {
      case '/token': {
        const claims = base64url({ aud: audience, iat: 1000, exp: 1300 })
        return json(response, 200, { ...bearer, access_token: `${base64url({ alg: 'RS256' })}.${claims}.c2ln` })
      }
      case '/moved':
        response.writeHead(302, { Location: '/orders' }).end()
        return
      default:
        return json(response, 200, { at: request.url })
    }
  }))
})
afterAll(() => servers.closeAll())

async function opened() {
  const { api, add, saved, copied, close } = openTestApi(null)
  const settings = { name: 'Orders', client_id: 'c', token_endpoint: `${url}/token` }
  const environmentId = await add(settings, { client_secret: 'a-secret-of-orders' })
  const requestToken = () => api.requestToken({ environmentId }, context)
  const send = async (change: Partial<typeof newApiRequest>, callId = 'never-saved') => {
    const request = { ...newApiRequest, url: `${url}/orders`, ...change }
    await api.sendApiCall({ environmentId, callId, request }, context)
    return newest()
  }
  const newest = async () => (await api.listExchanges({ environmentId, limit: 1 }, context))[0]?.id ?? ''
  const plan = (id: string) => api.planSendAgain({ id }, context)
  return { api, environmentId, requestToken, send, newest, plan, saved, copied, close }
}

test('the token of a call is known by the request that issued it, and so two calls are compared by the claims of theirs', async () => {
  const { api, requestToken, send, close } = await opened()
  audience = 'one'
  await requestToken()
  const first = await send({})
  audience = 'two'
  await requestToken()
  const second = await send({})
  const known = await api.getRecordedToken({ id: first }, context)
  expect(known).toMatchObject({ token: { claims: '{"aud":"one","iat":1000,"exp":1300}' }, issuedBy: {} })
  expect(await api.getExchange({ id: known?.issuedBy?.id ?? '' }, context)).toMatchObject({ purpose: 'token' })
  expect(await api.compareExchanges({ left: first, right: second }, context)).toMatchObject({
    token: { kind: 'compared', claims: [{ name: 'aud', change: 'changed', left: '"one"', right: '"two"' }, {}, {}] },
  })
  close()
})

test('a token that was pasted is recorded by its fingerprint alone', async () => {
  const { api, environmentId, newest, close } = await opened()
  const request = { ...newApiRequest, url: `${url}/orders` }
  await api.sendApiCall(
    { environmentId, callId: 'pasted', request, token: { kind: 'pasted', token: 'opaque-token-of-somebody' } },
    context,
  )
  expect(await api.getRecordedToken({ id: await newest() }, context)).toMatchObject({
    token: { claims: null, header: null },
    issuedBy: null,
  })
  close()
})

test('a saved call is opened, one that was changed since is opened beside it, and so is one that was never saved', async () => {
  const { api, environmentId, send, plan, close } = await opened()
  const request = { ...newApiRequest, url: `${url}/orders`, query: [{ name: 'a', value: '1', enabled: true }] }
  const saved = await api.saveApiCall({ environmentId, id: null, request }, context)
  const callId = saved?.id ?? ''
  const id = await send(request, callId)
  expect(await plan(id)).toEqual({ kind: 'saved_call', callId, environmentId })
  await api.saveApiCall({ environmentId, id: callId, request: { ...request, method: 'POST' } }, context)
  expect(await plan(id)).toMatchObject({ kind: 'new_call', savedAs: { callId }, request: { method: 'GET' } })
  await api.deleteApiCalls({ environmentId, ids: [callId] }, context)
  expect(await plan(id)).toMatchObject({ kind: 'new_call', savedAs: null, missing: [] })
  close()
})

test('where a redirect was followed, it is the first request that is sent again', async () => {
  const { send, plan, close } = await opened()
  const id = await send({ url: `${url}/moved`, followRedirects: true, authorization: 'none' })
  expect(await plan(id)).toMatchObject({ kind: 'new_call', request: { url: `${url}/moved` } })
  close()
})

test('requests for tokens are sent again by their screen, and nothing is where the environment is gone', async () => {
  const { api, environmentId, requestToken, newest, plan, close } = await opened()
  await requestToken()
  const id = await newest()
  expect(await plan(id)).toEqual({ kind: 'screen', screen: 'token', environmentId })
  await api.deleteEnvironment({ environmentId }, context)
  expect(await plan(id)).toEqual({ kind: 'no_environment' })
  close()
})

test('one that is gone is compared, sent again and exported by nobody', async () => {
  const { api, plan, close } = await opened()
  expect(await plan('gone')).toBeNull()
  expect(await api.getRecordedToken({ id: 'gone' }, context)).toBeNull()
  expect(await api.compareExchanges({ left: 'gone', right: 'gone' }, context)).toBeNull()
  expect(await api.copyEvidence({ exchangeId: 'gone', format: 'markdown' }, context)).toEqual({
    code: 'exchange_gone',
    evidence: {},
  })
  close()
})

test('an exchange for a ticket has what was sent and answered, the claims, and no secret', async () => {
  const { api, requestToken, newest, copied, saved, close } = await opened()
  audience = 'one'
  await requestToken()
  const exchangeId = await newest()
  expect(await api.copyEvidence({ exchangeId, format: 'markdown' }, context)).toBeNull()
  const [text = ''] = copied
  expect(text).toMatch(/^# Exchange evidence\n/)
  expect(text).toContain('grant_type=client_credentials')
  expect(text).toContain('HTTP/1.1 200 OK')
  expect(text).toContain('"aud": "one"')
  // Nothing says that no secret was there: what was there is masked.
  expect(text).toContain('Secrets and tokens were masked when this was recorded')
  expect(text).not.toContain('None was there')
  expect(text).not.toContain('a-secret-of-orders')
  expect(text).not.toMatch(/eyJ[\w-]+\./)
  await api.saveEvidence({ exchangeId, format: 'markdown' }, context)
  expect([...saved.keys()].join()).toMatch(/^exchange-evidence-Orders-.*\.md$/)
  close()
})
