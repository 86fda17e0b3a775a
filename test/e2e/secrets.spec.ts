import type { Page } from '@playwright/test'
import path from 'node:path'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { test as alone } from '../support/electron.ts'
import { expect, test } from '../support/shared-app.ts'
import { addEnvironment, places } from '../support/places.ts'
import { issueTokens } from '../support/token-server.ts'

const secretField = (window: Page) => window.getByLabel('Client secret', { exact: true })
/** For what a key is made of a passphrase, which takes seconds on purpose. */
const slowly = { timeout: 45_000 }
const longName = 'Billing service of the northern region, staging, second tenant'

/** An environment that posts its secret to this server; its Configure tab is open. */
async function addClient(window: Page, url: string, secret = '', name = 'Orders'): Promise<void> {
  await addEnvironment(window, {
    name,
    token_endpoint: `${url}/token`,
    client_id: 'orders',
    token_endpoint_auth_method: 'client_secret_post',
    client_secret: secret,
  })
  await places(window).tab('Configure').click()
}

alone(
  'after a restart a stored secret is there and obtains a token, and one of the session is gone; an old one is reminded of',
  async ({ explorer }) => {
    const server = await issueTokens(['canary-5f0c'])
    const first = places(explorer.window)
    await addClient(explorer.window, 'http://127.0.0.1:1', '', 'Fleeting')
    await explorer.window.getByLabel('Client secret source').selectOption('session')
    await secretField(explorer.window).fill('fleeting')
    await expect(first.region('Client')).toContainText('never written to disk')
    await first.button('Save').click()
    await expect(first.region('Client')).toContainText('Set for this session')
    await addClient(explorer.window, server.url, 'canary-5f0c', longName)
    await expect(first.region('Client')).toContainText('Stored, set just now')
    const workspace = openWorkspace(path.join(explorer.profile, 'workspace', 'workspace.sqlite'))
    for (const row of workspace.secrets.all()) {
      workspace.secrets.put({ ...row, setAt: row.setAt - 120 * 86_400_000 })
    }
    workspace.close()
    await explorer.restart()
    const { button, link, region, tab } = places(explorer.window)
    await expect(region('Client')).toContainText('Stored, set 120 days ago')
    await expect(secretField(explorer.window)).toHaveValue('')
    await button('Request token').click()
    await expect(region('Token response')).toContainText('Issued')
    await expect(explorer.window.getByText('Client secret: set 120 days ago.')).toBeVisible()
    expect(server.came()).toEqual(['canary-5f0c'])
    await link('Fleeting').click()
    await tab('Configure').click()
    await expect(secretField(explorer.window)).toHaveAttribute('placeholder', 'Not set')
    await expect(explorer.window.getByLabel('Client secret source')).toHaveValue('session')
    await server.close()
  },
)

test('a secret is forgotten after it was asked about, and not before', async ({ window }) => {
  const { button, region } = places(window)
  await addClient(window, 'http://127.0.0.1:1', 'canary-1')
  await button('Delete secret (Client secret)').click()
  await button('Keep it').click()
  await expect(region('Client')).toContainText('Stored, set')
  await button('Delete secret (Client secret)').click()
  await button('Forget').click()
  await expect(secretField(window)).toHaveAttribute('placeholder', 'Not set')
})

test('revealing a secret is explicit, ends when the window shows another place, and is recorded', async ({
  window,
}) => {
  const { button, region, link, tab } = places(window)
  await addClient(window, 'http://127.0.0.1:1', 'canary-2b')
  await expect(region('Client')).not.toContainText('canary-2b')
  await button('Reveal for 20 s (Client secret)').click()
  await expect(region('Client')).toContainText('canary-2b')
  await button('Hide (Client secret)').click()
  await expect(region('Client')).not.toContainText('canary-2b')
  await button('Reveal for 20 s (Client secret)').click()
  await expect(region('Client')).toContainText('canary-2b')
  await tab('Token').click()
  await tab('Configure').click()
  await expect(button('Reveal for 20 s (Client secret)')).toBeVisible()
  await expect(window.locator('body')).not.toContainText('canary-2b')
  await link('Settings').click()
  await link('audit trail').click()
  await expect(window.getByRole('table')).toContainText('Client secret of “Orders” was revealed.')
})

