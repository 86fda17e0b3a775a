import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/shared-app.ts'
import { addEnvironment, places } from '../support/places.ts'
import { issueTokens } from '../support/token-server.ts'
import { serve } from '../support/fault-server.ts'

async function addClient(window: Page, url: string, source: string): Promise<void> {
  await addEnvironment(window, {
    name: 'Orders',
    token_endpoint: `${url}/token`,
    client_id: 'orders',
    token_endpoint_auth_method: 'client_secret_post',
  })
  await places(window).tab('Configure').click()
  await window.getByLabel('Client secret source').selectOption(source)
}

test('an environment variable is tried without being shown, and obtains a token', async ({ app, window }) => {
  await app.evaluate(() => (process.env['ORDERS_SECRET'] = 'canary-of-a-variable'))
  const server = await issueTokens(['canary-of-a-variable'])
  const { button, field, region } = places(window)
  await addClient(window, server.url, 'environment_variable')
  await button('Test (Client secret)').click()
  await expect(field('Variable (Client secret)')).toBeFocused()
  await expect(field('Variable (Client secret)')).toHaveAccessibleDescription(/Enter the name of the variable/)
  await field('Variable (Client secret)').fill('ORDERS_SECRET')
  await button('Test (Client secret)').click()
  const source = region('Client').getByRole('group', { name: 'Source of Client secret' })
  await expect(source).toContainText('It is there, and is not shown.')
  await expect(window.locator('body')).not.toContainText('canary-of-a-variable')
  await field('Variable (Client secret)').fill('ORDERS_SECRET_2')
  await expect(source).not.toContainText('It is there')
  await button('Test (Client secret)').click()
  await expect(source.getByRole('img', { name: 'Failed' })).toBeVisible()
  await field('Variable (Client secret)').fill('ORDERS_SECRET')
  await button('Save').click()
  await button('Request token').click()
  await expect(region('Token response')).toContainText('Issued')
  expect(server.came()).toEqual(['canary-of-a-variable'])
  await app.evaluate(() => delete process.env['ORDERS_SECRET'])
  await server.close()
})

test('a file is read when it is needed, and what is wrong with it is said', async ({ window, explorer }) => {
  const server = await issueTokens(['canary-of-a-file'])
  const { button, field, region } = places(window)
  const file = path.join(explorer.profile, 'secret.json')
  writeFileSync(file, '{"oauth":{"client_secret":"canary-of-a-file"}}', { mode: 0o644 })
  await addClient(window, server.url, 'file')
  await field('File (Client secret)').fill('/nowhere/secret.json')
  await button('Test (Client secret)').click()
  const source = region('Client').getByRole('group', { name: 'Source of Client secret' })
  await expect(source).toContainText('/nowhere/secret.json')
  await field('File (Client secret)').fill(file)
  await field('JSON pointer (Client secret)').fill('/oauth/client_secret')
  await button('Test (Client secret)').click()
  await expect(source).toContainText('It is there, and is not shown.')
  await button('Save').click()
  await button('Request token').click()
  await expect(region('Token response')).toContainText('Issued')
  expect(server.came()).toEqual(['canary-of-a-file'])
  rmSync(file)
  await server.close()
})

test('a secret that is asked for each time is typed on the spot, and is forgotten afterwards', async ({ window }) => {
  const server = await issueTokens(['canary-typed'])
  const { button, region } = places(window)
  await addClient(window, server.url, 'ask')
  await expect(region('Client')).toContainText('You are asked for it whenever a token is requested')
  await button('Save').click()
  for (const round of [1, 2]) {
    await button('Request token').click()
    const answer = region('Token response').getByLabel('Client secret')
    await expect(answer).toBeFocused()
    await answer.fill('canary-typed')
    await answer.press('Enter')
    await expect(region('Token response')).toContainText('Issued')
    expect(server.came()).toHaveLength(round)
  }
  await server.close()
})

test('a source that does not answer can be left, and the details of each source are kept while another is tried', async ({
  window,
}) => {
  const silent = await serve(() => {})
  const { button, field, region } = places(window)
  await addClient(window, 'http://127.0.0.1:1', 'vault')
  await field('Vault address (Client secret)').fill(silent.url)
  await field('Path (Client secret)').fill('teams/orders')
  await field('Key (Client secret)').fill('client_secret')
  await window.getByLabel('Vault token', { exact: true }).fill('canary-vault')
  await button('Test (Client secret)').click()
  await region('Client').getByRole('button', { name: 'Cancel' }).click()
  await expect(button('Test (Client secret)')).toBeVisible()
  await window.getByLabel('Client secret source').selectOption('file')
  await window.getByLabel('Client secret source').selectOption('vault')
  await expect(field('Path (Client secret)')).toHaveValue('teams/orders')
  await expect(window.getByLabel('Vault token', { exact: true })).toHaveValue('canary-vault')
  await silent.close()
})
