import { expect, test } from '../support/electron.ts'
import { barriersIn } from '../support/barriers.ts'
import { openOwnSandbox, places } from '../support/places.ts'

test('requests of an environment are not recorded while it says so, and are again where that is said', async ({
  window,
}) => {
  const { button, openSection, tab } = places(window)
  await openOwnSandbox(window)
  await tab('Configure').click()
  await openSection('Notes')
  const recording = window.getByRole('switch', { name: 'Record requests and answers' })
  await expect(recording).toBeChecked()
  await recording.focus()
  await window.keyboard.press('Space')
  await expect(recording).not.toBeChecked()
  expect(await barriersIn(window, 'Notes, not recorded')).toEqual([])

  await tab('Flow').click()
  const said = window.getByText('Not recorded: requests are kept in memory only, until you quit.')
  await expect(said).toBeVisible()
  expect(await barriersIn(window, 'Flow, not recorded')).toEqual([])
  await button('Record again').click()
  await expect(said).toBeHidden()
  await tab('Configure').click()
  await openSection('Notes')
  await expect(recording).toBeChecked()
})

test('Settings say how much is recorded and for how long, and delete it after a question', async ({ window }) => {
  const { button, field, link, region } = places(window)
  await openOwnSandbox(window)
  await button('Request token').click()
  await expect(window.getByRole('tab', { name: 'Token', selected: true })).toBeVisible()
  await link('Settings').click()
  const history = region('History')
  await expect(history.getByText(/^\d+ exchanges?, /)).toBeVisible()
  await field('Keep for (days)').fill('many')
  await field('Keep for (days)').press('Enter')
  await expect(history).toContainText('Enter a whole number that is not too large.')
  await field('Keep for (days)').fill('30')
  await field('Keep for (days)').press('Enter')
  await expect(field('Keep for (days)')).toHaveValue('30')

  await button('Delete history…').click()
  await window.getByRole('radio', { name: 'All of it' }).check()
  await expect(history.getByText(/will be deleted, with their notes/)).toBeVisible()
  expect(await barriersIn(window, 'Settings, deleting history')).toEqual([])
  await button('Keep all').click()
  await button('Delete history…').click()
  await window.getByRole('radio', { name: 'All of it' }).check()
  await history.getByRole('button', { name: /^Delete \d+ exchanges?$/ }).click()
  await expect(history.getByText(/^\d+ exchanges? deleted\.$/)).toBeVisible()
  await expect(history).toContainText('Nothing is recorded yet.')
})
