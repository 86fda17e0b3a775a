import type { Page } from '@playwright/test'
import { expect, test } from '../support/shared-app.ts'
import { call } from '../support/bridge.ts'
import { serve } from '../support/fault-server.ts'
import { addMany } from '../support/many-environments.ts'
import { places, typeEnvironment } from '../support/places.ts'

/** The name of what has the focus, as far as this needs it. */
const focused = (window: Page): Promise<string> =>
  window.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return 'nothing'
    return element.getAttribute('aria-label') ?? element.textContent
  })

test('200 environments cost one Tab stop, and arrows, Home and End lead to each', async ({ window }) => {
  test.slow()
  const { field, link } = places(window)
  const takeAway = await addMany(window, 200)
  await link('Environment 003').waitFor()
  await field('Filter environments').focus()
  await window.keyboard.press('Tab')
  expect(await focused(window)).toBe('Sandbox')
  await window.keyboard.press('Tab')
  expect(await focused(window)).toBe('Search')
  await window.keyboard.press('Shift+Tab')
  expect(await focused(window)).toBe('Sandbox')
  await window.keyboard.press('End')
  await expect.poll(() => focused(window)).toBe('Environment 200')
  await window.keyboard.press('ArrowUp')
  await expect.poll(() => focused(window)).toBe('Environment 199')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: 'Environment 199', exact: true })).toBeVisible()
  expect(await focused(window)).toBe('Environment 199')
  await window.keyboard.press('Home')
  await expect.poll(() => focused(window)).toBe('Sandbox')
  await field('Filter environments').fill('Environment 15')
  await window.keyboard.press('ArrowDown')
  await expect.poll(() => focused(window)).toMatch(/^Environment \d*15/)
  await takeAway()
})

test('after Ctrl/Cmd+K the focus is where it was, or at the heading of the chosen place', async ({ window }) => {
  const { button } = places(window)
  await expect(button('Request token')).toBeEnabled()
  await button('Request token').focus()
  await window.keyboard.press('ControlOrMeta+k')
  await expect(window.getByRole('textbox', { name: 'Go to' })).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(button('Request token')).toBeFocused()
  await window.keyboard.press('ControlOrMeta+k')
  await window.getByRole('textbox', { name: 'Go to' }).fill('Settings')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('textbox', { name: 'Go to' })).toBeHidden()
  await expect(window.getByRole('heading', { level: 1, name: 'Settings', exact: true })).toBeFocused()
})

test('a button that goes away while its request runs has the focus again when it is back', async ({ window }) => {
  const { button, region } = places(window)
  await expect(button('Request token')).toBeEnabled()
  await button('Request token').focus()
  await window.keyboard.press('Enter')
  await expect(region('Claims')).toBeVisible()
  await expect(button('Request token')).toBeFocused()
  await button('New environment').click()
  await window.getByRole('textbox', { name: 'Name', exact: true }).fill('Saved')
  await button('Save').focus()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: 'Saved', exact: true })).toBeVisible()
  await expect.poll(() => focused(window)).not.toBe('nothing')
})

test('Enter saves no half environment; in Issuer it discovers', async ({ window }) => {
  const { button, field, link } = places(window)
  const server = await serve((_, response) => response.writeHead(404).end())
  await button('New environment').click()
  await field('Name').fill('Half')
  await field('Name').press('Enter')
  await field('Issuer or base URL').fill(server.url)
  await field('Issuer or base URL').press('Enter')
  await expect.poll(() => server.requests()).toBeGreaterThan(0)
  await expect(window.getByRole('heading', { level: 1, name: 'New environment', exact: true })).toBeVisible()
  await expect(link('Half')).toBeHidden()
  await server.close()
})

test('no text is smaller than 12 pixels, and no button cuts its own', async ({ window }) => {
  const { button, tab, openSection } = places(window)
  await typeEnvironment(window, { Name: 'Looked at', 'Client secret': 'a secret' })
  const faults: string[] = []
  const look = async () => faults.push(...(await window.evaluate(smallOrCut)))
  await look()
  await tab('Configure').click()
  for (const section of ['Request', 'Tokens', 'Network', 'Notes', 'Server and client']) {
    await openSection(section)
    await look()
  }
  await window.getByRole('link', { name: 'Sandbox', exact: true }).click()
  await button('Request token').click()
  await button('Reveal for 20 s').waitFor()
  await tab('Token').click()
  await look()
  expect([...new Set(faults)]).toEqual([])
})

