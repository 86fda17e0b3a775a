import type { Page } from '@playwright/test'
import { createServer } from 'node:http'
import { addEnvironment, places } from '../support/places.ts'
import { expect, test } from '../support/shared-app.ts'

const started = async (answer: (path: string) => [status: number, body: string]) => {
  const server = createServer((request, response) => {
    const [status, body] = answer(request.url ?? '')
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** Follows the one way that the banner offers. */
async function follow(window: Page, name: string): Promise<void> {
  await places(window).region('Token response').getByRole('link', { name, exact: true }).click()
  await expect(places(window).tab('Configure')).toHaveAttribute('aria-selected', 'true')
}

test('a refused client without a secret is not led to one', async ({ window }) => {
  const { button, region } = places(window)
  const server = await started(() => [401, '{"error":"invalid_client"}'])
  await addEnvironment(window, {
    name: 'No secret in use',
    client_id: 'public',
    token_endpoint: `${server.url}/token`,
    token_endpoint_auth_method: 'none',
  })
  await button('Request token').click()
  await expect(region('Diagnosis')).not.toContainText('secret')
  await follow(window, 'Go to Authentication method')
  await expect(window.locator('[data-path="token_endpoint_auth_method"]')).toBeFocused()
  await server.close()
})

test('each refusal leads to the field that was used, which has the focus and is marked until it is typed in', async ({
  window,
}) => {
  const { button, field, tab } = places(window)
  let error = 'invalid_client'
  const server = await started(() => [400, JSON.stringify({ error })])
  await addEnvironment(window, {
    name: 'Refused',
    client_id: 'c',
    client_secret: 's',
    scope: 'orders',
    audience: 'https://api.example',
    token_endpoint: `${server.url}/token`,
  })
  await button('Request token').click()
  await follow(window, 'Go to Client secret')
  const secret = window.getByLabel('Client secret', { exact: true })
  await expect(secret).toBeFocused()
  await expect(secret).toHaveAttribute('data-pointed-at', '')
  await secret.fill('t')
  await expect(secret).not.toHaveAttribute('data-pointed-at', '')
  await button('Discard changes').click()

  error = 'invalid_scope'
  await tab('Token').click()
  await button('Request token').click()
  await follow(window, 'Go to Scopes')
  await expect(window.locator('[data-path="scope"]')).toBeFocused()

  error = 'invalid_target'
  await tab('Token').click()
  await button('Request token').click()
  await follow(window, 'Go to Audience')
  await expect(field('Audience')).toBeFocused()
  await server.close()
})

test('what kept a request from being sent leads to its field, in whichever section that is', async ({ window }) => {
  const { button, field } = places(window)
  await addEnvironment(window, { name: 'Not sendable', client_id: 'c', client_secret: 's' })
  await button('Request token').click()
  await follow(window, 'Go to Token endpoint')
  await expect(field('Token endpoint')).toBeFocused()
})

test('a server that is not there leads to its endpoint, and no other button of the page is as loud', async ({
  window,
}) => {
  const { button, field } = places(window)
  const token_endpoint = 'http://127.0.0.1:1/token'
  await addEnvironment(window, { name: 'Not there', client_id: 'c', client_secret: 's', token_endpoint })
  await button('Request token').click()
  await window.getByText('Connection refused').first().waitFor()
  await expect(window.locator('main [data-variant="filled"]')).toHaveCount(0)
  await follow(window, 'Go to Token endpoint')
  await expect(field('Token endpoint')).toBeFocused()
})
