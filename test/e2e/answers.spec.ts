import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import path from 'node:path'
import { expect, test } from '../support/shared-app.ts'
import { serve } from '../support/fault-server.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { newApiRequest, newCallLabel } from '../../electron/catalogue/new-api-request.ts'
import { call } from '../support/bridge.ts'
import { addEnvironment, places } from '../support/places.ts'
import { chooseInDialogs } from '../support/shared-file.ts'

const client = { client_id: 'orders', client_secret: 'a secret' }

const json =
  (body: string, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(body)
  }

test('each saved API call shows its own last answer, or none', async ({ window }) => {
  const { button, region, tab } = places(window)
  await tab('API calls').click()
  await button('GET /api/orders').click()
  await button('Send').click()
  const answer = region('API response')
  await expect(answer).toContainText('200 OK')
  await expect(answer).toContainText(/GET http:\/\/\S+\/api\/orders · \d\d:\d\d:\d\d/)

  await answer.getByRole('tab', { name: 'Timing', exact: true }).click()
  await expect(answer.getByRole('table', { name: 'Phases' }).getByRole('row', { name: /^Waiting/ })).toContainText('ms')
  await button('Send').click()
  await expect(answer.getByRole('table', { name: 'Phases' })).toBeVisible()
  await answer.getByRole('tab', { name: 'Body', exact: true }).click()

  await button('GET /api/ledger').click()
  await expect(answer).toContainText('“Send” calls the API')
  await expect(answer).not.toContainText('200 OK')
  await button('New call').click()
  await expect(answer).toContainText('“Send” calls the API')
  await button('GET /api/orders').click()
  await expect(answer).toContainText('200 OK')

  await window.getByRole('textbox', { name: 'URL', exact: true }).fill('http://127.0.0.1:9/other')
  await expect(answer).toContainText('The form has changed since.')
  await tab('Token').click()
  await tab('API calls').click()
  await expect(button('GET /api/orders')).toHaveAttribute('aria-pressed', 'true')
  await expect(answer).toContainText('200 OK')
})

test('the body of an answer is copied and saved as it came, every digit of it', async ({ app, window, explorer }) => {
  const { button, field, region, tab } = places(window)
  const body = '{"n":12345678901234567890, "m":1.10}'
  const server = await serve((request, response) =>
    json(request.url === '/n' ? body : '{"access_token":"opaque","token_type":"Bearer"}')(request, response),
  )
  const file = path.join(explorer.profile, 'response.json')
  await chooseInDialogs(app, file)
  await addEnvironment(window, { name: 'Digits', token_endpoint: `${server.url}/token`, ...client })
  await tab('API calls').click()
  await field('URL').fill(`${server.url}/n`)
  await button('Send').click()
  const answer = region('API response')
  await answer.getByRole('button', { name: 'Copy body', exact: true }).click()
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(body)
  await answer.getByRole('button', { name: 'Save body', exact: true }).click()
  await expect(window.getByText(`Saved ${file}`)).toBeVisible()
  expect(readFileSync(file, 'utf8')).toBe(body)
  await server.close()
})

test('assertions that failed are named with their place, beside the answer, in the banner and in the list', async ({
  window,
}) => {
  const { button, link, region, tab } = places(window)
  const server = await serve((request, response) =>
    json(
      request.url === '/orders'
        ? '{"orders":[{"id":"ord_1","shipped":false}],"next":null}'
        : '{"access_token":"opaque","token_type":"Bearer"}',
    )(request, response),
  )
  const value = { ...newEnvironment, name: 'Asserted', token_endpoint: `${server.url}/token`, client_id: 'orders' }
  const secrets = { client_secret: client.client_secret }
  const saved = await call(window, 'saveEnvironment', { id: null, value, secrets, keepOld: [] })
  const environmentId = saved.kind === 'saved' ? saved.environment.id : ''
  const assertions = [
    { kind: 'status', expected: '200' },
    { kind: 'json', pointer: '/orders/0/shipped', test: 'equals', value: 'true' },
    { kind: 'claim', pointer: '/scope', test: 'exists', value: '' },
    { kind: 'schema', pointer: '', schema: '{"required":["orders"]}' },
  ] as const
  const request = { ...newApiRequest, url: `${server.url}/orders`, assertions: [...assertions] }
  const label = { ...newCallLabel, name: 'List open orders' }
  await call(window, 'saveApiCall', { environmentId, id: null, request, label })
  await link('Asserted').click()
  await tab('API calls').click()
  await button('List open orders').click()
  await button('Send').click()
  const results = region('API response').getByRole('region', { name: 'Assertions' })
  await expect(results).toContainText('1 of 4 failed')
  await expect(results).toContainText('It is false, line 5')
  await expect(results).toContainText('Not checked: the claims of the token cannot be read')
  await expect(results).toContainText('ms, not asserted')
  const banner = window
    .getByRole('status')
    .filter({ hasText: 'List open orders: answered 200, but 1 of 4 assertions failed' })
  await expect(banner).toContainText('/orders/0/shipped is false, expected true')
  await banner.getByRole('button', { name: 'Go to line 5' }).click()
  await expect(window.getByLabel('Body of the answer').locator('.cm-activeLine')).toContainText('"shipped": false')
  await expect(button('List open orders')).toContainText('200')
  await results.getByRole('button', { name: '/orders/0/shipped is true' }).click()
  await expect(window.getByLabel('Body of the answer')).toBeFocused()
})

