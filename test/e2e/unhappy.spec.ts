import { createServer } from 'node:https'
import { once } from 'node:events'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '../support/shared-app.ts'
import { serve } from '../support/fault-server.ts'
import { addEnvironment, openOwnSandbox, places, typeEnvironment } from '../support/places.ts'

const client = { client_id: 'orders', client_secret: 'a secret' }

test('a wrong secret is refused with the reason and the way out', async ({ window }) => {
  const { button, region, tab } = places(window)
  const sandbox = await openOwnSandbox(window)
  await tab('Configure').click()
  await window.getByLabel('Client secret', { exact: true }).fill('wrong')
  await button('Save').click()
  await window.getByText(`Saved “${sandbox}”.`).waitFor()
  await button('Request token').click()
  await expect(region('Token response')).toContainText('The token endpoint answered 401 invalid_client')
  await expect(region('Token response')).toContainText('copy the secret again')
  await expect(region('Exchange')).not.toContainText('wrong')
})

test('a scope that is not granted is named', async ({ window }) => {
  const { button, region, tab, field } = places(window)
  const sandbox = await openOwnSandbox(window)
  await tab('Configure').click()
  await field('Scopes').fill('api:read  api:admin')
  await button('Save').click()
  await window.getByText(`Saved “${sandbox}”.`).waitFor()
  await button('Request token').click()
  await expect(region('Diagnosis')).toContainText('Missing: api:admin')
})

test('a server that is down is named with host, port and phase, and what was typed is kept', async ({ window }) => {
  const { button, region, tab, field } = places(window)
  const gone = await serve(() => {})
  await gone.close()
  const typed = { 'Client ID': 'orders', 'Client secret': 'a secret' }
  await typeEnvironment(window, { Name: 'Down', 'Token endpoint': `${gone.url}/token`, ...typed })
  await button('Request token').click()
  await expect(region('Token response')).toContainText('Connection refused')
  await expect(region('Token response')).toContainText(gone.url.replace('http://', ''))
  await tab('Configure').click()
  await expect(field('Token endpoint')).toHaveValue(`${gone.url}/token`)
})

test('an untrusted certificate is refused before anything is sent, and its chain is shown', async ({ window }) => {
  const { button, region, tab } = places(window)
  const folder = mkdtempSync(path.join(tmpdir(), 'ccx-tls-'))
  const files = { key: path.join(folder, 'key.pem'), cert: path.join(folder, 'cert.pem') }
  const subject = ['-subj', '/CN=as.test', '-addext', 'subjectAltName=IP:127.0.0.1']
  const make = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', files.key, '-out', files.cert]
  execFileSync('openssl', [...make, ...subject], { stdio: 'ignore' })
  let requests = 0
  const server = createServer({ key: readFileSync(files.key), cert: readFileSync(files.cert) }, () => (requests += 1))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0

  await addEnvironment(window, { name: 'Untrusted', token_endpoint: `https://127.0.0.1:${port}/token`, ...client })
  await button('Request token').click()
  await expect(region('Token response')).toContainText('Self-signed certificate')
  await tab('TLS').click()
  await expect(region('Exchange')).toContainText('CN=as.test')
  expect(requests).toBe(0)
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})

test('a malformed answer is shown as what it is, with the byte where it breaks, and stays inert', async ({
  window,
}) => {
  const { button, region, tab } = places(window)
  const html = '<html><img src=x onerror="document.title=1"><script>document.title=1</script></html>'
  const portal = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html))
  await addEnvironment(window, { name: 'Portal', token_endpoint: `${portal.url}/token`, ...client })
  await button('Request token').click()
  await expect(region('Token response')).toContainText('200')
  await tab('Response').click()
  await expect(region('Exchange')).toContainText('<img src=x')
  expect(await window.title()).toBe('Client Credentials Explorer')
  await portal.close()
})

test('a redirect of the token endpoint is refused, and nothing arrives at its target', async ({ window }) => {
  const { button, region } = places(window)
  const target = await serve((_, response) => response.end())
  const moved = await serve((_, response) => response.writeHead(307, { location: `${target.url}/steal` }).end())
  await addEnvironment(window, { name: 'Moved', token_endpoint: `${moved.url}/token`, ...client })
  await button('Request token').click()
  await expect(region('Token response')).toContainText(`points to ${target.url}/steal`)
  expect(target.requests()).toBe(0)
  await moved.close()
  await target.close()
})

test('a request that hangs can be cancelled, and says so', async ({ window }) => {
  const { button, region } = places(window)
  const silent = await serve(() => {})
  await addEnvironment(window, { name: 'Silent', token_endpoint: `${silent.url}/token`, ...client })
  await button('Request token').click()
  await button('Cancel').click()
  await expect(region('Token response')).toContainText('Cancelled')
  await expect(button('Request token')).toBeEnabled()
  await silent.close()
})

test('a request that lacks something is not sent, and every missing thing is named', async ({ window }) => {
  const { button, region } = places(window)
  await addEnvironment(window, { name: 'Empty' })
  await button('Request token').click()
  for (const text of ['no token endpoint', 'Enter the client ID', 'Enter the client secret']) {
    await expect(region('Token response')).toContainText(text)
  }
})

test('every field that is wrong says so, nothing is saved, and what was typed is kept', async ({ window }) => {
  const { button, field } = places(window)
  await button('New environment').click()
  const typed = {
    'Issuer or base URL': 'as.example',
    'Token endpoint': 'ftp://as.example/token',
    'Introspection endpoint': 'https://user:pass@as.example/introspect',
    'Revocation endpoint': 'https://as.example/revoke#now',
    'JWKS URI': 'https://as example/jwks',
    Scopes: 'api:"read"',
    Resource: 'not a uri',
  }
  for (const [name, value] of Object.entries(typed)) await field(name).fill(value)
  await button('Save').click()
  for (const message of [
    'Give the environment a name.',
    'begins with https:// or http://',
    'Leave user name and password out',
    'must not have a fragment',
    'cannot contain spaces',
    'visible ASCII characters',
    'absolute URI without fragment',
  ]) {
    await expect(window.getByText(message).first()).toBeVisible()
  }
  for (const [name, value] of Object.entries(typed)) await expect(field(name)).toHaveValue(value)
  await expect(window.getByRole('link', { name: 'Sandbox', exact: true })).toBeVisible()
})