test('a new secret waits beside the old one until it has obtained a token', async ({ window }) => {
  const server = await issueTokens(['old', 'new'])
  const { button, region, tab } = places(window)
  await addClient(window, server.url, 'old')
  const rotate = async (to: string) => {
    await button('Rotate… (Client secret)').click()
    await expect(secretField(window)).toBeFocused()
    await secretField(window).fill(to)
    await button('Save').click()
    await expect(region('Client')).toContainText('New secret not verified yet; the old one is kept.')
  }
  await rotate('wrong')
  await button('Request token (Client secret)').click()
  await expect(region('Token response')).toContainText('invalid_client')
  await tab('Configure').click()
  await button('Go back to the old one').click()
  await expect(region('Client')).not.toContainText('A new secret waits')
  await rotate('new')
  await button('Request token (Client secret)').click()
  await expect(region('Token response')).toContainText('Issued')
  await tab('Configure').click()
  await expect(region('Client')).not.toContainText('A new secret waits')
  expect(server.came()).toEqual(['wrong', 'new'])
  await server.close()
})

test('a secret that would go to another origin asks first, and goes when that is allowed', async ({ window }) => {
  const before = await issueTokens(['canary-3'])
  const after = await issueTokens(['canary-3'])
  const { button, field, region, tab, link } = places(window)
  await addClient(window, before.url, 'canary-3')
  await field('Token endpoint').fill(`${after.url}/token`)
  await button('Save').click()
  await expect(button('Discard changes')).toBeDisabled()
  await button('Request token').click()
  await tab('Token').click()
  const asks = region('Token response').getByRole('group', { name: 'Allow a new origin' })
  await expect(asks).toContainText(`The client secret (stored in the workspace) would be sent to ${after.url}.`)
  await expect(asks).toContainText(before.url)
  // The question has the focus, no button has: Enter alone allows nothing.
  await window.keyboard.press('Enter')
  await button('Don’t send').click()
  await expect(asks).toBeHidden()
  await button('Request token').click()
  expect(after.came()).toEqual([])
  await expect(asks).toBeFocused()
  await window.keyboard.press('Tab')
  await expect(button('Allow and send')).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(region('Token response')).toContainText('Issued')
  expect(after.came()).toEqual(['canary-3'])
  await link('Settings').click()
  await link('audit trail').click()
  await expect(window.getByRole('table')).toContainText(`was allowed to go to ${after.url}`)
  await before.close()
  await after.close()
})

alone('notes are kept, and a passphrase takes the place of the keyring', async ({ explorer }) => {
  test.slow()
  const server = await issueTokens(['canary-4'])
  const first = places(explorer.window)
  await addClient(explorer.window, server.url, 'canary-4')
  await first.openSection('Notes')
  await first.field('Notes').fill('Ask Kim before the rotation.\nSecond line.')
  await first.button('Save').click()
  await expect(first.button('Discard changes')).toBeDisabled()
  await first.link('Settings').click()
  await expect(first.region('Secrets')).toContainText('1 secret is stored')
  await first.button('Use a passphrase instead').click()
  const passphrase = explorer.window.getByLabel('New passphrase', { exact: true })
  const again = explorer.window.getByLabel('New passphrase again')
  await passphrase.fill('too short')
  await again.fill('too short')
  await first.button('Protect').click()
  await expect(passphrase).toHaveAccessibleDescription(/At least 12 characters/)
  await passphrase.fill('correct horse battery')
  await again.fill('correct horse staple')
  await first.button('Protect').click()
  await expect(again).toHaveAccessibleDescription('The two are not the same.')
  await again.fill('correct horse battery')
  await again.press('Enter')
  await expect(first.region('Secrets')).toContainText('protected by your passphrase', slowly)

  await explorer.restart()
  const { button, region, tab, link, field, openSection } = places(explorer.window)
  await link('Orders').click()
  await tab('Configure').click()
  await openSection('Notes')
  await expect(field('Notes')).toHaveValue('Ask Kim before the rotation.\nSecond line.')
  await button('Request token').click()
  const unlock = region('Token response').getByLabel('Passphrase')
  await expect(unlock).toBeFocused()
  await unlock.fill('correct horse staple')
  await unlock.press('Enter')
  await expect(unlock).toHaveAccessibleDescription(/passphrase/i, slowly)
  await unlock.fill('correct horse battery')
  await unlock.press('Enter')
  await expect(region('Token response')).toContainText('Issued', slowly)
  await server.close()
})
