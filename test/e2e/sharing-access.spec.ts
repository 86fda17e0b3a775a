import { expect, test } from '../support/shared-app.ts'
import { barriersIn } from '../support/barriers.ts'
import { places } from '../support/places.ts'
import { pasteText, sharedFile } from '../support/shared-file.ts'

const files = {
  first: sharedFile([
    {
      id: 'one',
      name: 'One',
      token_endpoint: 'https://as.example/token',
      secrets: { client_secret: { kind: 'omitted' } },
    },
    {
      id: 'two',
      name: 'Two',
      token_endpoint: 'https://as.example/token',
      notes: `eyJhbGciOiJSUzI1NiJ9.${'e'.repeat(40)}.s`,
    },
  ]),
  second: sharedFile([
    { id: 'one', name: 'One', token_endpoint: 'https://other.example/token', shoeSize: 44 },
    { id: 'two', name: 'Two', token_endpoint: 'https://other.example/token' },
    { id: 'three', name: 'Three' },
  ]),
}

test('sharing has no barrier, light or dark', async ({ window }) => {
  test.slow()
  const { button, field } = places(window)
  const violations: string[] = []
  const look = async (place: string) => violations.push(...(await barriersIn(window, place)))
  await button('Export').click()
  await look('Export, nothing there')
  await button('Import').click()
  await look('Import')
  await pasteText(window, '{')
  await window.getByText('This cannot be imported').waitFor()
  await look('Import, refused')
  await pasteText(window, files.first)
  await button('Import 2 environments').click()
  await window.getByText('2 environments added').waitFor()
  await look('Import, done')
  await button('Import something else').click()
  await pasteText(window, files.second)
  await button('1 difference of Two').or(button('2 differences of Two')).click()
  await window.getByRole('group', { name: 'For all 2' }).getByRole('button', { name: 'Replace' }).click()
  await button('Import 3 environments').waitFor()
  await look('Import, preview')
  await button('Export').click()
  await button('Select all').click()
  await window.getByRole('list', { name: 'What looks like a secret' }).waitFor()
  await window.getByRole('radio', { name: 'Encrypted to recipients' }).check()
  await look('Export, to recipients')
  await window.getByRole('radio', { name: 'Encrypted to a passphrase' }).check()
  await window.getByRole('checkbox', { name: 'Sign with my key' }).check()
  await field('Your name').waitFor()
  await look('Export, to a passphrase')
  expect(violations).toEqual([])
})

test('environments to export are chosen with the keyboard alone', async ({ window }) => {
  const { button, field } = places(window)
  await button('Import').click()
  await pasteText(window, files.second)
  await button('Import 3 environments').click()
  await button('Export').click()
  await field('Filter environments to export').fill('t')
  await field('Filter environments to export').press('Tab')
  await window.keyboard.press('Enter')
  await expect(window.getByText('2 of 3 chosen')).toBeVisible()
  await window.keyboard.press('Tab')
  await window.keyboard.press('Tab')
  const box = (name: string) => window.getByRole('checkbox', { name, exact: true })
  await expect(box('Three').or(box('Two')).and(window.locator(':focus'))).toHaveCount(1)
  await window.keyboard.press('End')
  await window.keyboard.press('Space')
  await expect(window.getByText('1 of 3 chosen')).toBeVisible()
  await window.keyboard.press('Tab')
  await expect(window.getByRole('radio', { name: 'Client Credentials Explorer file' })).toBeFocused()
  await window.keyboard.press('Tab')
  await expect(window.getByRole('radio', { name: 'Not included' })).toBeFocused()
})
