import type { Page } from '@playwright/test'
import { expect, test } from '../support/electron.ts'
import { addEnvironment, places } from '../support/places.ts'

async function run(window: Page, words: string): Promise<void> {
  await window.keyboard.press('ControlOrMeta+k')
  await window.getByRole('textbox', { name: 'Go to' }).fill(words)
  await window.keyboard.press('Enter')
}

test('Ctrl/Cmd+K does what was typed, in the environment that was meant', async ({ window }) => {
  const { button, field, heading, region, tab } = places(window)
  await expect(button('Request token')).toBeEnabled()
  await addEnvironment(window, { name: 'Orders', issuer: 'https://id.shop.example' })
  await window.keyboard.press('ControlOrMeta+k')
  await window.getByRole('textbox', { name: 'Go to' }).fill('nothing of that')
  await expect(window.getByText('No matches')).toBeVisible()
  await window.keyboard.press('Escape')
  await run(window, 'opaque open')
  await expect(heading('Sandbox · opaque tokens')).toBeVisible()
  await run(window, 'shop conf')
  await expect(heading('Orders')).toBeVisible()
  await expect(field('Client ID')).toBeVisible()
  await run(window, 'new call orders')
  await expect(tab('API calls')).toHaveAttribute('aria-selected', 'true')
  await run(window, 'token request 127.0.0.1 opaque')
  await expect(region('Token response')).toContainText('Issued')
  await run(window, 'ledger send get')
  await expect(tab('API calls')).toHaveAttribute('aria-selected', 'true')
  await expect(region('API response')).toContainText(/\/api\/ledger · /)
  await run(window, 'introspect')
  await expect(region('Introspection response')).toContainText('active')
})
