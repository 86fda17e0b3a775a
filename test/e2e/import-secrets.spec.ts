import type { Page } from '@playwright/test'
import { call } from '../support/bridge.ts'
import { barriersIn } from '../support/barriers.ts'
import { places } from '../support/places.ts'
import { expect, test } from '../support/shared-app.ts'
import { pasteText, sharedFile } from '../support/shared-file.ts'

const withoutSecret = (id: string, name: string, host: string) => ({
  id,
  name,
  client_id: id,
  token_endpoint: `https://${host}/token`,
  secrets: { client_secret: { kind: 'omitted' } },
})
const team = (prefix: string) =>
  sharedFile([
    withoutSecret(`${prefix}-1`, `${prefix} one`, 'one.example'),
    withoutSecret(`${prefix}-2`, `${prefix} two`, 'two.example'),
    withoutSecret(`${prefix}-3`, `${prefix} three`, 'three.example'),
  ])

async function importText(window: Page, text: string, count: number): Promise<void> {
  const { button } = places(window)
  await button('Import').click()
  await pasteText(window, text)
  await button(`Import ${count} environments`).click()
  await window.getByText(`${count} environments added`).waitFor()
}

const secretOf = (window: Page, name: string) => window.getByLabel(`Client secret of ${name}`, { exact: true })
const rowOf = (window: Page, name: string) =>
  places(window).region('Secrets to supply').getByRole('row').filter({ hasText: name })

/** Pastes text into the field that has the focus, as far as a page can tell. */
const pasteHere = (window: Page, text: string) =>
  window.evaluate((content) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', content)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)

test('the row of an environment that is deleted meanwhile goes, and the secrets of the others are saved', async ({
  window,
}) => {
  const { button } = places(window)
  await importText(window, team('gone'), 3)
  await secretOf(window, 'gone one').fill('first')
  await secretOf(window, 'gone two').fill('second')
  await call(window, 'deleteEnvironment', { environmentId: 'gone-2' })
  await expect(rowOf(window, 'gone two')).toBeHidden()
  await button('Save 1 secret').click()
  await expect(rowOf(window, 'gone one')).toContainText('Saved')
  await expect(rowOf(window, 'gone three')).toContainText('Needed')
})

test('a list of secrets fills a field for each line, says what was left over, and leaves out empty lines', async ({
  window,
}) => {
  await importText(window, team('list'), 3)
  await secretOf(window, 'list one').focus()
  await pasteHere(window, 'a\n\nc\nd\n')
  await expect(secretOf(window, 'list one')).toHaveValue('a')
  await expect(secretOf(window, 'list three')).toHaveValue('')
  await expect(secretOf(window, 'list two')).toHaveValue('c')
  await expect(places(window).region('Secrets to supply')).toContainText('1 line of what you pasted had no field left')
})

test('secrets are typed one after the other by the keyboard, saved at once, and undoing the import still works', async ({
  window,
}) => {
  const { button, link, region } = places(window)
  await importText(window, team('keys'), 3)
  await expect(rowOf(window, 'keys one')).toContainText('one.example')
  await expect(button('Save secrets')).toBeDisabled()
  await secretOf(window, 'keys one').focus()
  await window.keyboard.type('first')
  await window.keyboard.press('Enter')
  await expect(secretOf(window, 'keys three')).toBeFocused()
  await window.keyboard.type('third')
  await window.keyboard.press('Enter')
  await window.keyboard.press('Enter')
  await expect(button('Save 2 secrets')).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(region('Secrets to supply').getByRole('status')).toContainText('2 secrets saved.')
  await expect(rowOf(window, 'keys one')).toContainText('Saved')
  await expect(rowOf(window, 'keys two')).toContainText('Needed')
  expect(await window.evaluate(() => document.activeElement === document.body)).toBe(false)
  const states = await call(window, 'listSecretStates', { environmentIds: ['keys-1', 'keys-2'] })
  expect(states.map(({ secrets }) => secrets.client_secret.kind)).not.toContain('source')
  expect(states.map(({ missing }) => missing)).toEqual([[], ['client_secret']])

  await button('Undo the import').click()
  await expect(window.getByText('The import was undone')).toBeVisible()
  await expect(link('keys one')).toBeHidden()
})

test('what is typed waits in Configure too, where its field is one click away, and is not lost on the way', async ({
  window,
}) => {
  const { button, region, tab } = places(window)
  await importText(window, team('wait'), 3)
  await secretOf(window, 'wait one').fill('typed here')
  await region('Secrets to supply').getByRole('link', { name: 'Configure wait one' }).click()
  await expect(tab('Configure')).toHaveAttribute('aria-selected', 'true')
  const field = window.getByLabel('Client secret', { exact: true })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('typed here')
  await button('Import').click()
  await expect(secretOf(window, 'wait one')).toHaveValue('typed here')
  await expect(rowOf(window, 'wait one')).toContainText('Typed')
  await button('Save 1 secret').click()
  await expect(rowOf(window, 'wait one')).toContainText('Saved')
})

test('what is set later is marked in the sidebar, which one click narrows to it', async ({ window }) => {
  const { button } = places(window)
  const list = window.getByRole('navigation', { name: 'Environments', exact: true })
  const link = (name: string) => list.getByRole('link', { name, exact: true })
  await importText(window, team('later'), 3)
  await secretOf(window, 'later one').fill('first')
  await button('Save 1 secret').click()
  await button('Set later').click()
  await expect(rowOf(window, 'later two')).toContainText('Later')
  await expect(link('later two')).toHaveAccessibleDescription('no secret')
  await button('Show in the sidebar').click()
  await expect(window.getByText('2 of 5')).toBeVisible()
  await expect(link('later one')).toBeHidden()
  await expect(link('later three')).toBeVisible()
  const filter = window.getByRole('textbox', { name: 'Filter environments' })
  await expect(filter).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(link('later one')).toBeVisible()
  await filter.fill('needs a secret')
  await expect(window.getByText('2 of 5')).toBeVisible()
  expect(await barriersIn(window, 'Import, secrets to supply')).toEqual([])
})
