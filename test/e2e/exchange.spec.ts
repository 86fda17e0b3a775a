import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import path from 'node:path'
import { makeAuthority } from '../integration/transport-authority.ts'
import { barriersIn } from '../support/barriers.ts'
import { expect, test } from '../support/shared-app.ts'
import { serve } from '../support/fault-server.ts'
import { addEnvironment, places } from '../support/places.ts'

const client = { client_id: 'orders', client_secret: 'canary-secret' }
const issued = JSON.stringify({ access_token: 'opaque', token_type: 'Bearer', expires_in: 3600 })

const answering =
  (status: number, headers: Record<string, string>, body = issued): RequestListener =>
  (_, response) => {
    response
      .writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers })
      .end(body)
  }

test('the drawer shows what is left of a rate limit and how wrong the clock of the server is', async ({ window }) => {
  const { button, region, tab } = places(window)
  const server = await serve((request, response) => {
    const date = new Date(Date.now() + 182_000).toUTCString()
    const limited = { RateLimit: '"a";r=12;t=48', 'RateLimit-Policy': '"a";q=100' }
    answering(200, { Date: date, ...limited })(request, response)
  })
  await addEnvironment(window, { name: 'Limited', token_endpoint: `${server.url}/token?tenant=a`, ...client })
  await button('Request token').click()
  const drawer = region('Exchange')
  await expect(drawer).toContainText('POST /token?tenant=a HTTP/1.1')
  await expect(drawer).toContainText('Authenticated as orders by client_secret_basic (ID and secret form-encoded')
  await tab('Response').click()
  await expect(drawer).toContainText('12 of 100 left, resets in')
  await tab('Timing').click()
  await expect(drawer.getByRole('table', { name: 'Phases' }).getByRole('rowheader')).toHaveText([
    'DNS',
    'Connect',
    'TLS',
    'Send',
    'Waiting',
    'Download',
  ])
  await expect(drawer.getByRole('table', { name: 'Connection' })).toContainText(
    /clock is (?:3 min|2 min 5\d s).* ahead of/,
  )
  await tab('TLS').click()
  await expect(drawer).toContainText('this connection is not encrypted')
  await server.close()
})

test('asked to wait, the person sees for how long, and nothing is sent again by itself', async ({ window }) => {
  const { button, region } = places(window)
  const server = await serve(answering(429, { 'Retry-After': '6' }, '{"error":"slow_down"}'))
  await addEnvironment(window, { name: 'Busy', token_endpoint: `${server.url}/token`, ...client })
  await button('Request token').click()
  await expect(region('Diagnosis')).toContainText(/Can be sent again in \d s/)
  await expect(region('Diagnosis')).toContainText('Can be sent again now')
  expect(server.requests()).toBe(1)
  await server.close()
})

async function serveSelfSigned(): Promise<{ url: string; close: () => Promise<void> }> {
  const authority = await makeAuthority()
  const server = createServer(await authority.selfSigned(), answering(200, {}))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `https://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/token`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await authority.remove()
    },
  }
}

test('one certificate that is not trusted can be accepted, and that can be undone', async ({ window }) => {
  const { button, region, tab } = places(window)
  const { url, close } = await serveSelfSigned()
  const drawer = region('Exchange')

  await addEnvironment(window, { name: 'Self-signed', token_endpoint: url, ...client })
  await button('Request token').click()
  await tab('TLS').click()
  await expect(drawer).toContainText('Not trusted: the certificate is self-signed')
  await expect(drawer.getByRole('region', { name: 'Certificate of the server' })).toContainText(/ends in \d+ days/)
  await expect(drawer).toContainText('none presented')

  // The banner leads to it, whichever tab of the drawer was chosen.
  await drawer.getByRole('tab', { name: 'Request' }).click()
  await region('Token response').getByRole('button', { name: 'Accept this certificate…' }).click()
  await expect(window.getByRole('dialog')).toContainText('Compare the fingerprint')
  await button('Accept for this environment').click()
  await window.getByText('accepts this certificate from now on').waitFor()
  await button('Request token').click()
  await expect(drawer).toContainText('Accepted by its fingerprint, though not trusted')
  await expect(drawer.getByRole('heading', { name: 'POST /token' })).toBeVisible()

  await button('Undo').click()
  await expect(window.getByText('accepts this certificate from now on')).toBeHidden()
  await button('Request token').click()
  await expect(drawer).toContainText('Not trusted')

  await tab('Configure').click()
  await window.getByRole('combobox', { name: 'Stage' }).selectOption('production')
  await button('Save').click()
  await window.getByText('Saved “Self-signed”.').last().waitFor()
  await button('Show the exchange instead').click()
  await expect(drawer).toContainText('This is a production environment')
  await expect(button('Accept this one certificate…')).toBeHidden()
  await drawer.getByRole('tab', { name: 'Request' }).click()
  await tab('Token').click()
  await region('Token response').getByRole('button', { name: 'Show the certificate' }).click()
  await expect(drawer.getByRole('tab', { name: 'TLS' })).toBeFocused()
  await close()
})

