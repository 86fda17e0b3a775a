import { generateKeyPairSync } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/shared-app.ts'
import { serve } from '../support/fault-server.ts'
import { places } from '../support/places.ts'

/** A form in which everything is right but what a test then makes wrong. */
async function newEnvironment(window: Page, tokenEndpoint: string, method: string): Promise<void> {
  const { button, field } = places(window)
  await button('New environment').click()
  await field('Name').fill('Wrong')
  await field('Issuer or base URL').fill('https://as.example')
  await field('Token endpoint').fill(tokenEndpoint)
  await field('Client ID').fill('orders')
  await window.getByLabel('Authentication method').selectOption(method)
}

const choose = (window: Page, source: string, what: string) =>
  window
    .getByRole('radiogroup', { name: `${source}: source` })
    .getByText(what, { exact: true })
    .click()

test('a key that cannot be used is named at its field, before anything is sent', async ({ window }) => {
  const { button, field, region } = places(window)
  const server = await serve((_, response) => response.end())
  await newEnvironment(window, `${server.url}/token`, 'private_key_jwt')
  const pasted = field('Private key (PEM or JWK)')
  await pasted.fill('rubbish')
  await expect(pasted).toHaveAccessibleDescription(/This is not a private key/)
  await expect(region('Request preview')).toContainText('This is not a private key')

  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'right' },
  })
  await pasted.fill(privateKey)
  await window.getByLabel('Private key passphrase', { exact: true }).fill('wrong')
  await expect(window.getByLabel('Private key passphrase', { exact: true })).toHaveAccessibleDescription(/passphrase/)
  await window.getByLabel('Private key passphrase', { exact: true }).fill('right')
  await expect(window.getByLabel('Assertion algorithm')).toHaveAccessibleDescription(/ES256/)
  await window.getByLabel('Assertion algorithm').selectOption('ES256')
  await expect(region('Request preview')).toContainText('client_assertion=')

  await choose(window, 'Private key', 'File')
  await field('Private key file').fill('/nowhere/client.pem')
  await expect(field('Private key file')).toHaveAccessibleDescription(/\/nowhere\/client\.pem/)
  await button('Save').click()
  await button('Request token').click()
  await expect(region('Token response')).toContainText('Nothing was sent')
  expect(server.requests()).toBe(0)
  await server.close()
})

test('an assertion file and a client certificate that are missing are named at their fields', async ({ window }) => {
  const { field, region, openSection } = places(window)
  await newEnvironment(window, 'https://as.example/token', 'client_assertion_file')
  await field('Assertion file').fill('/nowhere/assertion')
  await expect(field('Assertion file')).toHaveAccessibleDescription(/\/nowhere\/assertion/)
  await window.getByLabel('Authentication method').selectOption('tls_client_auth')
  await expect(region('Client')).toContainText('A client certificate is required')
  await openSection('Network')
  await choose(window, 'Client certificate (required by the authentication method)', 'File')
  await field('Client certificate file').fill('/nowhere/client.pfx')
  await expect(field('Client certificate file')).toHaveAccessibleDescription(/\/nowhere\/client\.pfx/)
  await expect(region('Request preview')).toContainText('/nowhere/client.pfx')
})

test('saving opens the first section with a wrong field, which takes the focus', async ({ window }) => {
  const { button, field, tab, openSection } = places(window)
  await newEnvironment(window, 'https://as.example/token', 'none')
  await openSection('Network')
  await field('Connect timeout').fill('soon')
  await openSection('Tokens')
  await field('Renew before expiry').fill('later')
  await openSection('Notes')
  await expect(field('Connect timeout')).toBeHidden()
  await button('Save').click()
  await expect(field('Renew before expiry')).toBeFocused()
  await expect(tab('Tokens, 1 problem')).toHaveAttribute('aria-selected', 'true')
  await field('Renew before expiry').fill('30')
  await button('Save').click()
  await expect(field('Connect timeout')).toBeFocused()
  await expect(field('Connect timeout')).toHaveAccessibleDescription('Enter a number of seconds.')
  await expect(tab('Network, 1 problem')).toHaveAttribute('aria-selected', 'true')
})

