import type { ElectronApplication, Locator, Page } from '@playwright/test'

/** The places of the window by role and name, as PRODUCT.md has them. */
export function places(window: Page) {
  const button = (name: string): Locator => window.getByRole('button', { name, exact: true })
  const region = (name: string): Locator => window.getByRole('region', { name, exact: true })
  const field = (name: string): Locator => window.getByRole('textbox', { name, exact: true })
  const tab = (name: string): Locator => window.getByRole('tab', { name, exact: true })
  const link = (name: string): Locator => window.getByRole('link', { name, exact: true })
  /** Opens a section of Configure. */
  const openSection = (name: string): Promise<void> =>
    window
      .getByRole('navigation', { name: 'Sections', exact: true })
      .getByRole('button', { name: new RegExp(`^${name}(?:, |$)`) })
      .click()
  return { button, region, field, tab, link, openSection }
}

/** Makes and opens an environment through the window, as a person would. */
export async function addEnvironment(window: Page, fields: Record<string, string>): Promise<void> {
  const { button, field } = places(window)
  await button('New environment').click()
  for (const [name, value] of Object.entries(fields)) {
    await (name === 'Client secret' ? window.getByLabel(name, { exact: true }) : field(name)).fill(value)
  }
  await button('Save').click()
  await window.getByRole('heading', { level: 1, name: fields['Name'] ?? '', exact: true }).waitFor()
}

/** Pastes into the field that has the focus, from the clipboard of the system. */
export async function pasteFromClipboard(app: ElectronApplication, window: Page, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, content) => clipboard.writeText(content), text)
  await window.keyboard.press('ControlOrMeta+V')
}

/** The token that the environment at hand holds, as "Reveal" shows it. */
export async function revealedToken(window: Page): Promise<string> {
  const { button, region } = places(window)
  await button('Reveal for 20 s').click()
  const token = region('Token response').getByText(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/)
  return (await token.textContent()) ?? ''
}
