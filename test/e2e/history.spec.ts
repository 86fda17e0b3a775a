import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { call } from '../support/bridge.ts'
import { expect, test as own } from '../support/electron.ts'
import { places } from '../support/places.ts'
import { recordHistory } from '../support/recorded-history.ts'
import { removeFolder, unprivilegedFolder } from '../support/unprivileged.ts'

const environments = ['Orders dev', 'Orders staging', 'Billing staging', 'Reports staging', 'מערכת ההזמנות']
const count = 3000

const test = own.extend({
  profile: async ({}, use) => {
    const profile = unprivilegedFolder('profile')
    recordHistory(profile, { environments, count, newest: Date.now() - 60_000, every: 600_000 })
    await use(profile)
    removeFolder(profile)
  },
})

const searchBox = (window: Page) => window.getByRole('searchbox', { name: 'Search history' })
const grid = (window: Page) => window.getByRole('grid', { name: 'Exchanges' })
const rows = (window: Page) => grid(window).locator('[data-place]')
const filter = (window: Page, name: string) => window.getByRole('button', { name: new RegExp(`^${name}: `) })

async function openHistory(window: Page): Promise<void> {
  await places(window).link('History').click()
  // Once all of it is indexed.
  await expect(window.getByText('3,000 exchanges, redacted')).toBeVisible()
  await expect(grid(window)).toHaveAttribute('aria-rowcount', /^30\d\d$/)
  await expect(rows(window).first()).toContainText('200')
}

test('words and filters find exchanges, and what finds none is cleared', async ({ window }) => {
  const { button, heading } = places(window)
  await openHistory(window)
  await window.keyboard.press('ControlOrMeta+F')
  await expect(searchBox(window)).toBeFocused()
  await window.keyboard.type('bill audi')
  await expect(window.getByText(/^\d+ found in \d+ ms$/)).toBeVisible()
  await expect(rows(window).first().locator('mark')).toHaveText(['Bill', 'audi'])
  await filter(window, 'Environment').click()
  await window.keyboard.type('orders')
  await window.getByRole('option', { name: 'Orders dev' }).click()
  await window.keyboard.press('Escape')
  await expect(filter(window, 'Environment')).toHaveAccessibleName('Environment: Orders dev')
  await expect(window.getByText('No matches')).toBeVisible()
  await button('Clear search').click()
  await expect(searchBox(window)).toBeFocused()
  await expect(rows(window).first()).toContainText('Orders dev')
  await filter(window, 'Status').click()
  await window.getByRole('option', { name: '5xx, server failed' }).click()
  await expect(rows(window).first()).toContainText('503')
  await window.goBack()
  await expect(filter(window, 'Status')).toHaveAccessibleName('Status: all')
  await button('Clear filter Environment').click()
  await expect(grid(window)).toHaveAttribute('aria-rowcount', /^30\d\d$/)
  await expect(heading('History')).toBeVisible()
})

test('all rows are reached with the keys, read where one looks, and open with Enter', async ({ window }) => {
  const { region, link, heading } = places(window)
  await openHistory(window)
  await window.locator('.history-grid').focus()
  await window.keyboard.press('End')
  const last = grid(window).locator(`[data-place="${count - 1}"][data-active]`)
  await expect(last).toContainText('ms')
  expect(await rows(window).count()).toBeLessThan(100)
  await window.keyboard.press('Enter')
  await expect(last).toHaveAttribute('aria-current', 'true')
  await expect(region('Exchange')).toBeVisible()
  await link('Settings').click()
  await heading('Settings').waitFor()
  await window.goBack()
  await expect(grid(window).locator(`[data-place="${count - 1}"]`)).toHaveAttribute('aria-current', 'true')
  await grid(window).focus()
  await window.keyboard.press('End')
  await window.keyboard.press('PageUp')
  await expect(last).toHaveCount(0)
  await window.keyboard.press('Home')
  await expect(rows(window).first()).toHaveAttribute('aria-current', 'true')
  await window.reload()
  await expect(rows(window).first()).toHaveAttribute('aria-current', 'true')
  await grid(window).focus()
  await window.keyboard.press('Escape')
  await expect(region('Exchange')).toBeHidden()
  await window.keyboard.press('/')
  await expect(searchBox(window)).toBeFocused()
})

