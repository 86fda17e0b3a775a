import { barriersIn } from '../support/barriers.ts'
import { call } from '../support/bridge.ts'
import { addEnvironment, pasteFromClipboard, places } from '../support/places.ts'
import { expect, test } from '../support/shared-app.ts'

const secret = 'canary-of-a-paste-0123456789'
const command = (endpoint: string): string =>
  `curl -X POST '${endpoint}' \\\n  -H 'X-Api-Key: ${secret}' \\\n  -d grant_type=client_credentials -d client_id=orders -d client_secret=${secret} \\\n  -d 'scope=api:read'`

test('what holds no settings is said to, and the form stays as it is', async ({ app, window }) => {
  const { button, field } = places(window)
  await button('New environment').click()
  await window.getByRole('button', { name: /^Paste (?:to fill|curl)/ }).click()
  const text = field('curl command, .env or client JSON')
  await expect(text).toBeFocused()
  // What the keys do to the form would be behind the dialog.
  await window.keyboard.press('ControlOrMeta+S')
  await window.keyboard.press('ControlOrMeta+Enter')
  await expect(text).toBeFocused()
  await pasteFromClipboard(app, window, `curl -H 'Authorization: Bearer x' https://api.example`)
  await expect(text).toHaveAccessibleDescription(/No settings found\. Expected/)
  await window.keyboard.press('Escape')
  await expect(text).toBeHidden()
  await expect(window.getByRole('button', { name: /^Paste (?:to fill|curl)/ })).toBeFocused()
  await expect(field('Client ID')).toHaveValue('')
})

test('a text with settings is not lost in a field of one line: it is offered, hides its secret, and can be undone', async ({
  app,
  window,
}) => {
  const { button, field, region } = places(window)
  await addEnvironment(window, { name: 'Pasted', client_id: 'before', audience: 'kept' })
  await places(window).tab('Configure').click()
  await field('Name').focus()
  await pasteFromClipboard(app, window, command('https://as.example/token'))
  const dialog = window.getByRole('dialog', { name: 'Paste to fill' })
  await expect(dialog.getByRole('row', { name: 'Client ID before orders' })).toBeVisible()
  await expect(dialog.getByRole('row', { name: `Client secret – ${secret.length} characters` })).toBeVisible()
  await expect(dialog).toContainText('Left out: X-Api-Key')
  expect(await window.locator('html').innerHTML()).not.toContain(secret)
  expect(await barriersIn(window, 'Paste to fill', '[role="dialog"]')).toEqual([])

  await window.keyboard.press('Escape')
  await expect(field('Name')).toBeFocused()
  await expect(dialog).toBeHidden()
  await expect(field('Name')).toHaveValue('Pasted')
  await expect(field('Client ID')).toHaveValue('before')

  await pasteFromClipboard(app, window, command('https://as.example/token'))
  await button('Fill 5 fields').click()
  await expect(field('Token endpoint')).toBeFocused()
  await expect(field('Client ID')).toHaveValue('orders')
  await expect(field('Audience')).toHaveValue('kept')
  expect(JSON.stringify(await call(window, 'listDrafts', undefined))).not.toContain(secret)
  await expect(region('Filled fields')).toContainText('Filled 5 fields from a curl command')
  await field('Audience').fill('typed since')
  await button('Undo').click()
  await expect(region('Filled fields')).toBeHidden()
  await expect(field('Client ID')).toHaveValue('before')
  await expect(field('Token endpoint')).toHaveValue('')
  await expect(field('Audience')).toHaveValue('typed since')
  await expect(window.getByLabel('Client secret', { exact: true })).toHaveValue('')
  await button('Discard changes').click()
})

test('by keyboard alone, a new environment is made of a curl command, and gets a token', async ({ app, window }) => {
  const { button, field, heading, region, tab } = places(window)
  await expect(button('Request token')).toBeEnabled()
  await tab('Configure').click()
  await window
    .getByRole('tabpanel', { name: 'Configure' })
    .getByRole('button', { name: 'Copy as curl', exact: true })
    .click()
  const clipboard = () => app.evaluate(({ clipboard: system }) => system.readText())
  await expect.poll(clipboard).toMatch(/^(?:# .*\n)*curl /)

  await window.keyboard.press('ControlOrMeta+k')
  await window.getByRole('textbox', { name: 'Go to' }).fill('new curl')
  await window.keyboard.press('Enter')
  await expect(field('curl command, .env or client JSON')).toBeFocused()
  await window.keyboard.press('ControlOrMeta+V')
  await expect(window.getByRole('button', { name: /^Fill \d+ fields$/ })).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(field('Name')).toBeFocused()
  await window.keyboard.press('ControlOrMeta+A')
  await window.keyboard.type('From curl')
  await window.keyboard.press('ControlOrMeta+S')
  await expect(heading('From curl')).toBeVisible()
  await window.keyboard.press('ControlOrMeta+Enter')
  await expect(region('Flow')).toContainText('200 access_token')
})

test('outside of all fields, what holds settings is offered, and what does not is left alone', async ({
  app,
  window,
}) => {
  const { button, heading } = places(window)
  await button('New environment').click()
  await heading('New environment').evaluate((element) => {
    element.tabIndex = -1
    element.focus()
  })
  await pasteFromClipboard(app, window, 'a remark')
  await pasteFromClipboard(app, window, 'CLIENT_ID=orders\nTOKEN_URL=https://as.example/token\nOTHER=1')
  const dialog = window.getByRole('dialog', { name: 'Paste to fill' })
  await expect(dialog).toContainText('Not used: OTHER.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
})
