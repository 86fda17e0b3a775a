import type { Page } from '@playwright/test'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { checkedTable } from '../../electron/core/workspace/tables/checked-table.ts'
import { call } from '../support/bridge.ts'
import { barriersIn } from '../support/barriers.ts'
import { expect, test } from '../support/electron.ts'
import { addEnvironment, places } from '../support/places.ts'

/** With two entries of it in the trail. */
async function addOrders(window: Page): Promise<string> {
  await addEnvironment(window, {
    name: 'Orders',
    token_endpoint: 'https://as.example/token',
    client_id: 'orders',
    client_secret: 'canary-trail',
  })
  const added = (await call(window, 'listEnvironments', undefined)).find(({ name }) => name === 'Orders')
  const environmentId = added?.id ?? ''
  await call(window, 'setRecording', { environmentId, isRecorded: false })
  await call(window, 'setRecording', { environmentId, isRecorded: true })
  return environmentId
}

test('the trail is checked, searched, filtered and read by keyboard, and shows no barrier', async ({ window }) => {
  const { button, link, region } = places(window)
  const environmentId = await addOrders(window)
  await link('Settings').click()
  await region('Audit trail').getByRole('link').click()
  const table = window.getByRole('table', { name: 'Entries, newest first' })
  await expect(table).toContainText('Requests of “Orders” are no longer recorded.')
  await expect(window.getByText(/^Intact: \d+ entr(?:y|ies), checked /)).toBeVisible()

  const entries = table.getByRole('button')
  const before = await entries.count()
  await call(window, 'setRecording', { environmentId, isRecorded: false })
  await expect(entries).toHaveCount(before + 1)

  await entries.first().focus()
  await window.keyboard.press('End')
  await expect(entries.last()).toBeFocused()
  await window.keyboard.press('Home')
  await window.keyboard.press('Enter')
  await expect(entries.first()).toHaveAttribute('aria-expanded', 'true')
  await expect(table.getByRole('table')).toContainText('Sealed')
  await expect(window.locator('body')).not.toContainText('canary-trail')
  expect(await barriersIn(window, 'Audit trail')).toEqual([])

  const search = window.getByRole('searchbox', { name: 'Search audit trail' })
  await window.keyboard.press('Control+f')
  await expect(search).toBeFocused()
  await search.fill('no such words')
  await expect(window.getByText('No matches')).toBeVisible()
  expect(await barriersIn(window, 'Audit trail, no matches')).toEqual([])
  await button('Show all entries').click()
  await button('What: all').click()
  await window.getByRole('option', { name: 'Imports and exports' }).click()
  await expect(window.getByText('No matches')).toBeVisible()
  await window.getByRole('option', { name: 'History and audit trail' }).click()
  await window.keyboard.press('Escape')
  await expect(table).toContainText('no longer recorded')
})

test('a trail without a key is sealed where that is said', async ({ window }) => {
  const { button, link } = places(window)
  await expect(button('Request token')).toBeEnabled()
  await call(window, 'requestToken', { environmentId: 'sandbox' })
  await link('History').click()
  await link('Audit trail').click()
  await expect(window.getByText(/^Not sealed yet: 1 entry$/)).toBeVisible()
  await button('Seal now').focus()
  await window.keyboard.press('Enter')
  await expect(window.getByText(/^Intact: \d+ entries, checked /)).toBeVisible()
  const table = window.getByRole('table', { name: 'Entries, newest first' })
  await expect(table).toContainText('valid for 10 min (client_secret_basic)')
  await expect(table).not.toContainText('not sealed')
  await expect(window.getByRole('group', { name: 'Whether it is intact' })).toBeFocused()
  await call(window, 'requestToken', { environmentId: 'sandbox' })
  await button('Verify').click()
  await expect(table.getByText(/was issued/)).toHaveCount(2)
})

test('the entry at which the trail was altered is named, shown and marked', async ({ profile, window }) => {
  const { button, heading, link } = places(window)
  await addOrders(window)
  // Sealed by this.
  expect((await call(window, 'verifyAudit', undefined)).kind).toBe('intact')
  alterEntry(path.join(profile, 'workspace/workspace.sqlite'), 1)
  await link('History').click()
  await link('Audit trail').click()
  await heading('Audit trail').waitFor()
  await expect(window.getByText('Entry 1 was altered')).toBeVisible()
  await button('Show the entry').click()
  const marked = window.getByRole('row', { name: /Altered/ })
  await expect(marked).toBeInViewport()
  expect(await barriersIn(window, 'Audit trail, altered')).toEqual([])
})

/** As somebody does who knows how checksums are made. */
function alterEntry(workspace: string, number: number): void {
  const database = new DatabaseSync(workspace)
  const rows = checkedTable(database, 'audit_events', ['number'])
  const [row] = rows.selectAll('WHERE number = ?')(number)
  if (row === undefined) throw new Error(`There is no entry ${number}.`)
  rows.put({ ...row, value: String(row['value']).replace('Orders', 'Other') })
  database.close()
}
