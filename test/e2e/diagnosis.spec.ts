import type { IncomingMessage } from 'node:http'
import { generateKeyPairSync } from 'node:crypto'
import type { Page } from '@playwright/test'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import type { TypedSecrets } from '../../electron/contract/secret.ts'
import { call } from '../support/bridge.ts'
import { serve } from '../support/fault-server.ts'
import { addFlow } from '../support/flow-places.ts'
import { addEnvironment, places } from '../support/places.ts'
import { expect, test } from '../support/shared-app.ts'

interface Asked {
  path: string
  headers: IncomingMessage['headers']
  form: URLSearchParams
}

type Answer = [status: number, body: object]

const issued: Answer = [200, { access_token: 'a-token', token_type: 'Bearer', expires_in: 3600 }]
const refused = (error: string, error_description = ''): Answer => [
  error === 'invalid_client' ? 401 : 400,
  { error, ...(error_description !== '' && { error_description }) },
]

/** An authorization server that answers by what it gets, publishes metadata, and notes how often it was asked for a token. */
async function started(answer: (asked: Asked) => Answer, metadata: object = {}) {
  let url = ''
  const asked: Asked[] = []
  const server = await serve((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const path = request.url ?? ''
      const one = { path, headers: request.headers, form: new URLSearchParams(text) }
      const isMetadata = path.includes('/.well-known/')
      if (!isMetadata) asked.push(one)
      const [status, body] = isMetadata
        ? ([200, { issuer: url, token_endpoint: `${url}/token`, ...metadata }] as const)
        : answer(one)
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      response.end(JSON.stringify(body))
    })
  })
  url = server.url
  return { ...server, asked }
}

const client = { client_id: 'orders', client_secret: 'r8F-2kd' }

/** What is published at an issuer is known from then on. */
async function discover(window: Page, issuer: string): Promise<void> {
  const { stage, network } = newEnvironment
  const outcome = await call(window, 'discover', { environmentId: null, secrets: {}, issuer, stage, network })
  expect(outcome.kind).toBe('found')
}

/** Requests a token, which is refused for this cause; its button mends it, with one request. */
async function mend(window: Page, title: string, name: RegExp): Promise<void> {
  const { button, region } = places(window)
  await button('Request token').click()
  const answer = region('Token response')
  await expect(answer).toContainText(title)
  await expect(answer.getByRole('button', { name: 'Copy as question' })).toBeVisible()
  await answer.getByRole('button', { name }).click()
  await expect(answer).toContainText('Issued')
}

test('a secret with a plus sign that the server form-decodes is sent form-encoded', async ({ window }) => {
  const secret = 'a+b%20c'
  const server = await started(({ headers: { authorization = '' } }) => {
    const [, sent = ''] = Buffer.from(authorization.slice(6), 'base64').toString().split(':')
    return decodeURIComponent(sent.replaceAll('+', ' ')) === secret ? issued : refused('invalid_client')
  })
  const settings = { token_endpoint: `${server.url}/token`, client_id: 'orders', basicEncoding: 'raw' } as const
  await addEnvironment(window, { name: 'Encoding', ...settings, client_secret: secret })
  await mend(window, 'A special character in the client ID or secret', /^Set Encoding to form and retry once$/)
  expect(server.asked).toHaveLength(2)
  await places(window).button('Undo').click()
  await places(window).tab('Configure').click()
  await server.close()
})

test('a client of another authentication method is set to the one that is published', async ({ window }) => {
  const only = { token_endpoint_auth_methods_supported: ['client_secret_post'] }
  const server = await started(({ form }) => (form.has('client_secret') ? issued : refused('invalid_client')), only)
  await discover(window, server.url)
  await addEnvironment(window, { name: 'Method', issuer: server.url, token_endpoint: `${server.url}/token`, ...client })
  await mend(window, 'Another authentication method is expected', /to client_secret_post and retry once$/)
  expect(server.asked).toHaveLength(2)
  await server.close()
})