test('several are selected, pinned, compared, and deleted once that was confirmed', async ({ window }) => {
  const { button } = places(window)
  await openHistory(window)
  await grid(window).focus()
  await window.keyboard.press('Space')
  await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Shift+ArrowDown')
  await expect(window.getByText('3 selected')).toBeVisible()
  await expect(button('Compare')).toBeDisabled()
  await button('Pin').click()
  await expect(rows(window).first().getByRole('img', { name: 'Pinned' })).toBeVisible()
  await expect(button('3 pinned')).toBeVisible()
  await rows(window)
    .nth(2)
    .click({ modifiers: ['ControlOrMeta'] })
  await button('Compare').click()
  await expect.poll(() => window.evaluate(() => location.hash)).toBe('#/history/exchange-0?against=exchange-1')
  await window.keyboard.press('Escape')
  await button('Delete…').click()
  await expect(window.getByRole('dialog')).toContainText("can't be undone")
  await button('Keep them').click()
  await expect(rows(window).first()).toContainText('200')
  await button('Delete…').click()
  await button('Delete 2 exchanges').click()
  await expect(window.getByText('2,998 exchanges, redacted')).toBeVisible()
  // One of them was open beside the table.
  await expect(places(window).region('Exchange')).toHaveCount(0)
  await expect(grid(window)).toBeFocused()
  await button('1 pinned').click()
  await expect(grid(window)).toHaveAttribute('aria-rowcount', '3')
})

test('what was found is exported to a file', async ({ app, window, explorer }) => {
  const file = path.join(explorer.profile, 'history.jsonl')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await openHistory(window)
  await searchBox(window).fill('patch')
  await expect(window.getByText(/^500 found in/)).toBeVisible()
  await places(window).button('Export').last().click()
  await expect(window.getByText('500 exchanges, secrets and tokens masked')).toBeVisible()
  await window.getByRole('menuitem', { name: 'JSON Lines…' }).click()
  await expect(window.getByText(`Saved ${file}`)).toBeVisible()
  expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(500)
})

test('the history of an environment opens from its menu', async ({ window }) => {
  await places(window).link('Billing staging').click({ button: 'right' })
  await window.getByRole('menuitem', { name: 'Open in History' }).click()
  await expect(filter(window, 'Environment')).toHaveAccessibleName('Environment: Billing staging')
  await expect(rows(window).first()).toContainText('Billing staging')
  await expect(window.getByText(/^600 found in/)).toBeVisible()
  await call(window, 'setRecording', { environmentId: 'history-2', isRecorded: false })
  await places(window).button('Record again').click()
  await expect(window.getByText('Not recorded: requests are kept in memory only')).toBeHidden()
})

test('new exchanges come in by themselves at the top, and are counted while one reads below', async ({ window }) => {
  const { button } = places(window)
  await openHistory(window)
  await call(window, 'requestToken', { environmentId: 'sandbox' })
  await expect(rows(window).first()).toContainText('Sandbox')
  await grid(window).focus()
  await window.keyboard.press('PageDown')
  await window.keyboard.press('PageDown')
  await expect(rows(window).first()).not.toContainText('Sandbox')
  const active = await grid(window).getAttribute('aria-activedescendant')
  await call(window, 'requestToken', { environmentId: 'sandbox' })
  await expect(button('1 new')).toBeVisible()
  expect(await grid(window).getAttribute('aria-activedescendant')).toBe(active)
  await button('1 new').click()
  await expect(rows(window).nth(1)).toContainText('Sandbox')
  await expect(button('1 new')).toBeHidden()
})

test('an exchange that is opened elsewhere is in sight in the table, and the keys go on from it', async ({
  window,
}) => {
  await openHistory(window)
  const open = (where: string) =>
    window.evaluate((hash) => {
      location.hash = hash
    }, where)
  const current = grid(window).locator('[aria-current="true"]')
  await open('#/history/exchange-1500')
  await expect(current).toBeInViewport({ ratio: 1 })
  await expect(current).toHaveAttribute('data-place', '1500')
  await grid(window).focus()
  await window.keyboard.press('ArrowDown')
  await expect(current).toHaveAttribute('data-place', '1501')
  await open('#/settings')
  await open('#/history/exchange-2900')
  await expect(current).toBeInViewport({ ratio: 1 })
  await expect(current).toHaveAttribute('data-place', '2900')
  await open('#/history/exchange-2')
  await expect(current).toHaveAttribute('data-place', '2')
  await window.goBack()
  await expect(current).toBeInViewport({ ratio: 1 })
  await expect(current).toHaveAttribute('data-place', '2900')
  // A search of its own begins with what is newest.
  await searchBox(window).fill('orders')
  await expect(grid(window)).not.toHaveAttribute('aria-rowcount', /^30\d\d$/)
  await expect(rows(window).first()).toHaveAttribute('data-place', '0')
})
