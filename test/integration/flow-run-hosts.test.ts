import { Buffer } from 'node:buffer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FlowChoice } from '../../electron/contract/flow.ts'
import { overPanel } from '../../electron/picture/panel/over.ts'
import { actOf, type FlowApi, openFlowApi } from './flow-running.ts'
import { bearer, json, misbehavingServers, secrets } from './misbehaving-servers.ts'
import { context } from './test-api.ts'

let opened: FlowApi
const { serve, closeAll } = misbehavingServers()

beforeEach(() => {
  opened = openFlowApi(null)
})
afterEach(async () => {
  opened.close()
  await closeAll()
})

const hidden = Buffer.from(secrets.client_secret).toString('hex')

test('a redirect to a host that repeats the secret shows it nowhere', async () => {
  const server = await serve((request, response) =>
    request.url === '/token'
      ? json(response, 200, { ...bearer, scope: '' })
      : response.writeHead(302, { location: `http://${hidden}.invalid/` }).end(),
  )
  const environmentId = await opened.add({ client_id: 'c', token_endpoint: `${server.url}/token` }, secrets)
  const callId = await opened.saveCall(environmentId, `${server.url}/api`, { followRedirects: true })
  const run = await opened.run({ environmentId, callId })
  const exchanges = await opened.api.listExchanges({ environmentId, limit: 5 }, context)
  const details = await Promise.all(exchanges.map(({ id }) => opened.api.getExchange({ id }, context)))
  const shown = JSON.stringify([run, opened.workspace.flowRuns.get(run.id), overPanel(run), opened.notices, details])
  expect(shown).toContain('.invalid')
  expect(shown).not.toContain(hidden)
})

describe('a redirect to another origin, to which the token is not sent', () => {
  async function redirected(status: number, body: object, choice: Partial<FlowChoice> = {}) {
    const login = await serve((_, response) => json(response, status, body))
    const server = await serve((request, response) =>
      request.url === '/token'
        ? json(response, 200, { ...bearer, scope: 'a' })
        : response.writeHead(302, { location: `${login.url}/login` }).end(),
    )
    const environmentId = await opened.add(
      { client_id: 'c', token_endpoint: `${server.url}/token`, scope: 'a b' },
      secrets,
    )
    const callId = await opened.saveCall(environmentId, `${server.url}/api`, { followRedirects: true })
    const run = await opened.run({ environmentId, callId, ...choice })
    expect(login.requests.map(({ headers }) => headers.authorization)).toEqual([undefined])
    return { act: actOf(run, 'call'), panel: overPanel(run) }
  }

  test('is not called an API that accepts the token', async () => {
    const { act, panel } = await redirected(200, {})
    expect(act).toMatchObject({ state: 'noted', result: { status: 200 } })
    expect(panel).toMatchObject({ tone: 'warn', title: 'Another origin answered, without the token' })
  })

  test('is said to be sent without a token where the call is set so', async () => {
    const server = await serve((_, response) => json(response, 200, bearer))
    const environmentId = await opened.add({ client_id: 'c', token_endpoint: `${server.url}/token` }, secrets)
    const callId = await opened.saveCall(environmentId, `${server.url}/api`, { authorization: 'none' })
    const run = await opened.run({ environmentId, callId })
    expect(actOf(run, 'call')).toMatchObject({ state: 'noted', result: { status: 200, tokenUse: 'none' } })
    expect(overPanel(run)).toMatchObject({ tone: 'warn', title: 'The call is set to be sent without a token' })
    expect(server.requests.at(-1)?.headers.authorization).toBeUndefined()
  })

  test.each([401, 403])('is not called one that refuses it with %i', async (status) => {
    const { act, panel } = await redirected(status, { error: 'insufficient_scope', scope: 'b' })
    expect(act).toMatchObject({ state: 'failed', result: { status, error: null } })
    expect(act.findings.map(({ code }) => code)).toEqual(['api_redirect_without_token'])
    expect(panel).toMatchObject({ tone: 'err', title: 'Answered without the token' })
  })

  test('does not end the flow with fewer scopes as it should', async () => {
    const { act } = await redirected(403, {}, { scenario: 'narrow', scope: 'a' })
    expect(act.state).toBe('failed')
  })
})

describe('a login page of the API', () => {
  const login = '<!doctype html><title>Welcome</title><form><input type="password"></form>'

  async function answeredWithPage(path: string, choice: Partial<FlowChoice> = {}) {
    const server = await serve((request, response) => {
      if (request.url === '/token') return json(response, 200, { ...bearer, scope: 'a' })
      if (request.url === '/revoke') return response.writeHead(200).end()
      if (request.url === '/api') return response.writeHead(302, { location: '/login' }).end()
      return response.writeHead(200, { 'content-type': 'text/html' }).end(login)
    })
    const environmentId = await opened.add(
      {
        client_id: 'c',
        token_endpoint: `${server.url}/token`,
        revocation_endpoint: `${server.url}/revoke`,
        scope: 'a b',
      },
      secrets,
    )
    const callId = await opened.saveCall(environmentId, `${server.url}${path}`, { followRedirects: true })
    const run = await opened.run({ environmentId, callId, ...choice })
    return { run, panel: overPanel(run) }
  }

  test.each([
    ['directly', '/page', {}],
    ['after a redirect', '/api', {}],
    ['with fewer scopes', '/api', { scenario: 'narrow', scope: 'a' }],
    ['before and after a revocation', '/api', { scenario: 'revoke' }],
  ] as [string, string, Partial<FlowChoice>][])(
    'is not called an API that accepts the token: %s',
    async (_, ...how) => {
      const { run, panel } = await answeredWithPage(...how)
      const calls = run.acts.filter(({ name, leftOut }) => name.startsWith('call') && leftOut === null)
      expect(run.state).toBe('noted')
      for (const { state, findings } of calls) {
        expect(state).toBe('noted')
        expect(findings).toMatchObject([{ code: 'api_answer_web_page', confidence: 'likely' }])
      }
      expect(panel).toMatchObject({ tone: 'warn', title: 'The API answered 200 with a web page' })
      expect(panel.reason).toContain('does not show that the token was accepted')
    },
  )
})
