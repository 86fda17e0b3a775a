import type { Page } from '@playwright/test'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import { call } from '../support/bridge.ts'
import { openOwnSandbox, places } from '../support/places.ts'
import { expect, test } from '../support/shared-app.ts'

type Given = [id: string, name: string, folder?: string]

/** Opens the saved calls of a sandbox that no other test uses, with these and no others. */
async function openCalls(window: Page, given: readonly Given[]) {
  const name = await openOwnSandbox(window)
  const environments = await call(window, 'listEnvironments', undefined)
  const environmentId = environments.find((one) => one.name === name)?.id ?? ''
  const built = await call(window, 'listApiCalls', { environmentId })
  await call(window, 'deleteApiCalls', { environmentId, ids: built.map(({ id }) => id) })
  const api = new URL(built[0]?.url ?? '').origin
  for (const [id, label, folder = ''] of given) {
    const request = { ...newApiRequest, url: `https://api.example/${id}` }
    await call(window, 'saveApiCall', {
      environmentId,
      id: `${environmentId.slice(0, 8)}-${id}`,
      request,
      label: { name: label, folder, notes: '' },
    })
  }
  await window.reload()
  await places(window).tab('API calls').click()
  const list = window.getByRole('navigation', { name: 'Saved calls' })
  const row = (label: string) => list.getByRole('button', { name: label, exact: true })
  /** The rows from top to bottom, folders with their counts. */
  const rows = () => list.locator('.call-row').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  const menu = (item: string) => window.getByRole('menuitem', { name: new RegExp(`^${item}`) })
  const undo = window.getByRole('button', { name: 'Undo' }).last()
  return { list, row, rows, menu, undo, environmentId, api }
}

const some: Given[] = [
  ['1', 'List orders', 'Orders'],
  ['2', 'One order', 'Orders'],
  ['3', 'Balance', 'Ledger'],
  ['4', 'Health'],
]

test('by mouse: calls are dragged, moved, renamed, duplicated, and deleted with undo', async ({ window }) => {
  const { row, rows, menu, undo, list } = await openCalls(window, some)
  await expect
    .poll(rows)
    .toEqual(['Orders, 2 calls', 'List orders', 'One order', 'Ledger, 1 call', 'Balance', 'Health'])
  await row('Health').dragTo(row('List orders'), { targetPosition: { x: 40, y: 4 } })
  await expect
    .poll(rows)
    .toEqual(['Orders, 3 calls', 'Health', 'List orders', 'One order', 'Ledger, 1 call', 'Balance'])
  await row('List orders').dragTo(row('Ledger, 1 call'))
  await expect
    .poll(rows)
    .toEqual(['Orders, 2 calls', 'Health', 'One order', 'Ledger, 2 calls', 'Balance', 'List orders'])
  await row('Orders, 2 calls').click()
  await expect.poll(rows).toEqual(['Orders, 2 calls', 'Ledger, 2 calls', 'Balance', 'List orders'])
  await row('Orders, 2 calls').click()

  await row('Health').click({ button: 'right' })
  await menu('Rename').click()
  await window.getByRole('textbox', { name: 'Call name' }).fill('  Is it up?  ')
  await window.keyboard.press('Enter')
  await expect(row('Is it up?')).toBeFocused()
  await row('Is it up?').hover()
  await list.getByRole('button', { name: 'Actions for Is it up?' }).click()
  await menu('Duplicate').click()
  await expect
    .poll(rows)
    .toEqual([
      'Orders, 3 calls',
      'Is it up?',
      'Copy of Is it up?',
      'One order',
      'Ledger, 2 calls',
      'Balance',
      'List orders',
    ])
  await expect(row('Copy of Is it up?')).toHaveAttribute('aria-pressed', 'true')
  await row('Copy of Is it up?').click({ button: 'right' })
  await menu('Move to').hover()
  await menu('New folder').click()
  await window.getByRole('textbox', { name: 'Folder' }).fill('Ops')
  await window.getByRole('button', { name: 'Move', exact: true }).click()
  await expect.poll(rows).toContain('Ops, 1 call')

  await row('Ledger, 2 calls').click({ button: 'right' })
  await menu('Delete 2 calls').click()
  await expect.poll(rows).toEqual(['Orders, 2 calls', 'Is it up?', 'One order', 'Ops, 1 call', 'Copy of Is it up?'])
  await undo.click()
  await expect
    .poll(rows)
    .toEqual([
      'Orders, 2 calls',
      'Is it up?',
      'One order',
      'Ledger, 2 calls',
      'Balance',
      'List orders',
      'Ops, 1 call',
      'Copy of Is it up?',
    ])
})

