import type { ElectronApplication, Page } from '@playwright/test'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { call } from '../support/bridge.ts'
import { expect, test } from '../support/shared-app.ts'
import { places } from '../support/places.ts'

/** Loads the page again, without the larger part of its script, until what this gives is called. */
async function reloadWithoutLateParts(app: ElectronApplication, window: Page): Promise<() => Promise<void>> {
  const devTools = await app.context().newCDPSession(window)
  // What Chromium has in memory it does not ask for again.
  await devTools.send('Network.setCacheDisabled', { cacheDisabled: true })
  await devTools.send('Fetch.enable', { patterns: [{ urlPattern: '*/late-parts-*.js' }] })
  const paused = new Promise<string>((resolve) =>
    devTools.once('Fetch.requestPaused', ({ requestId }) => resolve(requestId)),
  )
  await window.reload({ waitUntil: 'commit' })
  const requestId = await paused
  return async () => {
    await devTools.send('Fetch.continueRequest', { requestId })
    await devTools.detach()
  }
}

/** Goes to an environment that holds no token: with one, the page is drawn when all of its script is there. */
async function goToUnused(window: Page): Promise<void> {
  const { link, tab } = places(window)
  const value = { ...newEnvironment, name: 'Unused' }
  await call(window, 'saveEnvironment', { id: null, value, secrets: {}, keepOld: [] })
  await link('Unused').click()
  await tab('Token').click()
}

test('what changes while the page is still loading is there once it is drawn', async ({ app, window }) => {
  const { button, heading, link, tab } = places(window)
  await tab('Configure').click()
  await expect(button('Save')).toBeVisible()

  // With this tab, the page is drawn when all of its script is there.
  const goOn = await reloadWithoutLateParts(app, window)
  const value = { ...newEnvironment, name: 'Orders' }
  await call(window, 'saveEnvironment', { id: null, value, secrets: {}, keepOld: [] })
  await goOn()

  await link('Orders').click()
  await expect(heading('Orders')).toBeVisible()
})

test('a place that is chosen before its script is there is shown once it is', async ({ app, window }) => {
  const { heading, link, tab } = places(window)
  await goToUnused(window)
  const goOn = await reloadWithoutLateParts(app, window)
  await tab('API calls').click()
  await expect(tab('API calls')).toHaveAttribute('aria-selected', 'true')
  await link('Settings').click()
  await expect(link('Settings')).toHaveAttribute('aria-current', 'page')
  await goOn()
  await expect(heading('Settings')).toBeVisible()
})

test('the search opens once its script is there, when it was asked for before', async ({ app, window }) => {
  const { button } = places(window)
  await goToUnused(window)
  const goOn = await reloadWithoutLateParts(app, window)
  await expect(button('Request token')).toBeEnabled()
  await window.keyboard.press('ControlOrMeta+K')
  await goOn()
  await expect(window.getByRole('dialog')).toBeVisible()
  await expect(window.getByLabel('Go to', { exact: true })).toBeFocused()
})
