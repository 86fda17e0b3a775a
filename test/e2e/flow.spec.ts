import { call } from '../support/bridge.ts'
import { test as alone } from '../support/electron.ts'
import { flowPlaces, openOwnFlow } from '../support/flow-places.ts'
import { expect, test } from '../support/shared-app.ts'

alone('the first minute: open, Run flow, an arrow; nothing is typed', async ({ window }) => {
  const { button, region, panel, step, steps, tab } = flowPlaces(window)
  await expect(tab('Flow')).toHaveAttribute('aria-selected', 'true')
  await expect(panel).toContainText('Not run yet')
  await expect(step(/^Step 1, This app to Authorization server: POST /)).toHaveAttribute('aria-selected', 'true')
  await expect(region('Exchange')).toContainText('The client proves who it is')
  await button('Run flow').click()
  await expect(panel).toContainText('The API accepted the token')
  await expect(step(/^Step 5, .*200 OK/)).toHaveAttribute('data-state', 'done')
  await expect(step(/^Step 4, .*not visible/)).toBeVisible()
  await step(/^Step 2, .*200 access_token/).click()
  await tab('Response').click()
  await expect(region('Exchange')).toContainText('"access_token"')
  await expect(steps.getByRole('treeitem', { selected: true })).toHaveCount(1)
  await tab('Token').click()
  await expect(region('Token response')).toContainText('Issued')
  await tab('Introspection').click()
  await expect(region('Introspection response')).toContainText('The token is active')
  await tab('API calls').click()
  await expect(region('API response')).toContainText('200')
})

test('while the sandbox starts, its endpoints and secret are not called missing', async ({ window }) => {
  const { panel, step } = await openOwnFlow(window)
  await expect(panel).toContainText('Not run yet')
  const seen = window.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const texts: string[] = []
        new MutationObserver((_, observer) => {
          const isStarting = document.querySelector('.page')?.textContent?.includes('The sandbox is starting') === true
          if (isStarting) texts.push(document.querySelector('.flow-panel')?.textContent ?? '')
          else if (texts.length > 0) {
            observer.disconnect()
            resolve(texts)
          }
        }).observe(document, { childList: true, subtree: true, characterData: true })
      }),
  )
  await call(window, 'restartSandbox', undefined)
  expect((await seen).filter((text) => text !== '')).toEqual([])
  await expect(step(/^Step 1, .*POST \/token/)).toBeVisible()
})

test('an opaque token is introspected and not verified, and the step says why', async ({ window }) => {
  const { button, panel, step } = await openOwnFlow(window, 'sandbox-opaque')
  await button('Run flow').click()
  await expect(panel).toContainText('The API accepted the token')
  await expect(step(/Verify/)).toHaveAttribute('data-state', 'left_out')
})

test('a DPoP proof goes along, and the step says so', async ({ window }) => {
  const { runToEnd, step } = await openOwnFlow(window, 'sandbox', {
    dpop: { enabled: true, alg: 'ES256', keyFile: '' },
  })
  await runToEnd()
  await expect(step(/^Step 1, .*DPoP/)).toHaveAttribute('data-state', 'done')
  await expect(step(/^Step 3, /)).toHaveAttribute('data-state', 'done')
})

test('revocation is proved: the server calls the token inactive, the API that validates offline takes it', async ({
  window,
}) => {
  const { panel, runToEnd, step, tab } = await openOwnFlow(window)
  await window.getByLabel('Scenario').selectOption('revoke')
  await expect(panel).toContainText('Revocation endpoint')
  await runToEnd()
  await expect(panel).toContainText('Revoked, and the API still accepts the token')
  await expect(step(/The server says inactive/)).toBeVisible()
  await tab('Token').click()
  await expect(window.getByRole('region', { name: 'Token response', exact: true })).toContainText('Revoked')
})

test('a narrower token is refused by the API as it should be, and the choice stays', async ({ window }) => {
  const { button, panel, runToEnd, step, tab } = await openOwnFlow(window)
  await window.getByLabel('Scenario').selectOption('narrow')
  await window.getByRole('button', { name: /^Scopes/ }).click()
  await expect(window.getByRole('checkbox', { name: 'api:write' })).toBeChecked()
  await expect(window.getByRole('checkbox', { name: 'api:read' })).not.toBeChecked()
  await window.keyboard.press('Escape')
  await runToEnd()
  await expect(panel).toContainText('The API refused the narrower token, as it should')
  await expect(step(/403 insufficient_scope/)).toBeVisible()
  await tab('Token').click()
  await tab('Flow').click()
  await expect(window.getByLabel('Scenario')).toHaveValue('narrow')
  await expect(button('Run again')).toBeVisible()
})

test('earlier runs are seen again and laid over the newest', async ({ window }) => {
  const { button, panel, runToEnd, step } = await openOwnFlow(window)
  await runToEnd()
  await runToEnd()
  const runs = window.getByRole('list', { name: 'Earlier runs' }).getByRole('button')
  await expect(runs).toHaveCount(2)
  await runs.nth(1).click()
  await expect(panel).toContainText('Run of ')
  await button('Back to now').click()
  await expect(panel).not.toContainText('Run of ')
  await window.getByRole('button', { name: /^Compare with \d/ }).click()
  await expect(step(/^Step 2, /)).toBeVisible()
  await button('Stop comparing').click()
  await expect(window.getByRole('button', { name: /^Compare with \d/ })).toBeVisible()
})

test('a run begins with a later step, with the token that is held', async ({ window }) => {
  const { button, runToEnd, step } = await openOwnFlow(window)
  await runToEnd()
  await step(/^Step 3, /).click()
  await button('Run from here').click()
  await expect(step(/^Step 1, .*not run this time/)).toBeVisible()
  await expect(step(/^Step 5, .*200 OK/)).toHaveAttribute('data-state', 'done')
  await expect(button('Run from here')).toBeFocused()
})

test('the search runs the flow from another place', async ({ window }) => {
  const { link, panel } = await openOwnFlow(window, 'sandbox-opaque')
  await link('Settings').click()
  await window.keyboard.press('ControlOrMeta+k')
  await window.getByRole('textbox', { name: 'Go to' }).fill('flow run opaque copy')
  await window.getByText('Run flow', { exact: true }).waitFor()
  await window.keyboard.press('Enter')
  await expect(panel).toContainText('The API accepted the token')
})
