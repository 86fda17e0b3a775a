import type { Page } from '@playwright/test'
import { addEnvironment, openOwnSandbox, places } from '../support/places.ts'
import { expect, test } from '../support/shared-app.ts'

async function run(window: Page, words: string): Promise<void> {
  await window.keyboard.press('ControlOrMeta+k')
  await window.getByRole('textbox', { name: 'Go to' }).fill(words)
  await window.keyboard.press('Enter')
}

test('Ctrl/Cmd+K does what was typed, in the environment that was meant', async ({ window }) => {
  const { button, field, heading, region, tab } = places(window)
  const opaque = await openOwnSandbox(window, 'sandbox-opaque')
  await expect(button('Request token')).toBeEnabled()
  await addEnvironment(window, { name: 'Orders', issuer: 'https://id.shop.example' })
  await window.keyboard.press('ControlOrMeta+k')
  await window.getByRole('textbox', { name: 'Go to' }).fill('nothing of that')
  await expect(window.getByText('No matches')).toBeVisible()
  await window.keyboard.press('Escape')
  await run(window, 'opaque copy open')
  await expect(heading(opaque)).toBeVisible()
  await run(window, 'shop conf')
  await expect(heading('Orders')).toBeVisible()
  await expect(field('Client ID')).toBeVisible()
  await run(window, 'new call orders')
  await expect(tab('API calls')).toHaveAttribute('aria-selected', 'true')
  await run(window, 'token request 127.0.0.1 opaque copy')
  await expect(region('Token response')).toContainText('Issued')
  await run(window, 'ledger send get')
  await expect(tab('API calls')).toHaveAttribute('aria-selected', 'true')
  await expect(region('API response')).toContainText(/\/api\/ledger · /)
  await run(window, 'introspect')
  await expect(region('Introspection response')).toContainText('active')
})
