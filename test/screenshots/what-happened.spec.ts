import { outdatedMajor } from '../../electron/common/electron-major.ts'
import { expect, test } from '../support/electron.ts'
import { addEnvironment, places } from '../support/places.ts'

for (const theme of ['light', 'dark'] as const) {
  test(`pictures of history, audit trail and activity, ${theme}`, async ({ app, window, renewPicture }) => {
    const { button, heading, link, tab } = places(window)
    // Said of the runtime that the pictures are taken on, not of the app.
    const version = await app.evaluate(() => process.versions.electron)
    if (outdatedMajor(version) !== null) await button('Hide until you quit').click()
    await link('Settings').click()
    await window
      .getByRole('radiogroup', { name: 'Theme' })
      .getByText(theme === 'light' ? 'Light' : 'Dark')
      .click()
    await addEnvironment(window, {
      name: 'Orders dev',
      token_endpoint: 'http://127.0.0.1:9/token',
      client_id: 'orders',
      client_secret: 'secret',
    })
    await button('Request token').click()
    await expect(tab('Token')).toHaveAttribute('aria-selected', 'true')
    await link('Sandbox').click()
    await tab('Flow').click()
    await button('Run flow').click()
    await expect(button('Run again')).toBeVisible()
    await tab('API calls').click()
    for (let sent = 0; sent < 3; sent += 1) {
      await button('Send').click()
      await expect(button('Send')).toBeEnabled()
    }
    await tab('Activity').click()
    await expect(window.getByText('Failures by cause')).toBeVisible()
    await renewPicture(`activity-${theme}`)
    await link('History').click()
    await window.getByRole('row', { name: /POST/ }).first().click()
    await renewPicture(`history-${theme}`)
    await link('Audit trail').click()
    await heading('Audit trail').waitFor()
    await window.getByRole('table').getByRole('button').first().click()
    await expect(window.getByText(/^Intact: /)).toBeVisible()
    await renewPicture(`audit-trail-${theme}`)
  })
}
