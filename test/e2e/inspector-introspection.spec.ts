import { serve } from '../support/fault-server.ts'
import { expect, test } from '../support/shared-app.ts'
import { barriersIn } from '../support/barriers.ts'
import { addEnvironment, places } from '../support/places.ts'

test('an opaque token is introspected by a chosen environment, once the person has seen where it goes', async ({
  window,
  explorer,
}) => {
  const { button, region, link, field } = places(window)
  const answers = [
    { status: 401, body: { error: 'invalid_client' } },
    { status: 200, body: { active: true, client_id: 'customer', scope: 'orders.read' } },
    { status: 200, body: { active: false } },
  ]
  let asked = 0
  const server = await serve((request, response) => {
    const { status = 500, body = {} } = answers[asked++] ?? {}
    request.resume()
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify(body))
  })
  const introspection_endpoint = `${server.url}/introspect`
  await addEnvironment(window, { name: 'No endpoint', client_id: 'support' })
  await addEnvironment(window, {
    name: 'Customers',
    client_id: 'support',
    client_secret: 'secret',
    introspection_endpoint,
  })
  await link('Token inspector').click()
  await field('Token').fill('opaque-token-0123456789')
  await button('Inspect').click()
  const choice = window.getByRole('combobox', { name: 'Introspect with' })
  await choose('no endpoint')
  await expect(region('Introspection')).toContainText('“No endpoint” has no introspection endpoint.')
  await expect(button('Introspect')).toBeDisabled()

  await choose('cust')
  await expect(region('Introspection')).toContainText(
    `The token is sent to ${introspection_endpoint}, as the client “support”.`,
  )
  expect(asked).toBe(0)
  await button('Introspect').click()
  await expect(region('Introspection')).toContainText('The introspection endpoint answered 401 invalid_client')
  await expect(window.getByText('Opaque: only its issuer knows what it grants')).toBeVisible()

  await button('Introspect').click()
  await expect(region('Introspection')).toContainText('The token is active')
  await expect(region('Introspection')).toContainText('Answered by “Customers” at')
  await expect(region('Introspection')).toContainText('"orders.read"')
  await expect(button('Copy answer')).toHaveAttribute('title', /said at .+ that it is active/)
  expect(await barriersIn(window, 'An answer about a pasted token')).toEqual([])

  await button('Introspect').click()
  await expect(region('Introspection')).toContainText('The token is not active')
  expect(asked).toBe(3)

  await field('Token').fill('another-token-0123456789')
  await button('Inspect').click()
  await expect(region('Introspection')).not.toContainText('The token is not active')
  await server.close()
  expect(explorer.consoleErrors).toEqual([])

  async function choose(words: string): Promise<void> {
    await choice.fill(words)
    await expect(window.locator('.mantine-Select-groupLabel:visible').first()).toHaveCSS('font-size', '12px')
    await window.getByRole('option').first().click()
  }
})
