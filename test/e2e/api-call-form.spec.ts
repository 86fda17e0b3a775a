import type { IncomingMessage } from 'node:http'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { barriersIn } from '../support/barriers.ts'
import { expect, test } from '../support/shared-app.ts'
import { serve } from '../support/fault-server.ts'
import { addEnvironment, places } from '../support/places.ts'

const client = { client_id: 'orders', client_secret: 'canary-secret' }
const issued = '{"access_token":"opaque","token_type":"Bearer","expires_in":3600,"scope":"orders.read"}'

interface Arrived {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

/** An API that keeps what arrives, beside the authorization server. */
async function recordingServer() {
  const arrived: Arrived[] = []
  const server = await serve((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      if (url !== '/token') arrived.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
      response
        .writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
        .end(url === '/token' ? issued : '{"ok":true}')
    })
  })
  return { ...server, arrived }
}

test('a call is composed in all of its tabs by keyboard alone, and arrives as it was composed', async ({ window }) => {
  const { button, field, region } = places(window)
  const { keyboard } = window
  const server = await recordingServer()
  await addEnvironment(window, { name: 'Composed', token_endpoint: `${server.url}/token`, ...client })
  await window.getByRole('tab', { name: 'API calls' }).press('Enter')
  const tab = (name: string) => window.getByRole('tablist', { name: 'Request' }).getByRole('tab', { name })

  // The URL fills the rows, the rows the URL; one that is off keeps its place.
  await field('URL').focus()
  await keyboard.type(`${server.url}/orders?status=open now&limit=50`)
  await tab('Query').press('Enter')
  await expect(field('Parameter 1 value')).toHaveValue('open now')
  await field('New parameter name').focus()
  await keyboard.type('since')
  await keyboard.press('Tab')
  await keyboard.type('2026')
  await window.getByRole('checkbox', { name: 'Send parameter 2' }).press('Space')
  await expect(field('URL')).toHaveValue(`${server.url}/orders?status=open now&since=2026`)
  await field('Parameter 3 name').press('Alt+ArrowUp')
  await expect(field('Parameter 2 name')).toBeFocused()
  await expect(field('Parameter 2 name')).toHaveValue('since')

  await tab('Headers').press('Enter')
  await window.getByRole('combobox', { name: 'New header name' }).focus()
  await keyboard.insertText('X-Trace')
  await keyboard.press('Tab')
  await keyboard.type('1')

  await window.getByRole('combobox', { name: 'Method' }).selectOption('POST')
  await tab('Body').press('Enter')
  await window.getByRole('combobox', { name: 'Body' }).selectOption('json')
  await field('JSON').focus()
  await keyboard.type('{"id":12345678901234567890,"a" 1}')
  await expect(window.getByText('Line 1, column 32: expected a colon.')).toBeVisible()
  await field('JSON').fill('{"id":12345678901234567890}')
  await button('Beautify').press('Enter')
  await expect(field('JSON')).toHaveValue('{\n  "id": 12345678901234567890\n}')

  await tab('Authorization').press('Enter')
  await field('Required scopes').focus()
  await keyboard.type('orders.read')

  await tab('Assertions').press('Enter')
  await button('Add assertion').press('Enter')
  await expect(window.getByRole('combobox', { name: 'Assertion 1', exact: true })).toBeFocused()

  await tab('Notes').press('Enter')
  await field('Name').fill('Create order')
  expect(await barriersIn(window, 'the call')).toEqual([])

  await keyboard.press('Control+S')
  await expect(button('Discard changes')).toHaveCount(0)
  await expect(window.getByRole('navigation', { name: 'Saved calls' })).toContainText('Create order')
  await field('URL').press('Control+Enter')
  await expect(region('API response')).toContainText('200 OK')
  await expect(window.getByText('orders.read needed and granted')).toBeVisible()
  const [call] = server.arrived
  expect(call).toMatchObject({ method: 'POST', url: '/orders?status=open%20now&since=2026' })
  expect(call?.headers).toMatchObject({
    authorization: 'Bearer opaque',
    'content-type': 'application/json',
    'x-trace': '1',
  })
  expect(call?.body).toBe('{\n  "id": 12345678901234567890\n}')

  // What is discarded comes back.
  await field('URL').fill(`${server.url}/other`)
  await button('Discard changes').press('Enter')
  await expect(field('URL')).toHaveValue(`${server.url}/orders?status=open now&since=2026`)
  await window
    .getByRole('alert')
    .filter({ hasText: 'Discarded the changes' })
    .getByRole('button', { name: 'Undo' })
    .press('Enter')
  await expect(field('URL')).toHaveValue(`${server.url}/other`)

  // A pasted token goes with this call alone, and is forgotten with it.
  await tab('Authorization').press('Enter')
  await window.getByRole('radio', { name: /^Pasted token/ }).press('Space')
  await window.getByLabel('Token', { exact: true }).and(window.locator('input')).fill('pasted-token')
  await button('Send').press('Enter')
  await expect.poll(() => server.arrived[1]?.headers.authorization).toBe('Bearer pasted-token')
  await button('New call').press('Enter')
  await button('Create order').press('Enter')
  await expect(window.getByText('Token: pasted')).toHaveCount(0)
  await server.close()
})