test('by keyboard alone: one Tab stop, folding, moving, renaming, deleting, typing ahead and filtering', async ({
  window,
}) => {
  const { row, rows, undo } = await openCalls(window, some)
  const press = async (...keys: string[]) => {
    for (const key of keys) await window.keyboard.press(key)
  }
  await row('List orders').focus()
  await press('ArrowLeft')
  await expect(row('Orders, 2 calls')).toBeFocused()
  await press('ArrowLeft')
  await expect.poll(rows).toEqual(['Orders, 2 calls', 'Ledger, 1 call', 'Balance', 'Health'])
  await press('ArrowRight', 'ArrowRight')
  await expect(row('List orders')).toBeFocused()
  await press('Alt+ArrowDown')
  await expect
    .poll(rows)
    .toEqual(['Orders, 2 calls', 'One order', 'List orders', 'Ledger, 1 call', 'Balance', 'Health'])
  await expect(row('List orders')).toBeFocused()

  await press('F2')
  await window.keyboard.type('Other')
  await press('Escape')
  await expect(row('List orders')).toBeFocused()
  await press('F2')
  await window.keyboard.type('All orders')
  await press('Enter')
  await expect(row('All orders')).toBeFocused()

  await press('b')
  await expect(row('Balance')).toBeFocused()
  await press('Delete')
  await expect.poll(rows).toEqual(['Orders, 2 calls', 'One order', 'All orders', 'Health'])
  await expect(row('Health')).toBeFocused()
  await undo.focus()
  await press('Enter')
  await expect(row('Balance')).toBeVisible()

  await row('Orders, 2 calls').focus()
  await press('F2')
  await window.keyboard.type('Ledger')
  await press('Enter')
  await expect.poll(rows).toEqual(['Ledger, 3 calls', 'One order', 'All orders', 'Balance', 'Health'])
  await press('ContextMenu')
  await expect(window.getByRole('menuitem', { name: 'Delete 3 calls' })).toBeVisible()
  await press('Escape')
  await expect(row('Ledger, 3 calls')).toBeFocused()

  await press('ControlOrMeta+f')
  await window.keyboard.type('bal api.example')
  await expect.poll(rows).toEqual(['Ledger, 1 of 3 calls', 'Balance'])
  await press('ArrowDown', 'ArrowDown', 'Enter')
  await expect(row('Balance')).toHaveAttribute('aria-pressed', 'true')
  await window.getByRole('textbox', { name: 'Filter saved calls' }).focus()
  await press('Escape')
  await expect.poll(rows).toHaveLength(5)
})

test('2,000 calls, with names that are long, from right to left or hostile, are a few rows of the page', async ({
  window,
}) => {
  test.slow()
  const rtl = 'قائمة الطلبات المفتوحة'
  const { row, list, environmentId } = await openCalls(window, [
    ['rtl', rtl],
    ['long', 'x'.repeat(200)],
    ['bidi', 'a\u202Eb<img src=x onerror=alert(1)>'],
  ])
  await expect(row(rtl)).toBeVisible()
  await expect(row('a\\u{202e}b<img src=x onerror=alert(1)>')).toBeVisible()
  const width = await list.evaluate((element) => [element.scrollWidth, element.clientWidth])
  expect(width[0]).toBe(width[1])
  await window.evaluate(
    async ([id, request]) => {
      const api = Reflect.get(globalThis, 'ccx')
      const save = (number: number) =>
        api.saveApiCall(crypto.randomUUID(), {
          environmentId: id,
          id: crypto.randomUUID(),
          request,
          label: { name: `Call ${number}`, folder: `Folder ${number % 20}`, notes: '' },
        })
      for (let number = 0; number < 2000; number++) await save(number)
    },
    [environmentId, { ...newApiRequest, url: 'https://api.example/orders' }] as const,
  )
  await window.reload()
  await row(rtl).focus()
  await window.keyboard.press('Home')
  await expect(row('Folder 0, 100 calls')).toBeFocused()
  await window.keyboard.press('End')
  await expect(list.locator('.call-row:focus')).toHaveAccessibleName('a\\u{202e}b<img src=x onerror=alert(1)>')
  expect(await list.locator('.call-row').count()).toBeLessThan(80)
})

test('scopes that no call needs are no longer requested after one click, which can be undone', async ({ window }) => {
  const { environmentId, undo, row } = await openCalls(window, [['1', 'List orders']])
  const region = window.getByRole('region', { name: 'Scopes of the saved calls' })
  await expect(region).toContainText('1 call names no required scopes')
  const saved = await call(window, 'listApiCalls', { environmentId })
  const request = { ...newApiRequest, url: 'https://api.example/1', scope: 'api:read' }
  await call(window, 'saveApiCall', { environmentId, id: saved[0]?.id ?? '', request })
  await window.reload()
  await expect(row('List orders')).toBeVisible()
  const scopeNow = async () => (await call(window, 'getEnvironment', { environmentId }))?.scope
  const before = await scopeNow()
  await expect(region).toContainText('1 needed by these calls')
  await region.getByRole('button', { name: 'Compare scopes' }).click()
  await expect(region.getByText('requested, needed by 1 call')).toBeVisible()
  await region.getByRole('button', { name: 'Request api:read only' }).press('Enter')
  await expect.poll(scopeNow).toBe('api:read')
  await expect(region).toContainText('1 requested, 1 needed')
  await undo.click()
  await expect.poll(scopeNow).toBe(before)
})

test('a token that an API refused is not called valid, until an API takes it', async ({ window }) => {
  const { environmentId, row, api } = await openCalls(window, [])
  const save = (name: string, path: string) =>
    call(window, 'saveApiCall', {
      environmentId,
      id: null,
      request: { ...newApiRequest, url: `${api}${path}` },
      label: { name, folder: '', notes: '' },
    })
  await save('Refuses', '/api/status/401')
  await save('Takes', '/api/orders')
  await window.reload()
  const { button } = places(window)
  const header = window.locator('.page-header')
  await row('Takes').click()
  await button('Send').click()
  await expect(header).toContainText(/valid/i)
  await row('Refuses').click()
  await button('Send').click()
  await expect(header).toContainText(/refused by the API/i)
  await row('Takes').click()
  await button('Send').click()
  await expect(header).toContainText(/valid/i)
})
