import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { call } from './bridge.ts'

/** The places of the window by role and name, as PRODUCT.md has them. */
export function places(window: Page) {
  const button = (name: string): Locator => window.getByRole('button', { name, exact: true })
  const region = (name: string): Locator => window.getByRole('region', { name, exact: true })
  const field = (name: string): Locator => window.getByRole('textbox', { name, exact: true })
  const tab = (name: string): Locator => window.getByRole('tab', { name, exact: true })
  const heading = (name: string): Locator => window.getByRole('heading', { level: 1, name, exact: true })
  const link = (name: string): Locator => window.getByRole('link', { name, exact: true })
  /** Opens a section of Configure, which is a tab of it. */
  const openSection = (name: string): Promise<void> =>
    window
      .getByRole('tablist', { name: 'Sections', exact: true })
      .getByRole('tab', { name: new RegExp(`^${name}(?:, |$)`) })
      .click()
  return { button, region, field, tab, link, heading, openSection }
}

/** What differs from a new environment, and the client secret to store. */
type Given = Partial<EnvironmentInput> & { name: string; client_secret?: string }

/** Makes an environment and opens it. Filling in the form costs more than starting the app, and is for tests of the form. */
export async function addEnvironment(window: Page, { client_secret = '', ...settings }: Given): Promise<void> {
  const value = { ...newEnvironment, ...settings }
  const outcome = await call(window, 'saveEnvironment', { id: null, value, secrets: { client_secret }, keepOld: [] })
  if (outcome.kind !== 'saved') throw new Error(`The environment was not saved: ${JSON.stringify(outcome)}`)
  const { heading, link } = places(window)
  await link(settings.name).click()
  await heading(settings.name).waitFor()
}

/** Opens a copy of a built-in environment, which holds no token of another test and was never run, and gives its name. */
export async function openOwnSandbox(
  window: Page,
  environmentId: 'sandbox' | 'sandbox-opaque' = 'sandbox',
): Promise<string> {
  const copy = await call(window, 'duplicateEnvironment', { environmentId })
  if (copy === null) throw new Error(`There is no ${environmentId}.`)
  const { heading, link } = places(window)
  await link(copy.name).click()
  await heading(copy.name).waitFor()
  return copy.name
}

/** Makes and opens an environment through the form, as a person would. */
export async function typeEnvironment(window: Page, fields: Record<string, string>): Promise<void> {
  const { button, field } = places(window)
  await button('New environment').click()
  for (const [name, value] of Object.entries(fields)) {
    await (name === 'Client secret' ? window.getByLabel(name, { exact: true }) : field(name)).fill(value)
  }
  await button('Save').click()
  await places(window)
    .heading(fields['Name'] ?? '')
    .waitFor()
}

/** Pastes into the field that has the focus, from the clipboard of the system. */
export async function pasteFromClipboard(app: ElectronApplication, window: Page, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, content) => clipboard.writeText(content), text)
  await window.keyboard.press('ControlOrMeta+V')
}

/** The token that the environment at hand holds, as "Reveal" shows it. */
export async function revealedToken(window: Page): Promise<string> {
  const { button, region } = places(window)
  const token = region('Token response').getByText(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/)
  // The token of an earlier test may still be shown: what is revealed of it is gone with the next one.
  await expect(async () => {
    await button('Reveal for 20 s').click({ timeout: 5000 })
    await expect(token).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 30_000 })
  return (await token.textContent()) ?? ''
}
