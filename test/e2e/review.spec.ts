import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { call } from '../support/bridge.ts'
import { barriersIn } from '../support/barriers.ts'
import { serve } from '../support/fault-server.ts'
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
    await expect(button('Accept…')).toBeFocused()
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
    .press('Enter')
  await expect(row(window, practice)).not.toContainText('Accepted')
  await expect(panel(window).getByRole('group')).toBeFocused()
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

test('a probe that a server leaves without an answer is cancelled, and leaves its practice not known', async ({
  window,
}) => {
  const { button } = places(window)
  const silent = await serve(() => {})
  await addEnvironment(window, { name: 'Orders silent', issuer: silent.url, token_endpoint: `${silent.url}/token` })
  await openReview(window)
  const probe = panel(window).getByRole('button', { name: /^Metadata and keys are published: / })
  await probe.click()
  await window.getByRole('button', { name: /^Send \d+ requests?$/ }).click()
  await expect.poll(silent.requests).toBe(1)
  await button('Cancel').click()
  await expect(button('Run 1 probe…').or(button('Run probes again…'))).toBeVisible()
  await expect(probe).toHaveAccessibleName(/: Unclear/)
  expect(silent.requests()).toBe(1)
  await silent.close()
})

/** Whether the window learns of what changes. */
const setNotices = (app: ElectronApplication, areSent: boolean): Promise<void> =>
  app.evaluate(({ BrowserWindow }, isUsual) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined) return
    if (isUsual) Reflect.deleteProperty(contents, 'send')
    else contents.send = () => {}
  }, areSent)

test('requests that are other ones than were shown are not sent, and shown again', async ({ app, window }) => {
  const { button } = places(window)
  const server = await serve((_, response) => response.writeHead(404).end())
  const settings = { ...newEnvironment, name: 'Orders moved', issuer: server.url, client_id: 'orders' }
  await addEnvironment(window, settings)
  const all = await call(window, 'listEnvironments', undefined)
  const id = all.find(({ name }) => name === settings.name)?.id ?? null
  await openReview(window)
  await panel(window).getByRole('button', { name: 'Metadata and keys are published: Not run' }).click()
  const jwks_uri = `${server.url}/elsewhere`
  await setNotices(app, false)
  await call(window, 'saveEnvironment', { id, value: { ...settings, jwks_uri }, secrets: {}, keepOld: [] })
  await window.getByRole('button', { name: /^Send \d+ requests$/ }).click()
  await expect(window.getByText('Nothing was sent')).toBeVisible()
  await setNotices(app, true)
  expect(server.requests()).toBe(0)
  await button('Show the requests…').click()
  await expect(window.getByText('Nothing was sent')).toBeHidden()
  const dialog = window.getByRole('dialog', { name: 'Run probes' })
  await expect(dialog.getByText(jwks_uri)).toBeVisible()
  await server.close()
})

test('in a narrow window the practice lies over the list, and Escape leads back to its row', async ({
  app,
  window,
}) => {
  await openOwnSandbox(window)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1000, 700))
  await openReview(window)
  await expect(panel(window).getByRole('heading', { level: 2 })).toBeHidden()
  const second = row(window, 'Use different credentials per environment')
  await second.click()
  await expect(panel(window).getByRole('heading', { level: 2 })).toHaveText('Use different credentials per environment')
  await expect(panel(window).getByRole('button', { name: 'Hide the practice' })).toBeFocused()
  expect(await barriersIn(window, 'Practice', '.drawer')).toEqual([])
  await window.keyboard.press('Escape')
  await expect(panel(window).getByRole('heading', { level: 2 })).toBeHidden()
  await expect(second).toBeFocused()
  // At 150 % it lies over the verdict too: below it only a few lines would be left.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1.5))
  await second.click()
  await expect(panel(window).getByRole('heading', { level: 2 })).toBeVisible()
  const [page, drawer] = await Promise.all(['.page-body', '.drawer'].map((part) => window.locator(part).boundingBox()))
  expect(drawer?.y).toBe(page?.y)
})

test('F6 leads from the list to the practice beside it, and on', async ({ window }) => {
  const name = await openOwnSandbox(window)
  const { heading, link } = places(window)
  await openReview(window)
  await link(name).focus()
  await window.keyboard.press('F6')
  await expect(heading(name)).toBeFocused()
  await window.keyboard.press('F6')
  const practice = await panel(window).getByRole('heading', { level: 2 }).innerText()
  await expect(panel(window).getByRole('group', { name: practice })).toBeFocused()
  await window.keyboard.press('F6')
  await expect(link(name)).toBeFocused()
})

test('the palette opens the review, and what its probes would send', async ({ window }) => {
  const name = await openOwnSandbox(window)
  const choose = async (words: string) => {
    await window.keyboard.press('ControlOrMeta+k')
    await window.getByRole('textbox', { name: 'Go to' }).fill(words)
    await window.keyboard.press('Enter')
  }
  await choose(`review ${name}`)
  await expect(window.getByRole('group', { name: 'Practices' })).toBeVisible()
  await places(window).tab('Flow').click()
  await choose(`run probes ${name}`)
  await expect(window.getByRole('dialog', { name: 'Run probes' }).getByRole('list', { name: 'Probes' })).toBeVisible()
})

test('a finding leads to its field, which has the focus: that of DPoP ended at its section', async ({ window }) => {
  const { button } = places(window)
  await openOwnSandbox(window)
  await openReview(window)
  await button('Request token').first().click()
  await row(window, 'Use mutual TLS (mTLS)').click()
  await panel(window).getByRole('link', { name: 'Go to DPoP' }).click()
  await expect(window.getByRole('checkbox', { name: /^DPoP: / })).toBeFocused()
})
