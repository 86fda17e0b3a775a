import type { Locator, Page } from '@playwright/test'
import { call } from '../support/bridge.ts'
import { barriersIn } from '../support/barriers.ts'
import { addEnvironment, openOwnSandbox, places } from '../support/places.ts'
import { expect, test } from '../support/shared-app.ts'

const row = (window: Page, practice: string): Locator =>
  window.getByRole('group', { name: 'Practices' }).getByRole('button').filter({ hasText: practice })

const panel = (window: Page): Locator => window.getByRole('region', { name: 'Practice', exact: true })

const openReview = (window: Page): Promise<void> => places(window).tab('Review').click()

/** A copy of the sandbox of this stage; gives its id. */
async function openSandboxOf(window: Page, stage: 'development' | 'production'): Promise<string> {
  const name = await openOwnSandbox(window)
  const all = await call(window, 'listEnvironments', undefined)
  const id = all.find((one) => one.name === name)?.id ?? ''
  const environment = await call(window, 'getEnvironment', { environmentId: id })
  if (environment === null) throw new Error('It is not there.')
  const { secrets: _secrets, id: _id, builtIn: _builtIn, ...value } = environment
  await call(window, 'saveEnvironment', { id, value: { ...value, stage }, secrets: {}, keepOld: [] })
  return id
}

/** An environment that requests a refresh token. */
const openToImprove = (window: Page, name: string): Promise<void> =>
  addEnvironment(window, {
    name,
    issuer: 'https://id.example',
    token_endpoint: 'https://id.example/token',
    client_id: 'orders',
    scope: 'orders.read offline_access',
  })

