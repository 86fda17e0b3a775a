import { expect, test } from '../support/electron.ts'

for (const theme of ['light', 'dark'] as const) {
  test(`pictures of the main path, ${theme}`, async ({ window, renewPicture }) => {
    await window.getByRole('link', { name: 'Settings' }).click()
    await window
      .getByRole('radiogroup', { name: 'Theme' })
      .getByText(theme === 'light' ? 'Light' : 'Dark')
      .click()
    await window.getByRole('link', { name: 'Sandbox', exact: true }).click()
    await window.getByRole('button', { name: 'Request token' }).click()
    await window.getByRole('button', { name: 'Verify' }).click()
    await expect(window.getByRole('region', { name: 'Verification' })).toContainText('genuine')
    await renewPicture(`token-${theme}`)
    await window.getByRole('tab', { name: 'Introspection' }).click()
    await window.getByRole('button', { name: 'Introspect' }).click()
    await expect(window.getByText('The token is active')).toBeVisible()
    await renewPicture(`introspection-${theme}`)
    await window.getByRole('tab', { name: 'Token' }).click()
    await window.getByRole('button', { name: 'Revoke' }).click()
    await expect(window.getByText('Revocation accepted.')).toBeVisible()
    await window.getByRole('tab', { name: 'API calls' }).click()
    await window.getByRole('button', { name: 'Send' }).click()
    await expect(window.getByRole('region', { name: 'API response' })).toContainText('validates offline')
    await renewPicture(`api-call-${theme}`)
    await window.getByRole('tab', { name: 'Configure' }).click()
    await renewPicture(`configure-${theme}`)
  })
}
