import { expect, test } from '../support/shared-app.ts'
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
