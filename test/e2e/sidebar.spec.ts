import type { Page } from '@playwright/test'
import { expect, test } from '../support/electron.ts'
import { addMany } from '../support/many-environments.ts'
import { addEnvironment, places } from '../support/places.ts'

const item = (window: Page, name: string) => window.getByRole('menuitem', { name })
const menuOf = (window: Page, name: string) => window.getByRole('menu', { name: `Actions for ${name}` })

test('the filter finds words in any order, counts, narrows by stage and state, and Escape clears it', async ({
  window,
}) => {
  const { field, link } = places(window)
  await addMany(window, 200)
  await field('Filter environments').fill('nothing of that')
  await expect(window.getByText('No matches')).toBeVisible()
  await field('Filter environments').fill('staging 00 env')
  await expect(window.getByRole('status').filter({ hasText: '2 of 202' })).toBeVisible()
  await expect(link('Environment 002').getByText('Env', { exact: true })).toBeVisible()
  await field('Filter environments').fill('environment')
  await window.getByLabel('Filter by stage').selectOption('Production')
  await expect(window.getByRole('status').filter({ hasText: '50 of 202' })).toBeVisible()
  await window.getByLabel('Filter by state').selectOption('Valid')
  await expect(window.getByText('No matches')).toBeVisible()
  await window.getByLabel('Filter by state').selectOption('No secret')
  await expect(window.getByRole('status').filter({ hasText: '50 of 202' })).toBeVisible()
  await field('Filter environments').press('Escape')
  await expect(link('Sandbox')).toBeVisible()
  await expect(window.getByLabel('Filter by stage')).toBeHidden()
})

test('a row says that its secret is missing, until there is one', async ({ window }) => {
  const { button, link, tab } = places(window)
  await addEnvironment(window, { name: 'Bare' })
  await expect(link('Bare')).toContainText('no secret')
  await expect(link('Sandbox')).not.toContainText('no secret')
  await tab('Configure').click()
  await window.getByLabel('Client secret', { exact: true }).fill('a secret')
  await button('Save').click()
  await expect(link('Bare')).not.toContainText('no secret')
})

test('the menu of a row opens by mouse and by key, and what is built in cannot be deleted', async ({ window }) => {
  const { link } = places(window)
  await addEnvironment(window, { name: 'Orders' })
  await link('Sandbox').click({ button: 'right' })
  await expect(menuOf(window, 'Sandbox')).toBeVisible()
  await expect(item(window, 'Delete')).toBeHidden()
  await window.keyboard.press('Escape')
  await expect(menuOf(window, 'Sandbox')).toBeHidden()
  await expect(link('Sandbox')).toBeFocused()
  await link('Orders').focus()
  await window.keyboard.press('Shift+F10')
  await expect(item(window, 'Request token')).toBeFocused()
  await window.keyboard.press('End')
  await expect(item(window, 'Delete')).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(link('Orders')).toBeHidden()
  await window.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(link('Orders')).toBeVisible()
})

test('a row is renamed, duplicated and exported from where it is', async ({ window }) => {
  const { field, heading, link } = places(window)
  await addEnvironment(window, { name: 'Orders' })
  await link('Orders').press('F2')
  await expect(field('Name')).toBeFocused()
  await expect(heading('Orders')).toBeVisible()
  await link('Orders').press('ControlOrMeta+d')
  await expect(link('Orders (copy)')).toBeVisible()
  await link('Orders').hover()
  await window.getByRole('button', { name: 'Actions for Orders', exact: true }).click()
  await item(window, 'Export…').click()
  await expect(heading('Export')).toBeVisible()
  await expect(window.getByRole('checkbox', { name: /^Orders$/ })).toBeChecked()
})

test('a token is requested for a row that was not shown', async ({ window }) => {
  const { heading, link, region } = places(window)
  await addEnvironment(window, { name: 'Orders' })
  await link('Sandbox').click({ button: 'right' })
  await item(window, 'Request token').click()
  await expect(heading('Sandbox')).toBeVisible()
  await expect(region('Claims')).toBeVisible()
})
