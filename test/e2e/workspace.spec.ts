import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { test as alone } from '../support/electron.ts'
import { expect, test } from '../support/shared-app.ts'
import { addEnvironment, openOwnSandbox, places, typeEnvironment } from '../support/places.ts'

const longName = 'Billing service of the northern region, staging, second tenant'

alone(
  'after a restart environments are there, at the place that was left, and no secret and no token is in any file',
  async ({ explorer, window }) => {
    const { button, region } = places(window)
    await button('Request token').click()
    await button('Reveal for 20 s').click()
    const token = /eyJ[\w-]+\.[\w-]+\.([\w-]+)/.exec((await region('Token response').textContent()) ?? '')?.[1] ?? ''
    expect(token.length).toBeGreaterThan(40)
    await typeEnvironment(window, { Name: longName, 'Client ID': 'billing', 'Client secret': 'canary-5f0c2d-secret' })
    await explorer.restart()
    const { tab, field } = places(explorer.window)
    await expect(explorer.window.getByRole('heading', { level: 1, name: longName })).toBeVisible()
    await tab('Configure').click()
    await expect(field('Client ID')).toHaveValue('billing')
    await expect(explorer.window.getByLabel('Client secret', { exact: true })).toHaveAttribute('placeholder', /^Stored/)
    const holding = readdirSync(explorer.profile, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => ['canary-5f0c2d-secret', token].some((secret) => readFileSync(file).includes(secret)))
    expect(holding).toEqual([])
  },
)

test('a deleted environment comes back with undo', async ({ window }) => {
  const { button, tab, link } = places(window)
  await addEnvironment(window, { name: 'Short-lived' })
  await tab('Configure').click()
  await button('Delete').click()
  await expect(link('Short-lived')).toBeHidden()
  await button('Undo').click()
  await expect(link('Short-lived')).toBeVisible()
})

test('a duplicate has its own name and its own life', async ({ window }) => {
  const { button, tab, link } = places(window)
  await tab('Configure').click()
  await button('Duplicate').click()
  await expect(link('Sandbox (copy)')).toBeVisible()
  await button('Request token').click()
  await expect(places(window).region('Claims')).toContainText('sandbox-jwt')
})

/** Crashes the window's process and waits for the window that takes its place. */
async function crash(app: ElectronApplication): Promise<void> {
  const state = () =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return { pid: contents?.getOSProcessId(), ready: contents?.isCrashed() === false && !contents.isLoading() }
    })
  const before = await state()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await expect.poll(async () => (await state()).pid).not.toBe(before.pid)
  await expect.poll(async () => (await state()).ready).toBe(true)
}

/** Playwright has lost a window that crashed. */
const inWindow = (app: ElectronApplication, script: string) =>
  app.evaluate(({ BrowserWindow }, run) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(run), script)

alone(
  'unsaved edits and what the last request gave outlive a crash of the window, which may call as before',
  async ({ app, window }) => {
    const { button, tab, field, link } = places(window)
    await button('Request token').click()
    await tab('Introspection').click()
    await button('Introspect').click()
    await window.getByText('The token is active', { exact: true }).waitFor()
    await tab('Configure').click()
    await field('Audience').fill('https://half.typed')
    await expect(link('Unsaved changes')).toBeVisible()
    await crash(app)
    expect(await inWindow(app, "ccx.about('after-crash', undefined)")).toMatchObject({ ok: true })
    const typed = () => inWindow(app, `[...document.querySelectorAll('input')].map((input) => input.value).join()`)
    await expect.poll(typed).toContain('https://half.typed')
    const tabs = `[...document.querySelectorAll('[role=tab]')]`
    await inWindow(app, `${tabs}.find((tab) => tab.innerText === 'Introspection').click()`)
    await expect.poll(() => inWindow(app, 'document.body.innerText')).toMatch(/The token is active$/m)
  },
)

test('a saved API call is kept, and what is wrong with its URL is said', async ({ window }) => {
  const { button, tab, field, link } = places(window)
  await addEnvironment(window, { name: 'Calls' })
  await tab('API calls').click()
  await field('URL').fill('api.example/orders')
  await button('Save call').click()
  await expect(window.getByText('begins with https:// or http://')).toBeVisible()
  await field('URL').fill('https://api.example/orders')
  await button('Save call').click()
  await expect(button('GET /orders')).toBeVisible()
  await link('Sandbox').click()
  await link('Calls').click()
  await tab('API calls').click()
  await expect(field('URL')).toHaveValue('https://api.example/orders')
})

test('discovery puts the published endpoints into the form', async ({ window }) => {
  const { button, tab, field } = places(window)
  await button('Request token').click()
  await tab('Configure').click()
  await expect(field('Issuer or base URL')).toHaveValue(/^http/)
  const issuer = await field('Issuer or base URL').inputValue()
  await button('New environment').click()
  await field('Issuer or base URL').fill(`${issuer}/.well-known/openid-configuration`)
  await button('Discover').click()
  await expect(field('Issuer or base URL')).toHaveValue(issuer)
  await expect(field('Token endpoint')).toHaveValue(`${issuer}/token`)
  await expect(field('JWKS URI')).toHaveValue(`${issuer}/jwks`)
})

test('the sandbox comes back when its process dies', async ({ app, window }) => {
  const { button, region } = places(window)
  await openOwnSandbox(window)
  await button('Request token').click()
  await expect(region('Claims')).toBeVisible()
  const killed = await app.evaluate(({ app: electron }) => {
    const child = electron
      .getAppMetrics()
      .find(({ type, serviceName }) => type === 'Utility' && serviceName?.startsWith('node'))
    if (child !== undefined) process.kill(child.pid, 'SIGKILL')
    return child !== undefined
  })
  expect(killed).toBe(true)
  await expect(async () => {
    await button('Request token').click()
    await expect(region('Exchange')).toContainText('200', { timeout: 1000 })
    await expect(region('Token response')).toContainText('Issued', { timeout: 1000 })
  }).toPass({ timeout: 60_000 })
})

test('what is typed stays when the sandbox starts again underneath', async ({ window }) => {
  const { button, tab, field } = places(window)
  await expect(button('Request token')).toBeEnabled()
  await tab('Configure').click()
  await expect(field('Token endpoint')).toHaveValue(/^http/)
  const before = await field('Token endpoint').inputValue()
  await field('Audience').fill('https://typed')
  await window.getByLabel('Client secret', { exact: true }).fill('typed')
  await window.evaluate(() => Reflect.get(globalThis, 'ccx').restartSandbox('again', undefined))
  await expect(field('Token endpoint')).not.toHaveValue(before)
  await expect(field('Token endpoint')).toHaveValue(/^http/)
  await expect(field('Audience')).toHaveValue('https://typed')
  await expect(window.getByLabel('Client secret', { exact: true })).toHaveValue('typed')
})
