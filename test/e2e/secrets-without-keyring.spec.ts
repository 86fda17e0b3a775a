import { expect, test as base } from '../support/electron.ts'
import { places } from '../support/places.ts'

const test = base.extend({ appArgs: ['--password-store=basic'] })

test('without a keyring a secret is not stored, stays typed, and the ways out are shown', async ({ window }) => {
  test.slow()
  const { button, field, region, tab, link } = places(window)
  const secret = window.getByLabel('Client secret', { exact: true })
  const fill = async (name: string) => {
    await button('New environment').click()
    await field('Name').fill(name)
    await field('Token endpoint').fill('http://127.0.0.1:1/token')
    await field('Client ID').fill('orders')
    await secret.fill('canary-6')
    await button('Save').click()
  }
  const panel = window.getByRole('group', { name: 'Secret storage' })
  await fill('Orders')
  await expect(panel).toContainText('Nothing is ever stored in clear')
  await expect(secret).toHaveValue('canary-6')
  await expect(link('Orders')).toBeHidden()
  await panel.getByRole('button', { name: 'Cancel' }).click()
  await expect(panel).toBeHidden()
  await expect(secret).toHaveValue('canary-6')

  await button('Save').click()
  await panel.getByRole('button', { name: 'This session only' }).click()
  await expect(link('Orders')).toBeVisible()
  await tab('Configure').click()
  await expect(region('Client')).toContainText('Set for this session')

  await fill('Billing')
  await panel.getByRole('button', { name: 'Protect with a passphrase' }).click()
  await window.getByLabel('New passphrase', { exact: true }).fill('correct horse battery')
  await window.getByLabel('New passphrase again').fill('correct horse battery')
  await button('Protect').click()
  await expect(link('Billing')).toBeVisible({ timeout: 45_000 })
  await tab('Configure').click()
  await expect(region('Client')).toContainText('Stored, set')
  await link('Settings').click()
  await expect(region('Secrets')).toContainText('protected by your passphrase')
})
