import { barriersIn } from '../support/barriers.ts'
import { call } from '../support/bridge.ts'
import { openOwnFlow } from '../support/flow-places.ts'
import { places } from '../support/places.ts'
import { recordOrders } from '../support/recorded-orders.ts'
import { expect, test } from '../support/shared-app.ts'

test('an exchange says what was found, what solved it and what differed, and leads to the comparison of both', async ({
  window,
}) => {
  const { button, region, tab } = places(window)
  const orders = await recordOrders(window, 'Orders solved')
  await orders.open(orders.refused, '?text=audience')
  await expect(region('Finding')).toContainText('the token’s aud was changed from "orders-client" to')
  await expect(region('Exchange').locator('mark').first()).toBeVisible()
  await button('Show evidence').click()
  await expect(tab('Response')).toBeFocused()
  await window.getByRole('button', { name: /^sha256:/ }).click()
  await expect(window.getByRole('textbox', { name: 'Claims of the token' })).toContainText('"orders-client"')
  const found = await barriersIn(window, 'an exchange of the history')

  await region('Finding').getByRole('button', { name: 'Compare', exact: true }).click()
  const dialog = window.getByRole('dialog', { name: 'Compare two exchanges' })
  await expect(dialog.getByRole('table', { name: 'Claims of the token' })).toContainText('https://api.orders.example')
  await expect(dialog.getByRole('table', { name: 'What was answered' })).toContainText('401')
  await expect(dialog.getByRole('region', { name: 'Request', exact: true })).toContainText('The same was sent')
  await dialog.getByText('Everything', { exact: true }).click()
  await expect(dialog.getByRole('region', { name: 'The newer exchange' })).toContainText('HTTP/1.1 200')
  found.push(...(await barriersIn(window, 'two exchanges', '[role=dialog]')))
  await window.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect.poll(() => window.evaluate(() => document.activeElement === document.body)).toBe(false)
  // The newer one stays open: it is the one that was compared.
  await expect(region('Exchange').getByRole('heading', { level: 2 })).toHaveText('GET /orders')
  await expect(region('Finding')).toHaveCount(0)
  expect(found).toEqual([])
  await orders.close()
})

test('a note is kept while it is typed, its limit is said, and undo brings back what was there', async ({ window }) => {
  const { button, region } = places(window)
  const orders = await recordOrders(window, 'Orders noted')
  await orders.open(orders.refused)
  const note = region('Note').getByRole('textbox', { name: 'Note' })
  await note.fill('Ticket 4711')
  await expect(region('Note').getByRole('status')).toHaveText('Saved')
  await button('Pin').click()
  await expect(button('Unpin')).toHaveAttribute('aria-pressed', 'true')
  // Left at once, it is kept as well.
  await note.fill('Ticket 4712')
  await orders.open(orders.accepted)
  await expect(note).toHaveValue('')
  await orders.open(orders.refused)
  await expect(note).toHaveValue('Ticket 4712')
  expect(await call(window, 'getHistoryEntry', { id: orders.refused })).toMatchObject({
    note: 'Ticket 4712',
    isPinned: true,
  })
  await note.fill('x'.repeat(1_000_000))
  await expect(region('Note').getByRole('status')).toHaveText('Not saved: 1,000,000 characters, at most 20,000')
  await button('Undo').click()
  await expect(note).toHaveValue('Ticket 4712')
  await note.fill('x'.repeat(20_001))
  await orders.open(orders.accepted)
  await expect(window.getByRole('alert').filter({ hasText: 'at most 20,000' })).toBeVisible()
  await orders.close()
})

test('a call that was never saved is opened as a new one, in which nothing masked is sent', async ({ window }) => {
  const { button } = places(window)
  const orders = await recordOrders(window, 'Orders again')
  await orders.open(orders.refused)
  await button('Send again…').click()
  const dialog = window.getByRole('dialog', { name: 'Open as a new call' })
  await expect(dialog).toContainText('Header field X-Api-Key, now {{masked_X-Api-Key}}')
  await dialog.getByRole('button', { name: 'Open as a new call' }).click()
  await expect(window.getByRole('textbox', { name: 'URL', exact: true })).toHaveValue(/\/orders$/)
  await expect(window.locator('.main')).toContainText('masked_X-Api-Key')
  await orders.close()
})

test('deleting one asks, closes the panel, and what is gone says so', async ({ window }) => {
  const { button, region } = places(window)
  const orders = await recordOrders(window, 'Orders deleted')
  await orders.open(orders.accepted)
  await button('Delete this exchange').click()
  await button('Keep it').click()
  await button('Delete this exchange').click()
  await window.keyboard.press('Escape')
  await expect(button('Delete')).toHaveCount(0)
  await button('Delete this exchange').click()
  await button('Delete').click()
  await expect(region('Exchange')).toHaveCount(0)
  await expect.poll(() => window.evaluate(() => document.activeElement === document.body)).toBe(false)
  await orders.open(orders.accepted)
  await expect(region('Exchange').first()).toContainText('This exchange cannot be shown')
  await orders.close()
})

test('an exchange of a run shows the steps of the run, each of which leads to its exchange', async ({ window }) => {
  const { region, runToEnd, tab } = await openOwnFlow(window)
  await runToEnd()
  const environmentId = await window.evaluate(() => decodeURIComponent(location.hash.split('/')[2] ?? ''))
  const [newest] = await call(window, 'listExchanges', { environmentId, limit: 1 })
  await window.evaluate((id) => {
    location.hash = `#/history/${id}`
  }, newest?.id ?? '')
  await tab('Flow').click()
  const steps = region('Exchange').getByRole('tree', { name: 'Steps of the flow' })
  await steps.getByRole('treeitem', { name: /^Step 1, / }).click()
  await expect(region('Exchange').getByRole('heading', { level: 2 })).toContainText('POST')
  await expect(steps.locator('[aria-selected="true"]')).toBeVisible()
  expect(await barriersIn(window, 'a run in the history')).toEqual([])
})
