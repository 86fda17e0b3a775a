import type { ElectronApplication } from '@playwright/test'
import { barriersIn } from '../support/barriers.ts'
import { openOwnSandbox, places } from '../support/places.ts'
import { expect, test } from '../support/shared-app.ts'

const title = 'Which flow do I need?'

const chooseHelp = (app: ElectronApplication) =>
  app.evaluate(({ Menu, BrowserWindow }, label) => {
    const help = Menu.getApplicationMenu()?.items.find((item) => item.role === 'help')
    const item = help?.submenu?.items.find((each) => each.label === label)
    item?.click(undefined, BrowserWindow.getAllWindows()[0], undefined)
  }, title)

test('the help on flows opens from the menu, the search and the empty state, and closes by key', async ({
  app,
  window,
}) => {
  const { button, tab } = places(window)
  const dialog = window.getByRole('dialog', { name: title, exact: true })
  await openOwnSandbox(window)

  await chooseHelp(app)
  const comparison = dialog.getByRole('table', { name: 'Three flows compared' })
  await expect(comparison.getByRole('row', { name: 'Client secret Required Required Not required' })).toBeVisible()
  await expect(dialog).toContainText('grant_type')
  expect(await barriersIn(window, title, 'body')).toEqual([])
  await window.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await window.keyboard.press('Control+K')
  await window.getByRole('textbox', { name: 'Go to' }).fill('pkce')
  await window.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()

  await tab('Token').click()
  await button(title).press('Enter')
  await expect(dialog).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(button(title)).toBeFocused()
})
