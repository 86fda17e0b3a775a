import type { Page } from '@playwright/test'
import { call } from '../support/bridge.ts'
import { barriersIn } from '../support/barriers.ts'
import { addEnvironment, places } from '../support/places.ts'
import { expect, test } from '../support/shared-app.ts'
import { dropFile, openImport, sharedFile } from '../support/shared-file.ts'

const request = (name: string, path: string, more: object = {}) => ({
  name,
  request: { method: 'GET', url: `{{api}}${path}`, ...more },
})

/** A collection as Postman exports it, with a client for all of it unless it has none. */
function collection(name: string, isWithClient = true): string {
  const setting = (key: string, value: string) => ({ key, value, type: 'string' })
  const auth = {
    type: 'oauth2',
    oauth2: [
      setting('grant_type', 'client_credentials'),
      setting('accessTokenUrl', 'https://{{tenant}}.id.example/token'),
      setting('clientId', 'orders'),
      setting('clientSecret', 'not-for-any-eyes-4711'),
      setting('client_authentication', 'header'),
    ],
  }
  return JSON.stringify({
    info: { name, schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    ...(isWithClient ? { auth } : {}),
    variable: [{ key: 'api', value: 'https://api.example' }],
    item: [
      { name: 'Orders', item: [request('List orders', '/orders'), request('One order', '/orders/{{id}}')] },
      {
        name: 'Reports',
        item: [request('Export', '/export', { header: [{ key: 'X-Api-Key', value: 'k3y-9f2c41ab77d0' }] })],
      },
      request('Health', '/health', { auth: { type: 'noauth' } }),
    ],
  })
}

const callsOf = (window: Page) => window.getByRole('list', { name: 'Calls in it' })

test('what a collection brings is left out, filled in and corrected before it is imported, and all of it is taken back', async ({
  window,
}) => {
  const { button, field, link, region, tab } = places(window)
  await openImport(window)
  await dropFile(window, 'shop.postman_collection.json', collection('Shop preview'))
  await expect(window.getByText('1 environment and 4 calls will be added')).toBeVisible()
  await expect(window.getByText(/^Postman 2\.1, \d+ k?B$/)).toBeVisible()
  await expect(window.locator('body')).not.toContainText('not-for-any-eyes')

  const orders = callsOf(window).getByRole('checkbox', { name: 'Folder Orders, 2' })
  await callsOf(window)
    .getByRole('checkbox', { name: /^List orders, / })
    .uncheck()
  await expect(orders).toBeChecked({ indeterminate: true })
  await expect(button('Import 1 environment and 3 calls')).toBeVisible()

  await field('{{tenant}}').fill('main')
  await window.getByRole('button', { name: /^Shop preview/ }).click()
  await expect(field('Token endpoint')).toHaveValue('https://main.id.example/token')
  await field('Name').fill('')
  await expect(window.getByText('Give the environment a name.')).toBeVisible()
  await expect(button('Import 1 environment and 3 calls')).toBeDisabled()
  await expect(button('Import 1 environment and 3 calls')).toHaveAccessibleDescription('1 field to correct')
  await field('Name').fill('Shop of ours')
  await window.getByRole('combobox', { name: /^What to do with Client secret/ }).selectOption('Leave out')

  // Elsewhere and back, and after the window was loaded again.
  await link('Settings').click()
  await button('Import').click()
  await expect(field('Name')).toHaveValue('Shop of ours')
  await expect(region('Secrets')).toContainText('Left out')
  await window.reload()
  await expect(button('Import 1 environment and 3 calls')).toBeEnabled()
  await button('Import 1 environment and 3 calls').click()
  await expect(window.getByText('1 environment added')).toBeVisible()
  await expect(region('Secrets to supply')).toContainText('main.id.example')
  await region('Added').getByRole('link', { name: 'Shop of ours' }).click()
  await tab('API calls').click()
  await expect(button('One order')).toBeVisible()
  await expect(button('List orders')).toBeHidden()

  await button('Import').click()
  await button('Undo the import').click()
  await expect(window.getByText('The import was undone')).toBeVisible()
  await expect(link('Shop of ours')).toBeHidden()
})

test('calls without a client wait for an environment, go where a person says, and ask for their secret variables', async ({
  window,
}) => {
  const { button, link, region } = places(window)
  await addEnvironment(window, { name: 'Waiting for calls' })
  await openImport(window)
  await dropFile(window, 'calls.json', collection('Only calls', false))
  await expect(window.getByText('4 calls need an environment')).toBeVisible()
  await expect(button('Import 4 calls')).toBeDisabled()
  await expect(button('Import 4 calls')).toHaveAccessibleDescription('Choose an environment')
  await window.getByLabel('Add the calls of Only calls to').selectOption('Waiting for calls')
  await window.getByRole('combobox', { name: /^What to do with/ }).selectOption('Leave out')
  await button('Import 4 calls').click()
  await expect(window.getByText('Calls added to 1 environment')).toBeVisible()
  const variables = region('Secret variables to supply')
  await expect(variables).toContainText('Waiting for calls')
  await variables.getByLabel(/^Secret variable .+ of Waiting for calls$/).fill('a value')
  await button('Save 1 value').click()
  await expect(variables).toContainText('Saved')
  await region('Calls added').getByRole('link', { name: 'Waiting for calls' }).click()
  await button('Import').click()
  await button('Undo the import').click()
  await expect(window.getByText('The import was undone')).toBeVisible()
  await expect(link('Waiting for calls')).toBeVisible()
})

test('the lists of a preview are one stop for the Tab key each, and have no barrier', async ({ window }) => {
  test.slow()
  await openImport(window)
  await dropFile(window, 'keys.json', collection('By keyboard'))
  const row = window.getByRole('button', { name: /^By keyboard/ })
  await row.focus()
  await window.keyboard.press('ArrowRight')
  await expect(window.getByRole('group', { name: 'Settings of By keyboard' })).toBeVisible()
  await window.keyboard.press('Space')
  await expect(window.getByText('Nothing would change')).toBeVisible()
  await window.keyboard.press('Space')
  const box = (name: RegExp) => callsOf(window).getByRole('checkbox', { name })
  await box(/^Folder Orders/).focus()
  await window.keyboard.press('ArrowDown')
  await expect(box(/^List orders/)).toBeFocused()
  await window.keyboard.press('Space')
  await expect(box(/^List orders/)).not.toBeChecked()
  await window.keyboard.press('ArrowLeft')
  await expect(box(/^Folder Orders/)).toBeFocused()
  await window.keyboard.press('ArrowLeft')
  await expect(box(/^List orders/)).toBeHidden()
  expect(await barriersIn(window, 'Import, a collection')).toEqual([])
})

test('what a file accepts in the review is listed before it is imported', async ({ window }) => {
  await openImport(window)
  const accepted = [{ code: 'refresh_token_requested', reason: 'asked of the operator', on: '2026-10-01' }]
  await dropFile(window, 'accepting.ccx.json', sharedFile([{ id: 'one', name: 'Accepting', accepted }]))
  const environment = window.getByRole('button', { name: /^Accepting/ })
  await expect(environment).toContainText('1 accepted finding')
  await environment.click()
  await expect(window.getByRole('region', { name: 'Accepted in the review of Accepting' })).toContainText(
    'accepted on 2026-10-01: asked of the operator',
  )
  expect(await barriersIn(window, 'Import, accepted findings')).toEqual([])
})

test('a file that is dropped elsewhere is read to be imported', async ({ window }) => {
  const { link } = places(window)
  await openImport(window)
  await link('Settings').click()
  await dropFile(window, 'elsewhere.json', collection('From elsewhere'))
  await expect(window.getByRole('heading', { level: 1, name: 'Import', exact: true })).toBeVisible()
  await expect(window.getByText('elsewhere.json')).toBeVisible()
  await expect(window.getByRole('button', { name: /^From elsewhere/ })).toBeVisible()
  const before = await call(window, 'listEnvironments', undefined)
  expect(before.map(({ name }) => name)).not.toContain('From elsewhere')
})

test('a file that is dropped on the box of the inspector is read there', async ({ window }) => {
  const { link } = places(window)
  await link('Token inspector').click()
  const box = window.locator('textarea').first()
  await box.waitFor()
  const transfer = await window.evaluateHandle(() => {
    const made = new DataTransfer()
    made.items.add(new File(['not a token'], 'token.txt'))
    return made
  })
  for (const type of ['dragenter', 'dragover']) await box.dispatchEvent(type, { dataTransfer: transfer })
  await expect(window.getByText('Drop to preview')).toBeHidden()
  await box.dispatchEvent('drop', { dataTransfer: transfer })
  await expect(box).toHaveValue('not a token')
  await expect(window.getByRole('heading', { level: 1, name: 'Import', exact: true })).toBeHidden()
})
