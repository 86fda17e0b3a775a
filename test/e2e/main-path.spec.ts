import { expect, test } from '../support/shared-app.ts'
import { barriersIn, type LookAt } from '../support/barriers.ts'
import { openOwnSandbox, places } from '../support/places.ts'

test('what a sandbox is for: request, read, verify, introspect, call, revoke, and see what revocation does', async ({
  window,
  explorer,
}) => {
  const { button, region, tab } = places(window)
  await openOwnSandbox(window)
  await button('Request token').click()
  const scopes = window.getByRole('group', { name: 'Scopes asked for and granted' })
  await expect(scopes.getByTitle('api:read: granted')).toBeVisible()
  await expect(scopes.getByTitle('api:write: granted')).toBeVisible()
  await expect(region('Claims')).toContainText('"sandbox-jwt"')
  await expect(region('Header')).toContainText('at+jwt')
  await expect(region('Exchange')).toContainText('POST /token')
  await expect(region('Exchange')).toContainText('Authorization: Basic ••••')

  await button('Verify').click()
  await expect(window.getByRole('heading', { name: 'Verification: genuine', exact: true })).toBeVisible()

  await tab('Introspection').click()
  await button('Introspect').click()
  await expect(region('Introspection response')).toContainText('The token is active')
  const beside = window.getByRole('table', { name: 'Introspection beside claims', exact: true })
  await expect(beside.getByRole('row', { name: /^scope/ })).toContainText('Same')

  await tab('API calls').click()
  await button('Send').click()
  await expect(region('API response')).toContainText('200 OK')
  await expect(region('API response')).toContainText('ord_1041')

  await tab('Token').click()
  await button('Revoke').click()
  await expect(region('Token response')).toContainText('Revocation accepted.')

  await tab('Introspection').click()
  await button('Introspect').click()
  await expect(region('Introspection response')).toContainText('revoked here')

  await tab('API calls').click()
  await button('Send').click()
  await expect(region('API response')).toContainText('This API validates offline')
  await expect(region('API response')).toContainText('Used the current token')
  await button('GET /api/ledger').click()
  await button('Send').click()
  await expect(window.locator('.main')).toContainText('this API asks the authorization server')
  expect(explorer.consoleErrors).toEqual([])
})

test('an opaque token says so, and can be introspected', async ({ window }) => {
  const { button, region, tab, link } = places(window)
  await link('Sandbox · opaque tokens').click()
  await button('Request token').click()
  await expect(window.getByText('Opaque token.')).toBeVisible()
  await tab('Introspection').click()
  await button('Introspect').click()
  await expect(region('Introspection response')).toContainText('The token is active')
})

test('a JWT is introspected with itself as Bearer and a JSON body, as cidaas does it', async ({ window }) => {
  const { button, region, tab } = places(window)
  await openOwnSandbox(window)
  await button('Request token').click()
  await tab('Introspection').click()
  await window.getByLabel('Introspection authentication').selectOption('bearer_token_itself')
  await window.getByLabel('Body format').selectOption('json')
  await button('Introspect').click()
  await expect(region('Introspection response')).toContainText('The token is active')
})

test('the token is masked until it is revealed, and can be hidden again', async ({ window }) => {
  const { button, region } = places(window)
  await button('Request token').click()
  await expect(region('Token response')).not.toContainText(/eyJ[\w-]+\.[\w-]+/)
  await button('Reveal for 20 s').click()
  await expect(region('Token response')).toContainText(/eyJ[\w-]+\.[\w-]+\.[\w-]+/)
  await button('Hide').click()
  await expect(region('Token response')).not.toContainText(/eyJ[\w-]+\.[\w-]+/)
})

test('a token that is revealed, and the key that is to verify it, are gone with the next token', async ({ window }) => {
  const { button, region } = places(window)
  const verifyWith = window.getByLabel('Verify with', { exact: true })
  await button('Request token').click()
  await button('Verify with other keys').click()
  await verifyWith.selectOption('A pasted key')
  await button('Reveal for 20 s').click()
  await expect(region('Token response')).toContainText(/eyJ[\w-]+\.[\w-]+\.[\w-]+/)
  await button('Request token').click()
  await expect(button('Reveal for 20 s')).toBeVisible()
  await expect(region('Token response')).not.toContainText(/eyJ[\w-]+\.[\w-]+/)
  await expect(verifyWith).toHaveValue('jwks')
})

test('copying puts the token on the clipboard of the system', async ({ app, window }) => {
  const { button } = places(window)
  await button('Request token').click()
  await button('Copy token').click()
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/)
})

test('the token inspector reads a pasted token to the last digit, and says where a broken one breaks', async ({
  window,
}) => {
  const { button, region, link, field } = places(window)
  const segment = (text: string) => Buffer.from(text).toString('base64url')
  await link('Token inspector').click()
  await field('Token').fill(`Bearer ${segment('{"alg":"RS256"}')}.${segment('{"n":12345678901234567890,"n":1.10}')}.AA`)
  await button('Inspect').click()
  await expect(region('Claims')).toContainText('12345678901234567890')
  await expect(region('Claims')).toContainText('duplicate')
  await expect(region('Claims')).toContainText('1.10')
  await field('Token').fill('eyJhbGciOiJSUzI1NiJ9.e!.AA')
  await button('Inspect').click()
  await expect(window.getByText('Malformed token: claims, character 23.')).toBeVisible()
})

test('no screen has an accessibility violation, light or dark', async ({ window }) => {
  test.slow()
  const { button, field, region, tab, link, openSection } = places(window)
  const violations: string[] = []
  const look = async (...where: LookAt) => violations.push(...(await barriersIn(window, ...where)))
  await link('Settings').click()
  const choose = (theme: string) =>
    window.getByRole('radiogroup', { name: 'Theme' }).getByText(theme, { exact: true }).click()
  await choose('Dark')
  await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await choose('As the system')
  await look('Settings', 'body')
  await openOwnSandbox(window)
  await button('Request token').click()
  await button('Verify').click()
  await window.getByRole('heading', { name: /^Verification: / }).waitFor()
  await look('Token', 'body')
  await tab('Configure').click()
  for (const section of ['Request', 'Tokens', 'Network', 'Notes']) {
    await openSection(section)
    await look(`Configure, ${section}`, '.main', ['light'])
  }
  await openSection('Server and client')
  await button('Discover').click()
  await region('Metadata').waitFor()
  await button('Show keys').click()
  await region('Published keys').waitFor()
  await button('Show metadata').click()
  await button('Test connection').click()
  await expect(region('Connection')).toContainText('Works')
  await look('Configure')
  for (const name of ['Introspection', 'API calls']) {
    await tab(name).click()
    await look(name)
  }
  await button('New environment').click()
  // Its colours are those of the form with errors, which is looked at in the dark too.
  await look('New environment', '.main', ['light'])
  await field('Scopes').fill('api:"read"')
  await button('Save').click()
  await look('New environment, with errors')
  expect(violations).toEqual([])
})
