import { barriersIn } from '../support/barriers.ts'
import { expect, test as own } from '../support/electron.ts'
import { places } from '../support/places.ts'
import { recordHistory } from '../support/recorded-history.ts'
import { removeFolder, unprivilegedFolder } from '../support/unprivileged.ts'

const test = own.extend({
  profile: async ({}, use) => {
    const profile = unprivilegedFolder('profile')
    recordHistory(profile, { environments: ['Orders dev', 'מערכת'], count: 60, newest: Date.now(), every: 3_600_000 })
    await use(profile)
    removeFolder(profile)
  },
})

test('the history has no barrier, light or dark', async ({ window }) => {
  test.slow()
  const { link } = places(window)
  const violations: string[] = []
  const look = async (place: string, within = '.main') => violations.push(...(await barriersIn(window, place, within)))
  await link('History').click()
  const grid = window.getByRole('grid', { name: 'Exchanges' })
  await grid.focus()
  await window.keyboard.press('Space')
  await window.keyboard.press('ArrowDown')
  await window.getByRole('searchbox', { name: 'Search history' }).fill('refused')
  await expect(grid.locator('mark').first()).toBeVisible()
  await look('History, found and selected')
  await window.getByRole('button', { name: /^Finding: / }).click()
  await window.getByRole('option').first().waitFor()
  await look('History, a filter', 'body')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: /^Time: / }).click()
  await window.getByLabel('From').waitFor()
  await look('History, time', 'body')
  await window.keyboard.press('Escape')
  await window.getByRole('searchbox', { name: 'Search history' }).fill('nothing of that')
  await window.getByText('No matches').waitFor()
  await look('History, nothing found')
  expect(violations).toEqual([])
})

test('the regions of the history are reached with F6, each in one step', async ({ window }) => {
  const { link, heading } = places(window)
  await link('History').click()
  const grid = window.getByRole('grid', { name: 'Exchanges' })
  await grid.waitFor()
  await window.keyboard.press('F6')
  await expect(heading('History')).toBeFocused()
  await window.keyboard.press('F6')
  await expect(grid).toBeFocused()
  await window.keyboard.press('Shift+F6')
  await expect(heading('History')).toBeFocused()
})

own('nothing recorded yet says what will be here', async ({ window }) => {
  const { link, heading } = places(window)
  await link('History').click()
  await expect(window.getByText('No exchanges yet')).toBeVisible()
  expect(await barriersIn(window, 'History, empty')).toEqual([])
  await link('Run the flow of the sandbox').click()
  await expect(heading('Sandbox')).toBeVisible()
})

test('the table has the focus again when the exchange beside it is closed, and all of it is reached in a low window', async ({
  window,
  app,
}) => {
  const { link, button, region } = places(window)
  await link('History').click()
  const grid = window.getByRole('grid', { name: 'Exchanges' })
  await grid.focus()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await region('Note').getByRole('textbox', { name: 'Note' }).fill('Ticket 4711')
  await window.keyboard.press('Escape')
  await expect(region('Exchange')).toHaveCount(0)
  await expect(grid).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(region('Note').getByRole('textbox', { name: 'Note' })).toHaveValue('Ticket 4711')
  await app.evaluate(({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows()
    first?.webContents.setZoomFactor(1.5)
  })
  await expect(button('Send again…')).toBeInViewport({ ratio: 1 })
  await button('Unpin').or(button('Pin')).scrollIntoViewIfNeeded()
  await expect(button('Send again…')).toBeInViewport({ ratio: 1 })
  await button('Hide the exchange').click()
  await expect(grid).toBeFocused()
})

test('what is open over the history has the focus, keeps Escape to itself, and a note is kept when the app quits at once', async ({
  explorer,
}) => {
  const { link, button, region } = places(explorer.window)
  await link('History').click()
  const grid = explorer.window.getByRole('grid', { name: 'Exchanges' })
  await grid.focus()
  await explorer.window.keyboard.press('Enter')
  await button('Pin').press('Enter')
  await expect(button('Unpin')).toBeFocused()
  const dialog = explorer.window.getByRole('dialog', { name: 'Compare two exchanges' })
  const hasFocus = () => dialog.evaluate((element) => element.contains(document.activeElement))
  await button('Compare').press('Enter')
  await explorer.window.getByRole('menuitem').first().press('Enter')
  await expect.poll(hasFocus).toBe(true)
  await explorer.window.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await grid.focus()
  await explorer.window.keyboard.press('Space')
  await explorer.window.keyboard.press('Shift+ArrowDown')
  await explorer.window.getByRole('toolbar').getByRole('button', { name: 'Compare' }).press('Enter')
  await expect.poll(hasFocus).toBe(true)
  await explorer.window.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  const hash = await explorer.window.evaluate(() => location.hash)
  await region('Note').getByRole('textbox', { name: 'Note' }).fill('Typed just before quitting')
  await explorer.restart()
  await explorer.window.evaluate((there) => {
    location.hash = there
  }, hash)
  await expect(places(explorer.window).region('Note').getByRole('textbox', { name: 'Note' })).toHaveValue(
    'Typed just before quitting',
  )
})
