import { inspectMaxCharacters } from '../../electron/vocabulary/limits.ts'
import { barriersIn } from '../support/barriers.ts'
import { expect, test } from '../support/shared-app.ts'
import { serve } from '../support/fault-server.ts'
import { pasteFromClipboard, places, revealedToken } from '../support/places.ts'
import { signer, unsignedToken, withChangedClaim } from '../support/signed-token.ts'

test('a token in a pasted curl command is found, and judged by the environment that has its issuer', async ({
  app,
  window,
  explorer,
}) => {
  const { button, region, link, field } = places(window)
  const verdict = window.getByRole('heading', { name: /^Verification: / })
  await button('Request token').click()
  const token = await revealedToken(window)

  await link('Token inspector').click()
  await expect(field('Token')).toBeFocused()
  await pasteFromClipboard(app, window, `curl -H 'Authorization: Bearer ${token}' https://api.example/orders`)
  await expect(window.getByText(/^Found in a curl command/)).toContainText(
    `JWS (signed JWT), ${token.length} characters`,
  )
  await expect(field('Token')).toBeFocused()
  await expect(region('Claims')).toContainText('"sandbox-jwt"')
  await button('Verify with it').click()
  await expect(verdict).toHaveText(/^Verification: genuine/)
  await expect(region('Verification')).toContainText('compared with “Sandbox”')

  await link('Sandbox').click()
  await link('Token inspector').click()
  await expect(field('Token')).toHaveValue(/^curl/)
  await expect(verdict).toHaveText(/^Verification: genuine/)

  await field('Token').fill(withChangedClaim(token, 'scope', 'admin'))
  await expect(region('Claims')).not.toContainText('"admin"')
  await field('Token').press('ControlOrMeta+Enter')
  await expect(region('Claims')).toContainText('"admin"')
  await button('Verify with it').click()
  await expect(verdict).toHaveText('Verification: not genuine')
  expect(explorer.consoleErrors).toEqual([])
})

test('an unknown issuer is asked for nothing before the person agrees to its address', async ({ window }) => {
  const { button, region, link, field } = places(window)
  const { sign, jwks } = signer()
  const asked: string[] = []
  const server = await serve((request, response) => {
    asked.push(request.url ?? '')
    const document = request.url === '/keys' ? jwks : { issuer: server.url, jwks_uri: `${server.url}/keys` }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document))
  })
  const exp = Math.floor(Date.now() / 1000) + 600
  await link('Token inspector').click()
  await field('Token').fill(sign({ iss: server.url, sub: 'client', aud: 'urn:api', exp }))
  await button('Inspect').click()
  await button('Get its keys from the issuer').click()
  await expect(region('Verification')).toContainText(`${server.url}/.well-known/openid-configuration`)
  expect(asked).toEqual([])

  await button('Ask the issuer').click()
  await expect(region('Verification')).toContainText(`Its keys are at ${server.url}/keys`)
  expect(asked).toEqual(['/.well-known/openid-configuration'])

  await button('Fetch keys and verify').click()
  await expect(region('Verification')).toContainText(`Key set of ${server.url}/keys, 1 key`)
  expect(asked).toEqual(['/.well-known/openid-configuration', '/keys'])
  await server.close()
})

test('a pasted key checks a token of nobody known, and is forgotten on leaving', async ({ window }) => {
  const { button, region, link, field } = places(window)
  const { sign, jwks } = signer()
  await link('Token inspector').click()
  await field('Token').fill(sign({ iss: 'urn:nowhere', exp: Math.floor(Date.now() / 1000) + 600 }))
  await button('Inspect').click()
  await expect(region('Verification')).toContainText('This is not a web address')
  await button('Another environment, or a key of your own').click()
  await field('Key').fill(JSON.stringify(jwks))
  await button('Verify with this key').click()
  await expect(region('Verification')).toContainText('Pasted key, 1 key')
  await link('Settings').click()
  await link('Token inspector').click()
  await button('Another environment, or a key of your own').click()
  await expect(field('Key')).toHaveValue('')
})

test('a text that is too large is not taken, and what was cleared comes back by undo', async ({
  app,
  window,
  explorer,
}) => {
  const { button, region, link, field } = places(window)
  const token = unsignedToken('{"html":"<img src=x onerror=alert(1)>","bidi":"\u202Egpj.exe"}')
  await link('Token inspector').click()
  await field('Token').click()
  await pasteFromClipboard(app, window, token)
  await expect(region('Claims')).toContainText('<img src=x onerror=alert(1)>')
  await expect(region('Claims')).toContainText('\\u{202e}gpj.exe')

  await pasteFromClipboard(app, window, 'x'.repeat(inspectMaxCharacters + 1))
  await expect(window.getByText('at most 4,194,304 are read')).toBeVisible()
  await expect(field('Token')).toHaveValue(token)

  await button('Clear').click()
  await expect(region('Claims')).toBeHidden()
  await expect(field('Token')).toBeFocused()
  await window.keyboard.press('ControlOrMeta+Z')
  await expect(field('Token')).toHaveValue(token)
  await expect(region('Claims')).toBeVisible()
  expect(explorer.consoleErrors).toEqual([])
})

test('of a token that is cut off, or whose claims are no JSON, what can be read is shown with the place where it breaks', async ({
  window,
}) => {
  const { button, region, link, field } = places(window)
  const inspect = async (text: string) => {
    await field('Token').fill(text)
    await button('Inspect').click()
  }
  const read = region('Claims, as far as they can be read')
  await link('Token inspector').click()
  const token = unsignedToken('{"iss":"https://id.example","exp":1795790566}')
  await inspect(token.slice(0, token.lastIndexOf('.') - 7))
  await expect(window.getByText('Broken: this is not a valid token')).toBeVisible()
  await expect(region('Header')).toContainText('"RS256"')
  await expect(read).toContainText('{"iss":"https://id.example","exp":17')
  await expect(read.locator('mark')).toHaveText('ends here')

  await inspect(unsignedToken('{"iss":"https://id.example",}'))
  await expect(read.locator('mark')).toHaveText('}')
  await expect(window.getByText(/^It breaks in the claims, at character/)).toBeVisible()
  await expect(region('Introspection')).toBeHidden()
})

test('the inspector has no accessibility violation, light or dark', async ({ window }) => {
  test.slow()
  const { button, region, link, field } = places(window)
  const violations: string[] = []
  const look = async (place: string) => violations.push(...(await barriersIn(window, place)))
  const inspect = async (text: string) => {
    await field('Token').fill(text)
    await button('Inspect').click()
  }
  await button('Request token').click()
  const token = await revealedToken(window)
  await link('Token inspector').click()
  await look('Nothing pasted')
  await inspect(token)
  await look('Issuer known')
  await button('Verify with it').click()
  await window.getByRole('heading', { name: /^Verification: / }).waitFor()
  await look('Verified')
  await inspect(unsignedToken('{"iss":"https://unknown.example"}'))
  await button('Get its keys from the issuer').click()
  await button('Another environment, or a key of your own').click()
  await window.getByLabel('Verify with', { exact: true }).selectOption('secret')
  await look('Issuer unknown')
  const jwe = unsignedToken('', { alg: 'RSA-OAEP-256', enc: 'A256GCM' }).split('.')[0]
  await inspect(`${jwe}.QUJD.QUJD.QUJD.QUJD`)
  await region('Encrypted for the API').waitFor()
  await look('Encrypted')
  expect(violations).toEqual([])
})