test('the other methods are tried when they are asked for, and the one that works is kept', async ({ window }) => {
  const methods = { token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'] }
  const server = await started(({ form }) => (form.has('client_secret') ? issued : refused('invalid_client')), methods)
  await discover(window, server.url)
  await addEnvironment(window, { name: 'Tried', issuer: server.url, token_endpoint: `${server.url}/token`, ...client })
  const { button, region } = places(window)
  await button('Request token').click()
  await button('Try the other authentication method…').click()
  const tried = region('Other authentication methods')
  await expect(tried).toContainText('Servers may lock a client after failed attempts.')
  expect(server.asked).toHaveLength(1)
  await button('Make 1 attempt').click()
  await expect(tried).toContainText('Accepted')
  await button('Keep this method').click()
  await expect(region('Token response')).toContainText('Issued')
  expect(server.asked).toHaveLength(3)
  await server.close()
})

test('a token endpoint at another path is set to the published one', async ({ window }) => {
  const server = await started(({ path }) => (path === '/token' ? issued : [404, { message: 'Not Found' }]))
  await discover(window, server.url)
  const token_endpoint = `${server.url}/oauth/tokens`
  await addEnvironment(window, { name: 'Path', issuer: server.url, token_endpoint, ...client })
  await mend(window, 'token endpoint', /^Set Token endpoint to .*\/token and retry once$/)
  await server.close()
})

test('a scope of sign-in is left out', async ({ window }) => {
  const server = await started(({ form }) =>
    form.get('scope')?.includes('openid') === true ? refused('invalid_scope') : issued,
  )
  const settings = { token_endpoint: `${server.url}/token`, scope: 'openid orders.read' }
  await addEnvironment(window, { name: 'Sign-in', ...settings, ...client })
  await mend(window, 'scope', /^Set Scopes to orders\.read and retry once$/)
  await server.close()
})

test('the one scope that is published is requested where none was', async ({ window }) => {
  const server = await started(({ form }) => (form.has('scope') ? issued : refused('invalid_scope')), {
    scopes_supported: ['orders.read'],
  })
  await discover(window, server.url)
  await addEnvironment(window, {
    name: 'No scope',
    issuer: server.url,
    token_endpoint: `${server.url}/token`,
    ...client,
  })
  await mend(window, 'scope', /^Set Scopes to orders\.read and retry once$/)
  await server.close()
})

test('an assertion for another audience is made for the one that the server wants', async ({ window }) => {
  const server = await started(({ form }) => {
    const claims = Buffer.from(form.get('client_assertion')?.split('.')[1] ?? '', 'base64url').toString()
    const [, aud = ''] = /"aud":"([^"]*)"/.exec(claims) ?? []
    return aud.endsWith('/token') ? issued : refused('invalid_client', 'The audience must be the token endpoint')
  })
  await discover(window, server.url)
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  await addWithKey(
    window,
    {
      name: 'Assertion',
      issuer: server.url,
      token_endpoint: `${server.url}/token`,
      client_id: 'orders',
      token_endpoint_auth_method: 'private_key_jwt',
      assertion: { ...newEnvironment.assertion, alg: 'ES256', audience: 'issuer' },
    },
    { private_key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() },
  )
  await mend(
    window,
    'The assertion is for another audience',
    /^Set Assertion audience to token_endpoint and retry once$/,
  )
  await server.close()
})

async function addWithKey(window: Page, settings: Partial<EnvironmentInput> & { name: string }, secrets: TypedSecrets) {
  await call(window, 'saveEnvironment', { id: null, value: { ...newEnvironment, ...settings }, secrets, keepOld: [] })
  await places(window).link(settings.name).click()
  await places(window).heading(settings.name).waitFor()
}

test('a body of JSON is sent as a form to a server that reads forms', async ({ window }) => {
  const server = await started(({ headers }) =>
    headers['content-type']?.includes('json') === true ? refused('invalid_request', 'grant_type is missing') : issued,
  )
  const settings = { token_endpoint: `${server.url}/token`, tokenBodyFormat: 'json' } as const
  await addEnvironment(window, { name: 'JSON', ...settings, ...client })
  await mend(window, 'form', /^Set Request body format to form and retry once$/)
  await server.close()
})

