import { barriersIn, type LookAt } from '../support/barriers.ts'
import { addEnvironment, places } from '../support/places.ts'
import { expect, test } from '../support/shared-app.ts'

const sources = ['session', 'ask', 'environment_variable', 'file', 'aws_secrets_manager', 'azure_key_vault', 'vault']

test('secrets have no barrier, light and dark', async ({ window }) => {
  test.slow()
  const { button, field, link, region, tab } = places(window)
  const source = window.getByLabel('Client secret source')
  const violations: string[] = []
  await addEnvironment(window, {
    name: 'Orders',
    token_endpoint: 'http://127.0.0.1:1/token',
    client_id: 'orders',
    client_secret: 'canary-8',
  })
  await tab('Configure').click()
  await field('Token endpoint').fill('http://127.0.0.1:2/token')
  await button('Save').click()
  await expect(button('Discard changes')).toBeDisabled()
  const look = async (...where: LookAt) => violations.push(...(await barriersIn(window, ...where)))
  await link('Settings').click()
  await button('Use a passphrase instead').click()
  await look('Settings', '[aria-label="Secrets"]')
  await link('Orders').click()
  await tab('Configure').click()
  await button('Delete secret (Client secret)').click()
  await button('Keep it').waitFor()
  await look('Stored', '.secret')
  await button('Keep it').click()
  for (const kind of sources) {
    await source.selectOption(kind)
    if (kind === 'vault') await window.getByLabel('Login (Client secret)', { exact: true }).selectOption('approle')
    const tries = button('Test (Client secret)')
    if (await tries.isVisible()) await tries.click()
    // The panels are made of the same parts, so that one shows whether their colours suffice in the dark.
    await look(kind, '.secret', kind === 'vault' ? ['light', 'dark'] : ['light'])
  }
  await button('Discard changes').click()
  await button('Request token').click()
  await region('Token response').getByRole('group', { name: 'Allow a new origin' }).waitFor()
  await look('Allow a new origin')
  expect(violations).toEqual([])
})
