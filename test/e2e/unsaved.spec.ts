import { expect, test } from '../support/shared-app.ts'
import { serve } from '../support/fault-server.ts'
import { addEnvironment, openOwnSandbox, places, typeEnvironment } from '../support/places.ts'

/** Remembers the Authorization header of each token request. */
async function tokenServer() {
  const asked: string[] = []
  const server = await serve((request, response) => {
    asked.push(Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString())
    response
      .writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
      .end('{"access_token":"opaque","token_type":"Bearer","expires_in":3600}')
  })
  return { ...server, asked }
}

test('a typed secret survives leaving Configure, is seen to be unsaved, and is asked about before a request', async ({
  window,
}) => {
  const { button, link, tab } = places(window)
  const server = await tokenServer()
  const client = { client_id: 'orders', client_secret: 'first' }
  await addEnvironment(window, { name: 'Orders', token_endpoint: `${server.url}/token`, ...client })
  await tab('Configure').click()
  const secret = window.getByLabel('Client secret', { exact: true })
  await secret.fill('second')
  await expect(link('Unsaved changes')).toBeVisible()
  await expect(link('Orders')).toContainText('unsaved')
  await tab('Token').click()
  await link('Sandbox').click()
  await expect(link('Orders')).toContainText('unsaved')
  await link('Orders').click()
  await tab('Configure').click()
  await expect(secret).toHaveValue('second')
  await tab('Token').click()

  const dialog = window.getByRole('dialog', { name: 'Unsaved changes' })
  await button('Request token').click()
  await expect(dialog).toContainText('among them: Client secret')
  await button('Cancel').click()
  await expect(dialog).toBeHidden()
  expect(server.asked).toEqual([])

  await window.keyboard.press('ControlOrMeta+Enter')
  await dialog.getByRole('button', { name: 'Request with saved values' }).click()
  await expect.poll(() => server.asked).toEqual(['orders:first'])
  await expect(link('Orders')).toContainText('unsaved')
  await button('Request token').click()
  await dialog.getByRole('button', { name: 'Save and request' }).click()
  await expect.poll(() => server.asked).toEqual(['orders:first', 'orders:second'])
  await expect(link('Unsaved changes')).toBeHidden()
  await tab('Configure').click()
  await expect(secret).toHaveValue('')
  await expect(button('Discard changes')).toBeDisabled()
  await server.close()
})

test('once a new environment is saved, the form for the next one is empty', async ({ window }) => {
  const { button, field } = places(window)
  const fields = { 'Token endpoint': 'http://127.0.0.1:9/token', 'Client ID': 'orders', 'Client secret': 'first' }
  for (const name of ['One', 'Two']) {
    await typeEnvironment(window, { Name: name, ...fields })
    await button('New environment').click()
    for (const each of ['Name', 'Token endpoint', 'Client ID']) await expect(field(each)).toHaveValue('')
    await expect(button('Discard changes')).toBeDisabled()
  }
})

test('what cannot be saved is not requested either, and the way to it is offered', async ({ window }) => {
  const { button, field, link, tab } = places(window)
  const server = await tokenServer()
  await addEnvironment(window, { name: 'Half', token_endpoint: `${server.url}/token` })
  await tab('Configure').click()
  await field('Token endpoint').fill('ftp://127.0.0.1/token')
  await button('Request token').click()
  const dialog = window.getByRole('dialog', { name: 'Unsaved changes' })
  await dialog.getByRole('button', { name: 'Save and request' }).click()
  await expect(dialog).toContainText('Not saved:')
  await dialog.getByRole('button', { name: 'Open Configure' }).click()
  await expect(field('Token endpoint')).toHaveValue('ftp://127.0.0.1/token')
  await button('Discard changes').click()
  await expect(link('Unsaved changes')).toBeHidden()
  expect(server.asked).toEqual([])
  await server.close()
})

test('sending, introspecting and verifying ask as well, and a form that is open follows what is saved', async ({
  window,
}) => {
  const { button, link, region, tab } = places(window)
  await openOwnSandbox(window)
  await button('Request token').click()
  await expect(region('Claims')).toBeVisible()
  await tab('Configure').click()
  await button('Remove api:write').click()
  await tab('API calls').click()
  await button('Send').click()
  const dialog = window.getByRole('dialog', { name: 'Unsaved changes' })
  await dialog.getByRole('button', { name: 'Send with saved values' }).click()
  await expect(region('API response')).toContainText('200 OK')
  await tab('Introspection').click()
  await button('Introspect').click()
  await dialog.getByRole('button', { name: 'Introspect with saved values' }).click()
  await expect(region('Introspection response')).toContainText('The token is active')
  await tab('Token').click()
  await button('Verify').click()
  await expect(dialog.getByRole('button', { name: 'Save and verify' })).toBeVisible()
  await window.keyboard.press('Escape')
  await tab('Configure').click()
  await button('Request token').click()
  await dialog.getByRole('button', { name: 'Save and request' }).click()
  await expect(window.getByRole('group', { name: 'Scopes asked for and granted' })).not.toContainText('api:write')
  await expect(link('Unsaved changes')).toBeHidden()
})