test('an API that names the audience it wants gets a new token for it and is called again', async ({ window }) => {
  const server = await started(({ path, form }) => {
    if (path !== '/token') {
      return audiences.at(-1) === 'https://api.orders.example'
        ? [200, { ok: true }]
        : [401, { error: 'invalid_token', error_description: 'audience must be https://api.orders.example' }]
    }
    audiences.push(form.get('audience') ?? '')
    return [200, { access_token: `token-${audiences.length}`, token_type: 'Bearer', expires_in: 3600 }]
  })
  const audiences: string[] = []
  const settings = { name: 'Audience', token_endpoint: `${server.url}/token`, ...client }
  await addFlow(window, settings, { url: `${server.url}/orders` })
  const { button, tab } = places(window)
  await tab('API calls').click()
  await button('Send').click()
  const status = window.getByRole('status').filter({ hasText: 'audience' })
  await expect(status).toContainText('audience must be https://api.orders.example')
  await status.getByRole('button', { name: /^Set Audience to https:\/\/api\.orders\.example and retry once$/ }).click()
  await expect(window.getByRole('status').filter({ hasText: 'answered 200' })).toBeVisible()
  expect(audiences).toEqual(['', 'https://api.orders.example'])
  await server.close()
})

test('an expired token is replaced by a new one, and the API is called again', async ({ window }) => {
  const tokens: string[] = []
  const server = await started(({ path, headers }) => {
    if (path !== '/token') {
      return headers.authorization === 'Bearer token-1'
        ? [401, { error: 'invalid_token', error_description: 'The access token expired' }]
        : [200, { ok: true }]
    }
    tokens.push(`token-${tokens.length + 1}`)
    return [200, { access_token: tokens.at(-1), token_type: 'Bearer', expires_in: 3600 }]
  })
  const settings = { name: 'Expired', token_endpoint: `${server.url}/token`, ...client }
  await addFlow(window, settings, { url: `${server.url}/orders` })
  const { button, tab } = places(window)
  await tab('API calls').click()
  await button('Send').click()
  await expect(window.getByRole('status').filter({ hasText: 'The token has expired' })).toBeVisible()
  await button('Request a new token and retry once').click()
  await expect(window.getByRole('status').filter({ hasText: 'answered 200' })).toBeVisible()
  expect(tokens).toHaveLength(2)
  await server.close()
})

test('an issuer with a trailing slash too many is set to the published one and read again', async ({ window }) => {
  const server = await started(() => issued)
  await addEnvironment(window, { name: 'Slash', issuer: `${server.url}/`, ...client })
  const { button, field, tab } = places(window)
  await tab('Configure').click()
  await button('Discover').click()
  await window.getByRole('button', { name: /^Set Issuer or base URL to .* and retry once$/ }).click()
  await expect(field('Issuer or base URL')).toHaveValue(server.url)
  await expect(field('Token endpoint')).toHaveValue(`${server.url}/token`)
  await button('Discard changes').click()
  await server.close()
})

test('what a cause was seen by is marked in the exchange, and what was checked is listed', async ({ window }) => {
  const server = await started(() => refused('invalid_scope', 'The scope orders.all is not allowed for this client'))
  const settings = { token_endpoint: `${server.url}/token`, scope: 'orders.all' }
  await addEnvironment(window, { name: 'Marked', ...settings, ...client })
  const { button, region } = places(window)
  await button('Request token').click()
  await expect(region('Exchange').locator('mark').first()).toBeVisible()
  const checked = region('Diagnosis').getByRole('button', { name: 'What was checked' })
  await checked.focus()
  await window.keyboard.press('Enter')
  await expect(region('Diagnosis')).toContainText('The server’s own words')
  await server.close()
})
