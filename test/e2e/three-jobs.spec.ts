import type { Locator, Page } from '@playwright/test'
import path from 'node:path'
import { writeFileSync } from 'node:fs'
import { type Sandbox, startSandbox } from '../../electron/sandbox/start.ts'
import { pasteFromClipboard, places } from '../support/places.ts'
import { expect, test } from '../support/shared-app.ts'
import { chooseInDialogs, sharedFile } from '../support/shared-file.ts'
import { unsignedToken } from '../support/signed-token.ts'

/** A server that the app does not know yet. */
let server: Sandbox

test.beforeAll(async () => {
  server = await startSandbox()
})

test.afterAll(() => server.close())

/** Presses buttons and fields of a place by mouse, and counts. */
function mouse() {
  let count = 0
  const press = async (target: Locator): Promise<void> => {
    count += 1
    await target.click()
  }
  return { press, clicks: () => count }
}

/** Presses Tab until this has the focus. */
async function tabTo(window: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await window.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

const clientOf = () => {
  const client = server.facts.clients.find(({ methods }) => methods.includes('client_secret_basic'))
  if (client === undefined) throw new Error('The sandbox has no client with a secret.')
  return client
}

async function goTo(window: Page, place: string): Promise<void> {
  const { button, field } = places(window)
  await expect(button('Request token')).toBeVisible()
  await window.keyboard.press('ControlOrMeta+k')
  await expect(field('Go to')).toBeFocused()
  await window.keyboard.type(place)
  await window.keyboard.press('Enter')
}

const secretField = (window: Page) => window.getByLabel('Client secret', { exact: true })

test('a developer comes from an issuer to a token with eight clicks at most', async ({ window }) => {
  const { button, field, region } = places(window)
  const { client_id, client_secret } = clientOf()
  const { press, clicks } = mouse()
  await press(button('New environment'))
  await window.keyboard.type('A new server')
  await press(field('Issuer or base URL'))
  await window.keyboard.type(server.facts.issuer)
  await press(button('Discover'))
  await expect(field('Token endpoint')).toHaveValue(server.facts.token_endpoint)
  await press(field('Client ID'))
  await window.keyboard.type(client_id)
  await press(secretField(window))
  await window.keyboard.type(client_secret)
  await press(button('Save'))
  await press(button('Request token'))
  await expect(region('Token response')).toContainText('Issued')
  expect(clicks()).toBeLessThanOrEqual(8)
})

test('a developer comes from an issuer to a token by keyboard alone', async ({ window }) => {
  const { field, region } = places(window)
  const { client_id, client_secret } = clientOf()
  await goTo(window, 'new environment')
  await expect(field('Name')).toBeFocused()
  await window.keyboard.type('By keyboard')
  await tabTo(window, field('Issuer or base URL'))
  await window.keyboard.type(server.facts.issuer)
  await window.keyboard.press('Enter')
  await expect(field('Token endpoint')).toHaveValue(server.facts.token_endpoint)
  await tabTo(window, field('Client ID'))
  await window.keyboard.type(client_id)
  await tabTo(window, secretField(window))
  await window.keyboard.type(client_secret)
  await window.keyboard.press('ControlOrMeta+s')
  await places(window).heading('By keyboard').waitFor()
  await window.keyboard.press('ControlOrMeta+Enter')
  await expect(region('Flow')).toContainText('200 access_token')
})

const expired = unsignedToken(JSON.stringify({ iss: 'https://id.example', sub: 'shop', exp: 1_700_000_000 }))

test('support comes from a pasted token to a copied answer with two clicks at most', async ({ app, window }) => {
  const { button, field, link } = places(window)
  const { press, clicks } = mouse()
  await press(link('Token inspector'))
  await expect(field('Token')).toBeFocused()
  await pasteFromClipboard(app, window, expired)
  await press(button('Copy answer'))
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(/^This token expired at 14 Nov 2023/)
  expect(clicks()).toBeLessThanOrEqual(2)
})

test('support comes from a pasted token to a copied answer by keyboard alone', async ({ app, window }) => {
  const { button, field } = places(window)
  await goTo(window, 'token inspector')
  await expect(field('Token')).toBeFocused()
  await pasteFromClipboard(app, window, expired)
  await expect(button('Copy answer')).toBeVisible()
  await tabTo(window, button('Copy answer'))
  await window.keyboard.press('Enter')
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(/^This token expired at 14 Nov 2023/)
})

/** Three environments of a team as a file has them, without their secrets. */
function teamFile(folder: string): string {
  const { client_id } = clientOf()
  const { issuer, token_endpoint } = server.facts
  const shared = ['one', 'two', 'three'].map((id) => ({
    id: `job-${id}`,
    name: `Team ${id}`,
    issuer,
    token_endpoint,
    client_id,
    secrets: { client_secret: { kind: 'omitted' } },
  }))
  const file = path.join(folder, 'team.ccx.json')
  writeFileSync(file, sharedFile(shared))
  return file
}

const secretOf = (window: Page, name: string) => window.getByLabel(`Client secret of ${name}`, { exact: true })

test('a team comes from a file to three first tokens with six clicks at most, all secrets on one page', async ({
  app,
  window,
  profile,
}) => {
  const { button, region } = places(window)
  const { press, clicks } = mouse()
  await chooseInDialogs(app, teamFile(profile))
  await press(button('Import'))
  await press(button('Choose file…'))
  await press(button('Import 3 environments'))
  await expect(secretOf(window, 'Team one')).toBeFocused()
  for (const _ of ['one', 'two', 'three']) {
    await window.keyboard.type(clientOf().client_secret)
    await window.keyboard.press('Enter')
  }
  await press(button('Save 3 secrets'))
  await press(button('Request 3 tokens'))
  await expect(region('Secrets to supply').getByText('valid', { exact: false })).toHaveCount(3)
  expect(clicks()).toBeLessThanOrEqual(6)
})

test('a team comes from a file to three first tokens by keyboard alone', async ({ app, window, profile }) => {
  const { button, region } = places(window)
  await chooseInDialogs(app, teamFile(profile))
  await goTo(window, 'import')
  await tabTo(window, button('Choose file…'))
  await window.keyboard.press('Enter')
  await expect(button('Import 3 environments')).toBeVisible()
  await tabTo(window, button('Import 3 environments'))
  await window.keyboard.press('Enter')
  await expect(secretOf(window, 'Team one')).toBeFocused()
  for (const _ of ['one', 'two', 'three']) {
    await window.keyboard.type(clientOf().client_secret)
    await window.keyboard.press('Enter')
  }
  await expect(button('Save 3 secrets')).toBeFocused()
  await window.keyboard.press('Enter')
  await tabTo(window, button('Request 3 tokens'))
  await window.keyboard.press('Enter')
  await expect(region('Secrets to supply').getByText('valid', { exact: false })).toHaveCount(3)
})