test('a certificate that was accepted appears in the open form, whose unsaved edits stay', async ({ window }) => {
  const { button, field, region, tab, openSection } = places(window)
  const { url, close } = await serveSelfSigned()
  await addEnvironment(window, { name: 'Edited', token_endpoint: url, ...client })
  await button('Request token').click()
  await tab('TLS').click()
  await tab('Configure').click()
  await field('Audience').fill('https://api.example')
  await openSection('Network')
  const fingerprint = field('Accepted certificate (SHA-256 fingerprint)')
  await expect(fingerprint).toHaveValue('')
  // The preview is closed when an earlier test closed it.
  if (await button('Show the exchange instead').isVisible()) await button('Show the exchange instead').click()
  await button('Accept this one certificate…').click()
  await button('Accept for this environment').click()
  await expect(region('Exchange')).toContainText('now accepts this certificate')
  await expect(fingerprint).toHaveValue(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  await openSection('Server and client')
  await expect(field('Audience')).toHaveValue('https://api.example')
  await button('Save').click()
  await window.getByText('Saved “Edited”.').last().waitFor()
  await button('Request token').click()
  await expect(region('Exchange')).toContainText('Accepted by its fingerprint, though not trusted')
  await expect(region('Exchange')).not.toContainText('now accepts')
  await close()
})

test('a request that takes its time says what it waits for', async ({ window }) => {
  const { button } = places(window)
  const answers: (() => void)[] = []
  const server = await serve((request, response) => answers.push(() => answering(200, {})(request, response)))
  await addEnvironment(window, { name: 'Slow', token_endpoint: `${server.url}/token`, ...client })
  await button('Request token').click()
  await expect(window.getByRole('status').filter({ hasText: 'Token request: waiting for the answer' })).toBeVisible()
  for (const answer of answers) answer()
  await expect(button('Request token')).toBeVisible()
  await server.close()
})

test('a redirect is shown hop by hop, and each hop can be read', async ({ window }) => {
  const { button, region, tab, field } = places(window)
  const server = await serve((request, response) => {
    if (request.url === '/token') answering(200, {})(request, response)
    else if (request.url === '/old') answering(302, { Location: '/new' }, '')(request, response)
    else answering(200, {}, '{"orders":[]}')(request, response)
  })
  await addEnvironment(window, { name: 'Moved', token_endpoint: `${server.url}/token`, ...client })
  await tab('API calls').click()
  await field('URL').fill(`${server.url}/old`)
  await tab('Authorization').click()
  await window.getByRole('checkbox', { name: /^Follow redirects/ }).check()
  await button('Send').click()
  const hops = region('Exchange').getByRole('list', { name: 'Requests that led here' })
  await expect(hops.getByRole('listitem')).toHaveText([
    /POST .*\/token200/,
    /GET .*\/old302carries the new token/,
    /GET .*\/new200/,
  ])
  await hops.getByRole('button', { name: '/old' }).click()
  await expect(region('Exchange').getByRole('heading', { name: 'GET /old' })).toBeVisible()
  await expect(hops.getByRole('listitem')).toHaveCount(3)
  await expect(hops.getByRole('button', { name: '/old' })).toHaveAttribute('aria-current', 'true')
  await server.close()
})

test('exchanges are taken along as curl and as HAR, and no secret with them', async ({ window, app, profile }) => {
  const { button, region } = places(window)
  const server = await serve(answering(200, {}))
  await addEnvironment(window, { name: 'Taken', token_endpoint: `${server.url}/token`, ...client })
  await button('Request token').click()
  await button('Request token').click()
  await expect(region('Exchange').getByRole('combobox').getByRole('option')).toHaveCount(2)
  await region('Exchange').getByRole('button', { name: 'Copy as curl' }).click()
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toContain(`# Masked: Authorization. Put the real values in before you run this.`)

  const file = path.join(profile, 'saved.har')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await button('More exports').click()
  await window.getByRole('menuitem', { name: 'All 2 exchanges of this environment' }).click()
  await window.getByText(`Saved ${file}`).waitFor()
  const text = readFileSync(file, 'utf8')
  const { log }: { log: { entries: { request: { url: string } }[] } } = JSON.parse(text)
  expect(log.entries.map(({ request }) => request.url)).toEqual([`${server.url}/token`, `${server.url}/token`])
  expect(text).not.toContain('canary')
  await server.close()
})

test('a call is copied as a program without its secrets, by keyboard, and what keeps it from being copied is said', async ({
  app,
  window,
}) => {
  const { button, field, tab } = places(window)
  await addEnvironment(window, { name: 'Half' })
  await tab('API calls').click()
  await field('URL').fill('https://api.example/orders?a=it%27s')
  await button('Copy as…').press('Enter')
  const dialog = window.getByRole('dialog', { name: 'Copy as', exact: true })
  const target = dialog.getByRole('combobox', { name: 'Copy as', exact: true })
  await expect(target).toBeFocused()
  await expect(field('What is copied')).toContainText(`'Authorization: Bearer '"$ACCESS_TOKEN"`)
  expect(await barriersIn(window, 'copy as', '[role="dialog"]')).toEqual([])
  await dialog.getByRole('combobox', { name: 'What', exact: true }).selectOption('Token request and this call')
  await expect(dialog.getByRole('alert')).toContainText('token endpoint')
  await expect(dialog.getByRole('button', { name: 'Copy', exact: true })).toBeDisabled()
  await dialog.getByRole('combobox', { name: 'What', exact: true }).selectOption('This call')
  await dialog.getByRole('button', { name: 'Copy with the live token', exact: true }).click()
  await expect(window.getByRole('alert').filter({ hasText: 'Not copied' })).toContainText('token endpoint')
  await target.selectOption('Python (requests)')
  await expect(field('What is copied')).toContainText('ACCESS_TOKEN = os.environ["ACCESS_TOKEN"]')
  await expect(dialog.getByRole('status')).toContainText('set ACCESS_TOKEN before you run it')
  await dialog.getByRole('button', { name: 'Copy', exact: true }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(window.getByText('Copied as Python (requests). Without secrets')).toBeVisible()
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toContain('"https://api.example/orders?a=it%27s"')
  await button('Copy as…').press('Enter')
  await expect(target).toHaveValue('python')
  await target.press('Escape')
  await expect(dialog).toBeHidden()

  // A pasted token is another one than that of the environment, which must not get into what is copied.
  await tab('Authorization').click()
  await window.getByRole('radio', { name: /^Pasted token/ }).check()
  await button('Copy as…').press('Enter')
  await target.selectOption('curl (bash)')
  await expect(field('What is copied')).toContainText('$ACCESS_TOKEN')
  await expect(dialog.getByRole('combobox', { name: 'What', exact: true })).toBeHidden()
  await expect(dialog.getByRole('button', { name: 'Copy with the live token', exact: true })).toBeHidden()
})

test('the drawer has no barrier on any of its tabs', async ({ window }) => {
  const { button, region, tab } = places(window)
  await button('Request token').click()
  await region('Exchange').getByRole('heading', { name: 'POST /token' }).waitFor()
  for (const name of ['Request', 'Response', 'Timing', 'TLS']) {
    await tab(name).click()
    expect(await barriersIn(window, name, '.drawer')).toEqual([])
  }
})