test('a parameter or header that cannot be sent is named in its row', async ({ window }) => {
  const { button, field, openSection } = places(window)
  await newEnvironment(window, 'https://as.example/token', 'none')
  await openSection('Request')
  await button('Add parameter').click()
  await field('Parameter 1 value').fill('north')
  await button('Add header').click()
  await field('Header 1 name').fill('X Tenant')
  await button('Add header').click()
  await field('Header 2 name').fill('Content-Length')
  await button('Save').click()
  await expect(field('Parameter 1 name')).toBeFocused()
  await expect(field('Parameter 1 name')).toHaveAccessibleDescription('Give the parameter a name.')
  await expect(field('Header 1 name')).toHaveAccessibleDescription(/may hold letters, digits/)
  await expect(field('Header 2 name')).toHaveAccessibleDescription(/set by the connection itself/)
  await button('Remove header 1').click()
  await expect(field('Header 1 name')).toHaveValue('Content-Length')
})

test('a proxy with credentials in its URL is refused at its field', async ({ window }) => {
  const { button, field, openSection } = places(window)
  await newEnvironment(window, 'https://as.example/token', 'none')
  await openSection('Network')
  await window.getByLabel('Proxy', { exact: true }).selectOption('explicit')
  await field('Proxy URL').fill('http://me:secret@proxy.example:3128')
  await button('Save').click()
  await expect(field('Proxy URL')).toBeFocused()
  await expect(field('Proxy URL')).toHaveAccessibleDescription(/their own fields/)
})

test('a server without metadata is a normal case, and one that is down says where', async ({ window }) => {
  const { button, field, region } = places(window)
  const server = await serve((_, response) => response.writeHead(404).end())
  await button('New environment').click()
  await field('Issuer or base URL').fill(server.url)
  await button('Discover').click()
  await expect(region('Metadata')).toContainText('No metadata found. Enter the endpoints manually.')
  await expect(region('Metadata')).toContainText('Tried /.well-known/openid-configuration (404)')
  await server.close()
  await button('Discover').click()
  await expect(region('Metadata')).toContainText('Connection refused')
  await field('JWKS URI').fill(`${server.url}/jwks`)
  await button('Show keys').click()
  await expect(region('Published keys')).toContainText('Connection refused')
})

test('the preview says what is not complete yet, and leads to its field', async ({ window }) => {
  const { field, region } = places(window)
  await newEnvironment(window, 'htt', 'none')
  const preview = region('Request preview')
  await expect(preview).toContainText('Fix the problems above to see the request.')
  await preview.getByRole('button', { name: 'Server' }).click()
  await expect(field('Token endpoint')).toBeFocused()
  await field('Token endpoint').fill('https://as.example/token')
  await expect(preview).toContainText('The request these settings would send')
  await field('Token endpoint').fill('https:')
  await expect(preview).toContainText('Outdated: shows the last valid values')
  await expect(preview.locator('pre')).toContainText('Host: as.example')
})

test('what keeps Discover and Show keys from asking is shown at its field until that is edited', async ({ window }) => {
  const { button, field, region, openSection } = places(window)
  const server = await serve((_, response) => response.writeHead(404).end())
  await button('New environment').click()
  // Half typed, so that there is no preview that could say it.
  await field('Token endpoint').fill('htt')
  await field('Issuer or base URL').fill(server.url)
  await field('JWKS URI').fill(`${server.url}/jwks`)
  await openSection('Network')
  const file = field('Trusted authorities file')
  for (const name of ['Discover', 'Show keys']) {
    await file.fill('/nowhere/ca.pem')
    await expect(file).not.toHaveAccessibleDescription(/does not exist/)
    await openSection('Server and client')
    await button(name).click()
    await openSection('Network')
    await expect(file).toHaveAccessibleDescription(/\/nowhere\/ca\.pem/)
    await file.fill('')
  }
  await openSection('Server and client')
  await region('Published keys').getByRole('button', { name: 'Network' }).click()
  await expect(file).toBeFocused()
  expect(server.requests()).toBe(0)
  await server.close()
})

test('metadata that comes once another issuer is typed is offered for its own, and not filled in', async ({
  window,
}) => {
  const { button, field, region } = places(window)
  const held: ServerResponse[] = []
  const server = await serve((_, response) => held.push(response))
  await button('New environment').click()
  const issuer = field('Issuer or base URL')
  await issuer.fill(server.url)
  await button('Discover').click()
  await expect.poll(() => held.length).toBe(1)
  await issuer.fill('https://another.example')
  const metadata = JSON.stringify({ issuer: server.url, token_endpoint: `${server.url}/token` })
  held[0]?.setHeader('content-type', 'application/json').end(metadata)
  await expect(button('Discover')).toBeEnabled()
  await issuer.fill(server.url)
  await expect(region('Metadata')).toContainText('Metadata found')
  await expect(field('Token endpoint')).toHaveValue('')
  await server.close()
})