test('files are sent as parts and as a body, by their path alone, and a dropped one leads nowhere', async ({
  window,
  app,
  explorer,
}) => {
  const { button, field, region } = places(window)
  const server = await recordingServer()
  const file = path.join(explorer.profile, 'report.txt')
  writeFileSync(file, 'bytes of the report')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, file)
  await addEnvironment(window, { name: 'Files', token_endpoint: `${server.url}/token`, ...client })
  await window.getByRole('tab', { name: 'API calls' }).click()
  await field('URL').fill(`${server.url}/upload`)
  await window.getByRole('combobox', { name: 'Method' }).selectOption('POST')
  await window.getByRole('tablist', { name: 'Request' }).getByRole('tab', { name: 'Body' }).click()
  await window.getByRole('combobox', { name: 'Body' }).selectOption('multipart')
  await button('Add text').click()
  await field('Part 1 name').fill('title')
  await field('Part 1 value').fill('Łódź "quoted"')
  await button('Add file').click()
  await button('Send').click()
  await expect(region('API response')).toContainText('No file is chosen')
  await button('Part 2: choose file').click()
  await expect(window.getByText('report.txt', { exact: true })).toBeVisible()
  await button('Send').click()
  await expect.poll(() => server.arrived[0]?.body).toContain('bytes of the report')
  expect(server.arrived[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
  expect(server.arrived[0]?.body).toContain('Łódź "quoted"')
  expect(server.arrived[0]?.body).not.toContain(explorer.profile)

  // What is dropped from elsewhere than this computer has no path, and the window stays where it is.
  const before = window.url()
  await window.evaluate(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(100 << 20)], 'large.bin'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
  })
  await expect(window.getByText('Nothing was added')).toBeVisible()
  expect(window.url()).toBe(before)

  await window.getByRole('combobox', { name: 'Body' }).selectOption('file')
  await button('Choose file').click()
  await button('Send').click()
  await expect.poll(() => server.arrived[1]?.body).toBe('bytes of the report')
  await server.close()
})

test('what cannot be sent is named at its field, and nothing is sent', async ({ window }) => {
  const { button, field, region } = places(window)
  const server = await recordingServer()
  await addEnvironment(window, { name: 'Hostile', token_endpoint: `${server.url}/token`, ...client })
  await window.getByRole('tab', { name: 'API calls' }).click()
  const tab = (name: string) => window.getByRole('tablist', { name: 'Request' }).getByRole('tab', { name })
  await button('Send').click()
  await expect(field('URL')).toBeFocused()
  await expect(window.getByText('Enter an absolute URL')).toBeVisible()
  await field('URL').fill(`${server.url}/orders`)
  await tab('Headers').click()
  const name = window.getByRole('combobox', { name: 'New header name' })
  await name.fill('Content-Length')
  await tab('Query').click()
  await button('Send').click()
  await expect(window.getByText('This header is set by the connection itself.')).toBeVisible()
  await expect(window.getByRole('combobox', { name: 'Header 1 name' })).toBeFocused()
  await window.getByRole('combobox', { name: 'Header 1 name' }).fill('Authorization')
  await field('Header 1 value').fill('Basic b3Ro')
  await button('Send').click()
  await expect(region('API response')).toContainText('Authorization is set for the access token')
  await button('Remove header 1').click()
  await field('URL').fill(`${server.url}/orders?status={{status}}`)
  await button('Send').click()
  await expect(region('API response')).toContainText('status')
  expect(server.arrived).toEqual([])
  await server.close()
})
