import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from '@playwright/test'
import { barriersIn } from '../support/barriers.ts'
import { expect, test as own } from '../support/electron.ts'
import { places } from '../support/places.ts'
import { recordActivity } from '../support/recorded-activity.ts'
import { removeFolder, unprivilegedFolder } from '../support/unprivileged.ts'

const test = own.extend({
  profile: async ({}, use) => {
    const profile = unprivilegedFolder('profile')
    recordActivity(profile, Date.now())
    await use(profile)
    removeFolder(profile)
  },
})

async function openActivity(window: Page, environment: string): Promise<void> {
  const { link, tab, heading } = places(window)
  await link(environment).click()
  await heading(environment).waitFor()
  await tab('Activity').click()
}

const chart = (window: Page) => window.getByRole('slider', { name: 'Step of the chart' })
const changes = (window: Page) => window.getByRole('table', { name: 'Changes' })

test('what changed is said, compared, and marked as expected, which can be undone', async ({ window }) => {
  const { button } = places(window)
  await openActivity(window, 'Orders dev')
  const banner = window.getByText('New signing key, and the lifetime fell from 86400 to 3600 s.')
  await expect(banner).toBeVisible()
  await expect(changes(window).getByRole('row')).toHaveCount(3)
  await button('Mark as expected').click()
  await expect(changes(window).getByText('Expected', { exact: true })).toHaveCount(3)
  await expect(banner).toBeHidden()
  await button('Undo').click()
  await expect(banner).toBeVisible()
  await button('Mark expected: Lifetime').click()
  await expect(window.getByText('1 thing changed')).toBeVisible()
  await expect(button('Undo: Lifetime is expected')).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByText('2 things changed')).toBeVisible()
  await window.getByRole('link', { name: 'Compare: Lifetime' }).click()
  await expect(window).toHaveURL(/#\/history\/busy-15-0\?against=busy-17-0$/)
})

test('what was not marked as expected says why, and nothing offers to undo it', async ({ window, profile }) => {
  const { button } = places(window)
  await openActivity(window, 'Orders dev')
  const held = new DatabaseSync(path.join(profile, 'workspace', 'workspace.sqlite'))
  held.exec('BEGIN IMMEDIATE')
  try {
    await button('Mark as expected').click()
    await expect(window.getByText('Not marked as expected')).toBeVisible({ timeout: 20_000 })
  } finally {
    held.exec('ROLLBACK')
    held.close()
  }
  await expect(button('Undo')).toBeHidden()
  await expect(window.getByText('2 things changed')).toBeVisible()
})

test('what a watch sent says so, and can be left out', async ({ window }) => {
  const { button } = places(window)
  await window.evaluate(() => {
    location.hash = '#/history/watch-0?environment=activity-5'
  })
  const panel = window.getByRole('region', { name: 'Exchange', exact: true }).first()
  await expect(panel.getByText('the watch', { exact: true })).toBeVisible()
  await button('Sent by: all').click()
  await window.getByRole('option', { name: 'You' }).click()
  await expect(window).toHaveURL(/sender=person/)
  await expect(window.getByText(/^13 found in/)).toBeVisible()
})

test('the keyboard goes through the steps of the chart, and the panel follows', async ({ window }) => {
  await openActivity(window, 'Orders dev')
  await expect(chart(window)).toHaveAttribute('aria-valuetext', /Median \d+ ms, p95 \d+ ms; 4 token requests/)
  const before = await chart(window).getAttribute('aria-valuetext')
  await chart(window).focus()
  await window.keyboard.press('ArrowLeft')
  await expect(chart(window)).not.toHaveAttribute('aria-valuetext', before ?? '')
  await window.keyboard.press('ArrowRight')
  await expect(chart(window)).toHaveAttribute('aria-valuetext', before ?? '')
  const requests = window.getByRole('table', { name: 'Token requests', exact: true })
  await expect(requests.getByRole('row')).toHaveCount(4)
  await expect(requests).toContainText('Time limit reached')
  await expect(window.getByRole('region', { name: 'What differs' })).toContainText('Signing key')
  await expect(window.getByRole('table', { name: 'Failures by cause' })).toContainText('Timeout, waiting')
  await places(window).button('Show as a table: Token request latency').click()
  await window
    .getByRole('row', { name: /^Tue|^Wed|^Thu|^Fri|^Sat|^Sun|^Mon/ })
    .first()
    .getByRole('button')
    .click()
  await expect(requests.getByRole('row')).toHaveCount(3)
})

test('each state says what is, and the range is remembered', async ({ explorer }) => {
  const { window } = explorer
  await openActivity(window, 'Untouched')
  await expect(window.getByText('No activity yet')).toBeVisible()
  await openActivity(window, 'Unrecorded')
  await expect(window.getByText('No activity is known')).toBeVisible()
  await openActivity(window, 'A year ago')
  await expect(window.getByText(/The last request was on/)).toBeVisible()
  await openActivity(window, 'One request')
  await expect(window.getByText('Too few calls to say')).toBeVisible()
  await window.getByText('24 h', { exact: true }).click()
  await openActivity(window, 'Token for each call')
  await expect(window.getByText('29 of 30 tokens were requested while another was valid.')).toBeVisible()
  await openActivity(window, 'Watched')
  await expect(window.getByText('Cached well')).toBeVisible()
  await expect(window.getByText('Those of the watch are left out.')).toBeVisible()
  await explorer.restart()
  await openActivity(explorer.window, 'Slow')
  await expect(explorer.window.getByRole('radio', { name: '24 h' })).toBeChecked()
})

test('nothing of it keeps people out, as charts and as tables', async ({ window }) => {
  await openActivity(window, 'Orders dev')
  await expect(window.getByRole('region', { name: 'What differs' })).toBeVisible()
  expect(await barriersIn(window, 'Activity')).toEqual([])
  await places(window).button('Show as a table: Token request latency').click()
  await places(window).button('Show as a table: Calls per token').click()
  expect(await barriersIn(window, 'Activity as tables', '.main', ['light'])).toEqual([])
})

test('a watch says how often it asks before it is started, runs, and is stopped', async ({ window }) => {
  const { button, link, tab } = places(window)
  await link('Sandbox').click()
  await tab('Activity').click()
  await button('Watch…').click()
  const dialog = window.getByRole('dialog', { name: 'Watch this environment' })
  await dialog.getByLabel('Request a token every').selectOption('5')
  await expect(dialog).toContainText(
    'Sends 288 requests a day while this app runs, and about 144 for the keys of JWTs.',
  )
  expect(await barriersIn(window, 'Watch', '[role=dialog]')).toEqual([])
  await button('Start watching').click()
  await button('Watched every 5 minutes…').click()
  await expect(dialog.getByRole('list', { name: 'State of the watch' })).toContainText('Next: ')
  await button('Stop watching').click()
  await expect(button('Watch…')).toBeVisible()
})