test('an answer that comes late lands at the call it is of, and stays with it when that is saved', async ({
  window,
}) => {
  const { button, field, region, tab } = places(window)
  let answerSlow = (): void => {}
  const server = await serve((request, response) => {
    if (request.url === '/slow') answerSlow = () => json('"slow"')(request, response)
    else if (request.url === '/quick') json('"quick"')(request, response)
    else json('{"access_token":"opaque","token_type":"Bearer","expires_in":3600}')(request, response)
  })
  await addEnvironment(window, { name: 'Late', token_endpoint: `${server.url}/token`, ...client })
  await tab('API calls').click()
  await field('URL').fill(`${server.url}/quick`)
  await button('Save call').click()
  await button('GET /quick').waitFor()
  await button('New call').click()
  await field('URL').fill(`${server.url}/slow`)
  await button('Send').click()
  await window.getByText('API call: waiting for the answer').waitFor()
  await button('Save call').click()
  await button('GET /slow').waitFor()
  await button('GET /quick').click()
  await button('Send').click()
  await expect(region('API response')).toContainText('"quick"')
  answerSlow()
  await expect(region('Exchange').getByRole('combobox')).toContainText('GET /slow')
  await expect(region('API response')).toContainText('"quick"')
  await button('GET /slow').click()
  await expect(region('API response')).toContainText('"slow"')
  await server.close()
})

test('a refusal and its diagnosis do not stay beside a token that an API call obtained later', async ({ window }) => {
  const { button, field, link, region, tab } = places(window)
  let refuses = true
  const server = await serve((request, response) => {
    if (request.url !== '/token') json('{"orders":[]}')(request, response)
    else if (refuses) json('{"error":"invalid_client"}', 401)(request, response)
    else json('{"access_token":"opaque","token_type":"Bearer","expires_in":3600}')(request, response)
  })
  await addEnvironment(window, { name: 'Mended', token_endpoint: `${server.url}/token`, ...client })
  await button('Request token').click()
  await expect(region('Token response')).toContainText('answered 401 invalid_client')
  await expect(link('Mended')).toContainText('refused')
  refuses = false
  await tab('API calls').click()
  await field('URL').fill(`${server.url}/orders`)
  await button('Send').click()
  await expect(region('API response')).toContainText('200 OK')
  await expect(link('Mended')).toContainText('valid')
  await tab('Token').click()
  await expect(region('Token response')).toContainText('Held')
  await expect(region('Token response')).not.toContainText('Refused')
  await expect(window.getByText('answered 401 invalid_client')).toHaveCount(0)
  await server.close()
})

test('after a refusal the token of before is folded beneath it, and can still be used', async ({ window }) => {
  const { button, region } = places(window)
  let refuses = false
  const server = await serve((request, response) => {
    if (refuses) json('{"error":"invalid_client"}', 401)(request, response)
    else json('{"access_token":"opaque","token_type":"Bearer","expires_in":3600}')(request, response)
  })
  await addEnvironment(window, { name: 'Refusing', token_endpoint: `${server.url}/token`, ...client })
  await button('Request token').click()
  await expect(region('Token response')).toContainText('Issued')
  refuses = true
  await button('Request token').click()
  await expect(region('Token response')).toContainText('answered 401 invalid_client')
  await expect(button('Copy token')).toHaveCount(0)
  await expect(region('Earlier token')).toContainText('valid')
  await button('Earlier token').click()
  await expect(region('Earlier token').getByRole('button', { name: 'Copy token' })).toBeVisible()
  await server.close()
})

test('a request that never left is not shown as if it had', async ({ window }) => {
  const { button, region } = places(window)
  const gone = await serve(() => {})
  await gone.close()
  await addEnvironment(window, { name: 'Down', token_endpoint: `${gone.url}/token`, ...client })
  await button('Request token').click()
  const drawer = region('Exchange')
  await expect(drawer).toContainText('Not sent. This is what would have been sent.')
  await expect(drawer).not.toContainText('Authenticated as')
  await expect(drawer.getByText('POST /token HTTP/1.1')).toHaveCSS('text-decoration-line', 'line-through')
})
