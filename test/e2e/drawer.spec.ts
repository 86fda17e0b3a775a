import { barriersIn } from '../support/barriers.ts'
import { serve } from '../support/fault-server.ts'
import { addEnvironment, openOwnSandbox, places } from '../support/places.ts'
import { expect, test } from '../support/shared-app.ts'

test('a refusal opens the tab Response, and what is chosen then stays until the next failure', async ({ window }) => {
  const { button, region, tab } = places(window)
  const server = await serve((_, response) => {
    response.writeHead(401, { 'Content-Type': 'application/json' }).end('{"error":"invalid_client"}')
  })
  await addEnvironment(window, {
    name: 'Refusing',
    token_endpoint: `${server.url}/token`,
    client_id: 'orders',
    client_secret: 'canary-secret',
  })
  await button('Request token').click()
  await expect(tab('Response')).toHaveAttribute('aria-selected', 'true')
  const body = region('Exchange').getByRole('textbox', { name: 'Body of the response' })
  await expect(body).toContainText('"error": "invalid_client"')
  await tab('Request').click()
  await expect(region('Exchange')).toContainText('POST /token HTTP/1.1')
  await button('Request token').click()
  await expect(tab('Response')).toHaveAttribute('aria-selected', 'true')
  await server.close()
})

test('the drawer is resized by keyboard and pointer within its bounds and closed, and both are remembered', async ({
  window,
}) => {
  const { button, region } = places(window)
  const edge = window.getByRole('separator', { name: 'Width of the exchange' })
  await expect(edge).toHaveAttribute('aria-valuenow', '360')
  await edge.focus()
  await window.keyboard.press('ArrowLeft')
  await expect(edge).toHaveAttribute('aria-valuenow', '376')
  await window.keyboard.press('End')
  await expect(edge).toHaveAttribute('aria-valuenow', '560')
  await window.keyboard.press('Home')
  await expect(edge).toHaveAttribute('aria-valuenow', '320')
  const box = await edge.boundingBox()
  await window.mouse.move((box?.x ?? 0) + 4, 400)
  await window.mouse.down()
  await window.mouse.move((box?.x ?? 0) - 96, 400, { steps: 3 })
  await window.mouse.up()
  await expect(edge).toHaveAttribute('aria-valuenow', '420')
  await button('Hide the exchange').click()
  await expect(button('Show the exchange')).toBeFocused()
  await expect(region('Exchange').getByRole('tab')).toHaveCount(0)
  await window.reload()
  await button('Show the exchange').click()
  await expect(edge).toHaveAttribute('aria-valuenow', '420')
})

test('in a narrow window the drawer lies over the work below the banner, and Escape closes it', async ({
  app,
  window,
}) => {
  const { button, region } = places(window)
  await openOwnSandbox(window)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1000, 700))
  await expect(button('Show the exchange')).toBeVisible()
  await button('Request token').click()
  await expect(region('Token response')).toContainText('Issued')
  await button('Show the exchange').click()
  const heading = region('Exchange').getByRole('heading', { name: 'POST /token' })
  await expect(heading).toBeVisible()
  const banner = await window.locator('.banner').first().boundingBox()
  const drawer = await window.locator('.drawer').boundingBox()
  expect(drawer?.y).toBeGreaterThanOrEqual(Math.floor((banner?.y ?? 0) + (banner?.height ?? 0)))
  expect(await barriersIn(window, 'overlay', '.drawer')).toEqual([])
  await window.keyboard.press('Escape')
  await expect(heading).toBeHidden()
  await expect(button('Show the exchange')).toBeFocused()
})