test('the practices are judged before a token is requested, and again with it', async ({ window }) => {
  const { button } = places(window)
  await openOwnSandbox(window)
  await openReview(window)
  const lifetime = row(window, 'Use short-lived tokens')
  await expect(lifetime).toContainText('Not known')
  await button('Request token').first().click()
  await expect(lifetime).toContainText(/Passed.*Lifetime \d+ s/)
  await lifetime.click()
  await expect(panel(window).getByRole('heading', { name: 'Use short-lived tokens' })).toBeVisible()
  await panel(window)
    .getByRole('link', { name: /^Token response, / })
    .click()
  await expect(window).toHaveURL(/#\/history\//)
  await expect(window.getByRole('tab', { name: 'Response', exact: true })).toHaveAttribute('aria-selected', 'true')
  await expect(window.locator('mark.evidence, .cm-evidence').first()).toHaveText('600')
})

test('the keyboard goes through the list, into the panel and back', async ({ window }) => {
  await openOwnSandbox(window)
  await openReview(window)
  const first = row(window, 'Never commit secrets to version control')
  await first.click()
  await window.keyboard.press('ArrowDown')
  const second = row(window, 'Use different credentials per environment')
  await expect(second).toBeFocused()
  await expect(second).toHaveAttribute('aria-current', 'true')
  await expect(panel(window).getByRole('heading', { level: 2 })).toHaveText('Use different credentials per environment')
  await window.keyboard.press('Enter')
  await expect(panel(window).getByRole('button', { name: 'Hide the practice' })).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(second).toBeFocused()
  await window.keyboard.press('End')
  await expect(window.getByRole('group', { name: 'Practices' }).getByRole('button').last()).toBeFocused()
})

test('what is found is accepted with a reason, which can be undone and withdrawn', async ({ window }) => {
  const { button } = places(window)
  await openToImprove(window, 'Orders accepted')
  await openReview(window)
  const practice = 'Note on refresh tokens'
  await expect(row(window, practice)).toContainText('To improve')
  await row(window, practice).click()
  const dialog = window.getByRole('dialog', { name: 'Accept' })
  const accept = async () => {
    await button('Accept…').click()
    await dialog.getByLabel('Known, because').fill('the sandbox is for tests')
    await dialog.getByRole('button', { name: 'Accept', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(row(window, practice)).toContainText('Accepted')
  }
  await button('Accept…').click()
  await expect(dialog.getByRole('button', { name: 'Accept', exact: true })).toBeDisabled()
  expect(await barriersIn(window, 'Accept', '[role=dialog]')).toEqual([])
  await window.keyboard.press('Escape')
  await accept()
  await button('Undo').click()
  await expect(row(window, practice)).not.toContainText('Accepted')
  await accept()
  await expect(panel(window)).toContainText('the sandbox is for tests')
  await panel(window)
    .getByRole('button', { name: /^Withdraw: / })
    .first()
    .click()
  await expect(row(window, practice)).not.toContainText('Accepted')
  await panel(window).getByRole('link', { name: 'Go to Scopes' }).click()
  await expect(window.getByRole('tab', { name: 'Configure', exact: true })).toHaveAttribute('aria-selected', 'true')
})

test('only what there is to act on is listed where that is asked for', async ({ window }) => {
  await openToImprove(window, 'Orders open')
  await openReview(window)
  const rows = window.getByRole('group', { name: 'Practices' }).getByRole('button')
  await expect(row(window, 'Note on refresh tokens')).toContainText('To improve')
  const all = await rows.count()
  await window.getByText(/^Open \d+$/).click()
  await expect(rows.filter({ hasText: /Passed|Not known|Accepted/ })).toHaveCount(0)
  await window.getByText(/^All \d+$/).click()
  await expect(rows).toHaveCount(all)
})

test('nothing of it keeps people out', async ({ window }) => {
  await openToImprove(window, 'Orders for all')
  await openReview(window)
  await row(window, 'Note on refresh tokens').click()
  await expect(panel(window).getByRole('heading', { name: 'What to do' })).toBeVisible()
  expect(await barriersIn(window, 'Review')).toEqual([])
})

const sent = async (window: Page, environmentId: string): Promise<number> =>
  (await call(window, 'listExchanges', { environmentId, limit: 200 })).length

test('probes send what was announced, once it is clicked, and their results are in the list', async ({ window }) => {
  const { button } = places(window)
  const id = await openSandboxOf(window, 'development')
  await openReview(window)
  await expect(row(window, 'Use token introspection')).toContainText('Not known')
  const probe = panel(window).getByRole('button', { name: 'Strangers cannot introspect: Not run' })
  await probe.click()
  const dialog = window.getByRole('dialog', { name: 'Run probes' })
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(1)
  const announced = await dialog
    .getByRole('list', { name: 'Probes' })
    .getByText(/^(Request|Introspect|Call|Revoke)/)
    .count()
  await expect(button(`Send ${announced} requests`)).toBeVisible()
  expect(await barriersIn(window, 'Run probes', '[role=dialog]')).toEqual([])
  await button('Cancel').click()
  expect(await sent(window, id)).toBe(0)
  await probe.click()
  await button(`Send ${announced} requests`).click()
  await expect(window.getByText(`Sent ${announced} requests.`)).toBeVisible()
  await expect(row(window, 'Use token introspection')).toContainText('Passed')
  await expect(panel(window).getByRole('button', { name: 'Strangers cannot introspect: Confirmed' })).toBeVisible()
  expect(await sent(window, id)).toBe(announced)
})

test('nothing is sent to production before a second click', async ({ window }) => {
  const { button } = places(window)
  const id = await openSandboxOf(window, 'production')
  await openReview(window)
  await panel(window).getByRole('button', { name: 'Metadata and keys are published: Not run' }).click()
  const dialog = window.getByRole('dialog', { name: 'Run probes' })
  await dialog.getByRole('button', { name: /^Send \d+ requests…$/ }).click()
  await expect(dialog).toContainText('is production')
  await expect(button('Back')).toBeFocused()
  expect(await sent(window, id)).toBe(0)
  await button('Send to production').click()
  await expect(window.getByText(/^Sent \d+ requests?\.$/)).toBeVisible()
  expect(await sent(window, id)).toBeGreaterThan(0)
})
