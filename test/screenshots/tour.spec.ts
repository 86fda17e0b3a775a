import { outdatedMajor } from '../../electron/common/electron-major.ts'
import { expect, test } from '../support/electron.ts'
import { places, revealedToken } from '../support/places.ts'
import { pasteText } from '../support/shared-file.ts'
import { unsignedToken } from '../support/signed-token.ts'
import { ordersApi } from './orders-api.ts'

for (const theme of ['light', 'dark'] as const) {
  test(`pictures of the main path, ${theme}`, async ({ app, window, renewPicture }) => {
    const { button, field, link, region, tab } = places(window)
    // Said of the runtime that the pictures are taken on, not of the app.
    const version = await app.evaluate(() => process.versions.electron)
    if (outdatedMajor(version) !== null) await button('Hide until you quit').click()
    await link('Settings').click()
    await window
      .getByRole('radiogroup', { name: 'Theme' })
      .getByText(theme === 'light' ? 'Light' : 'Dark')
      .click()
    await link('Sandbox').click()
    await button('Run flow').click()
    await expect(button('Run again')).toBeVisible()
    await window.getByRole('treeitem', { selected: true }).press('Home')
    await expect(window.getByText('What can go wrong')).toBeVisible()
    await renewPicture(`flow-${theme}`)
    await button('Request token').click()
    await button('Verify').click()
    await expect(region('Verification')).toContainText('genuine')
    await renewPicture(`token-${theme}`)
    await tab('Introspection').click()
    await button('Introspect').click()
    await expect(region('Introspection response')).toContainText('The token is active')
    await renewPicture(`introspection-${theme}`)
    await tab('Token').click()
    const token = await revealedToken(window)
    await button('Revoke').click()
    await expect(window.getByText('Revocation accepted.')).toBeVisible()
    await tab('API calls').click()
    await button('Send').click()
    await expect(region('API response')).toContainText('validates offline')
    await renewPicture(`api-call-${theme}`)
    await tab('Configure').click()
    await renewPicture(`configure-${theme}`)
    await link('Token inspector').click()
    await field('Token').fill(`curl -H 'Authorization: Bearer ${token}' https://api.example/orders`)
    await button('Inspect').click()
    await button('Verify with it').click()
    await expect(window.getByRole('heading', { name: /^Verification: genuine/ })).toBeVisible()
    await field('Token').scrollIntoViewIfNeeded()
    await renewPicture(`inspector-${theme}`)
    await button('Compare…').click()
    await window.getByRole('combobox', { name: 'Right' }).fill('pasted')
    await window.getByRole('option', { name: 'A pasted token' }).click()
    await field('Right: pasted token').fill(laterToken(token))
    await window.getByRole('row', { name: /^tenant/ }).scrollIntoViewIfNeeded()
    await renewPicture(`compare-${theme}`)
    await button('Import').click()
    await pasteText(window, ordersApi)
    await expect(button('Import 2 environments and 9 calls')).toBeVisible()
    await renewPicture(`import-${theme}`)
  })
}

/** As if it was issued an hour later, with its scopes in another order, for another API and with a claim more. */
function laterToken(token: string): string {
  const claims: { iat: number; exp: number; scope: string } = JSON.parse(
    Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
  )
  const { iat, exp, scope } = claims
  const later = { iat: iat + 3600, exp: exp + 3600, scope: scope.split(' ').toReversed().join(' ') }
  return unsignedToken(JSON.stringify({ ...claims, ...later, aud: 'https://api.example', tenant: 'north' }))
}
