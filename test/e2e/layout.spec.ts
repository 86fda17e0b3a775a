import type { ElectronApplication, Page } from '@playwright/test'
import { addEnvironment, openOwnSandbox, places } from '../support/places.ts'
import { expect, test } from '../support/shared-app.ts'
import { dropFile, openImport, sharedFile } from '../support/shared-file.ts'

const widths = [1000, 1360, 1600]

const resize = (app: ElectronApplication, width: number): Promise<void> =>
  app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size, 700), width)

/** By how many pixels the work area is shorter than the page leaves room for, and how far it reaches out of the window. */
const gaps = (window: Page) =>
  window.evaluate(() => {
    const [page, work] = ['.page-body', '.work'].map((part) => document.querySelector(part)?.getBoundingClientRect())
    const { scrollWidth, clientWidth } = document.documentElement
    return { below: Math.round((page?.bottom ?? 0) - (work?.bottom ?? 0)), beyond: scrollWidth - clientWidth }
  })

test('each tab has all the height of the window, at every width', async ({ app, window }) => {
  const { button, tab } = places(window)
  await openOwnSandbox(window)
  await button('Request token').click()
  for (const width of widths) {
    await resize(app, width)
    await expect.poll(() => window.evaluate(() => innerWidth)).toBe(width)
    for (const name of ['Flow', 'Configure', 'Token', 'Introspection', 'API calls', 'Review', 'Activity']) {
      await tab(name).click()
      await expect(tab(name)).toHaveAttribute('aria-selected', 'true')
      await expect.poll(() => gaps(window), { message: `${name} at ${width}` }).toEqual({ below: 0, beyond: 0 })
    }
  }
})

test('in a wide window the preview takes the place of the exchange, and gives it back', async ({ app, window }) => {
  const { button, openSection, region, tab } = places(window)
  await resize(app, 1360)
  await tab('Configure').click()
  await expect(region('Request preview')).toBeVisible()
  await expect(region('Exchange')).toBeHidden()
  await button('Show the exchange instead').click()
  await expect(region('Exchange')).toBeVisible()
  await openSection('Preview')
  await button('Show beside the form').click()
  await expect(region('Exchange')).toBeHidden()
  await tab('Token').click()
  await expect(region('Exchange')).toBeVisible()
})

/** What can be pressed in the page's header and first lines, and cannot be reached: it is out of the window, or something lies over its middle. */
const unreachable = (window: Page) =>
  window.evaluate(() => {
    const pressed = document.querySelectorAll<HTMLElement>('.page-header button, .banner button, [role="tab"]')
    return Array.from(pressed).flatMap((element) => {
      const { left, top, width, height, right, bottom } = element.getBoundingClientRect()
      if (width === 0 || top < 0 || bottom > innerHeight) return []
      const over = document.elementFromPoint(left + width / 2, top + height / 2)
      return right <= innerWidth && element.contains(over) ? [] : [element.textContent]
    })
  })

test('at 150 % in the smallest window nothing reaches out of it or lies over another', async ({ app, window }) => {
  const { button, field, link, tab } = places(window)
  await openOwnSandbox(window)
  await button('Request token').click()
  await app.evaluate(({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows()
    shown?.setContentSize(1000, 700)
    shown?.webContents.setZoomFactor(1.5)
  })
  await expect.poll(() => window.evaluate(() => innerWidth)).toBeLessThan(700)
  for (const name of ['Flow', 'Configure', 'Token', 'Introspection', 'Review', 'Activity', 'API calls']) {
    await tab(name).click()
    await expect.poll(() => gaps(window), { message: name }).toEqual({ below: 0, beyond: 0 })
    expect(await unreachable(window), name).toEqual([])
  }
  const tops = await window
    .locator('.page > .mantine-Tabs-root > [role="tablist"] > [role="tab"]')
    .evaluateAll((tabs) => tabs.map((each) => each.getBoundingClientRect().top))
  expect(new Set(tops).size, 'lines of tabs').toBe(1)
  expect((await field('URL').boundingBox())?.width).toBeGreaterThan(200)
  await link('Token inspector').click()
  await field('Token').fill('eyJhbGciOiJub25lIn0.eyJleHAiOjE3MDAwMDAwMDB9.')
  await button('Inspect').click()
  await expect(button('Copy answer')).toBeVisible()
  expect(await unreachable(window)).toEqual([])
  await openImport(window)
  const environment = { id: 'one', name: 'One', token_endpoint: 'https://id.example/token' }
  await dropFile(window, 'one.ccx.json', sharedFile([environment]))
  await window.getByRole('button', { name: /^One/ }).click()
  const act = await button('Import 1 environment').boundingBox()
  const work = await window.locator('.work').boundingBox()
  expect((act?.y ?? 0) + (act?.height ?? 0)).toBeLessThanOrEqual(work?.y ?? 0)
})

test('a long name that is read from the right is cut at its left end', async ({ window }) => {
  await addEnvironment(window, { name: 'בדיקת תשלומים של הסביבה הראשית', token_endpoint: 'http://127.0.0.1:9/token' })
  const shown = window.getByRole('navigation', { name: 'Environments' }).getByText('בדיקת תשלומים של הסביבה הראשית')
  // Where its first letter is: inside of what is shown of it.
  const first = await shown.evaluate((element) => {
    const range = document.createRange()
    range.setStart(element.firstChild ?? element, 0)
    range.setEnd(element.firstChild ?? element, 1)
    const letter = range.getBoundingClientRect()
    const box = element.getBoundingClientRect()
    return letter.left >= box.left && letter.right <= box.right
  })
  expect(first).toBe(true)
})