function smallOrCut(): string[] {
  const faults: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    if (element === null || node.textContent?.trim() === '' || !element.checkVisibility()) continue
    if (element.closest('style, script') !== null) continue
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    if (size < 12) faults.push(`${size} px: ${node.textContent}`)
  }
  for (const label of document.querySelectorAll<HTMLElement>('.mantine-Button-label')) {
    if (!label.checkVisibility() || label.querySelector('.ellipsis') !== null) continue
    const text = document.createRange()
    text.selectNodeContents(label)
    const [wanted, given] = [text.getBoundingClientRect(), label.getBoundingClientRect()]
    if (wanted.height > given.height + 0.5 || wanted.width > given.width + 0.5) faults.push(`cut: ${label.textContent}`)
  }
  return faults
}

test('the first Tab stop skips to the page, and F6 leads through its parts and back', async ({ window }) => {
  const { button, heading, link, region } = places(window)
  await expect(button('Request token')).toBeEnabled()
  await link('Sandbox').click()
  await window.evaluate(() => document.querySelector<HTMLElement>('.skip-link')?.focus())
  await window.keyboard.press('Enter')
  await expect(heading('Sandbox')).toBeFocused()
  await button('Request token').click()
  await expect(region('Claims')).toBeVisible()
  await link('Sandbox').focus()
  await window.keyboard.press('F6')
  await expect(heading('Sandbox')).toBeFocused()
  await window.keyboard.press('F6')
  await expect(region('Exchange').getByRole('tab', { selected: true })).toBeFocused()
  await window.keyboard.press('F6')
  await expect(link('Sandbox')).toBeFocused()
  await window.keyboard.press('Shift+F6')
  await expect(region('Exchange').getByRole('tab', { selected: true })).toBeFocused()
})

test('Ctrl/Cmd+Enter does the main act of each place, and Ctrl/Cmd+S saves what is edited there', async ({
  window,
}) => {
  const { button, field, heading, link, region, tab } = places(window)
  const exchanges = () => call(window, 'listExchanges', { environmentId: 'sandbox', limit: 200 })
  const tokenRequests = async () => (await exchanges()).filter(({ url }) => url.endsWith('/token')).length
  await expect(button('Request token')).toBeEnabled()
  await link('Sandbox').click()
  await tab('Flow').click()
  await window.keyboard.press('ControlOrMeta+Enter')
  await expect(region('State of the flow')).toContainText('The API accepted the token')
  const byFlow = await tokenRequests()
  await tab('Token').click()
  await window.keyboard.press('ControlOrMeta+Enter')
  await expect.poll(tokenRequests).toBe(byFlow + 1)
  await expect(region('Claims')).toBeVisible()
  const requested = await tokenRequests()

  await tab('Introspection').click()
  await window.getByLabel('Body format', { exact: true }).press('ControlOrMeta+Enter')
  await expect(region('Introspection response')).toContainText('The token is active')
  await tab('API calls').click()
  await field('URL').press('ControlOrMeta+Enter')
  await expect(region('API response')).toContainText('200')
  expect(await tokenRequests()).toBe(requested)
  await button('New call').click()
  await field('URL').fill('https://api.example/saved-by-keys')
  await field('URL').press('ControlOrMeta+s')
  await expect(button('GET /saved-by-keys')).toBeVisible()
  await button('GET /saved-by-keys').press('Delete')

  await link('Token inspector').click()
  await field('Token').fill('opaque-token-0123456789')
  await field('Token').press('ControlOrMeta+Enter')
  await expect(window.getByText('Opaque token.')).toBeVisible()
  await button('Clear').click()

  await button('New environment').click()
  await field('Name').fill('Made by keys')
  await field('Name').press('ControlOrMeta+Enter')
  await expect(heading('Made by keys')).toBeVisible()
  await tab('Configure').click()
  await field('Name').fill('Saved by keys')
  await field('Name').press('ControlOrMeta+s')
  await expect(heading('Saved by keys')).toBeVisible()
})
