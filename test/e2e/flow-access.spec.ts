import { barriersIn } from '../support/barriers.ts'
import { openOwnFlow } from '../support/flow-places.ts'
import { expect, test } from '../support/shared-app.ts'

test('the flow is run and read by keyboard alone', async ({ window }) => {
  const { panel, run, steps, step, tab, region } = await openOwnFlow(window)
  await step(/^Step 1, /).waitFor()
  await expect(run).toBeEnabled()
  await window.keyboard.press('ControlOrMeta+Enter')
  await expect(panel).toContainText('The API accepted the token')
  await step(/^Step 5, /).focus()
  await window.keyboard.press('Home')
  await expect(step(/^Step 1, /)).toBeFocused()
  await expect(step(/^Step 1, /)).toHaveAttribute('aria-selected', 'true')
  await window.keyboard.press('ArrowDown')
  await expect(step(/^Step 2, /)).toBeFocused()
  await expect(region('Exchange')).toContainText('200')
  await window.keyboard.press('End')
  await expect(step(/^Step 5, /)).toBeFocused()
  expect(await steps.locator('[tabindex="0"]').count()).toBe(1)
  await window.keyboard.press('Enter')
  await expect(region('Exchange').getByRole('button', { name: 'Hide the exchange' })).toBeFocused()
  await expect(tab('Request')).toBeEnabled()
})

test('nothing of it keeps people out, before a run, after it and after a failure', async ({ window }) => {
  const { panel, runToEnd, step } = await openOwnFlow(window)
  await step(/^Step 1, /).waitFor()
  const found = await barriersIn(window, 'flow before a run')
  await runToEnd()
  found.push(...(await barriersIn(window, 'flow after a run')))
  await window.getByLabel('Scenario').selectOption('narrow')
  found.push(...(await barriersIn(window, 'flow with fewer scopes')))
  await runToEnd()
  await expect(panel).toContainText('as it should')
  expect(found).toEqual([])
})

test('a window of 1000 by 700 shows the same steps as a list, and a step beside it', async ({ app, window }) => {
  const { region, runToEnd, step, steps } = await openOwnFlow(window)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1000, 700))
  await expect(steps.locator('svg.flow-drawing')).toHaveCount(0)
  await runToEnd()
  await step(/^Step 2, /).click()
  await expect(region('Exchange')).toContainText('What can go wrong')
  const page = await window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(page).toBeLessThanOrEqual(0)
  expect(await barriersIn(window, 'flow as a list')).toEqual([])
})
