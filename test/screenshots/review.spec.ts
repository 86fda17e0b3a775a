import { outdatedMajor } from '../../electron/common/electron-major.ts'
import { expect, test } from '../support/electron.ts'
import { places } from '../support/places.ts'

for (const theme of ['light', 'dark'] as const) {
  test(`pictures of the review, ${theme}`, async ({ app, window, renewPicture }) => {
    const { button, link, tab } = places(window)
    // Said of the runtime that the pictures are taken on, not of the app.
    const version = await app.evaluate(() => process.versions.electron)
    if (outdatedMajor(version) !== null) await button('Hide until you quit').click()
    await link('Settings').click()
    await window
      .getByRole('radiogroup', { name: 'Theme' })
      .getByText(theme === 'light' ? 'Light' : 'Dark')
      .click()
    await window.getByRole('checkbox', { name: 'Wrong audience accepted', exact: true }).check()
    await link('Sandbox').click()
    await button('Request token').click()
    await button('Verify').click()
    await tab('Review').click()
    await window.getByRole('button', { name: /^Run \d+ probes…$/ }).click()
    const dialog = window.getByRole('dialog', { name: 'Run probes' })
    await dialog.getByRole('textbox', { name: 'Other audience' }).fill('urn:sandbox:reports')
    await renewPicture(`probes-${theme}`)
    await dialog.getByRole('button', { name: /^Send \d+ requests$/ }).click()
    await expect(window.getByText(/^Sent \d+ requests\.$/)).toBeVisible()
    await window
      .getByRole('group', { name: 'Practices' })
      .getByRole('button')
      .filter({ hasText: 'Always validate tokens' })
      .click()
    // It covers what was found, and goes by itself.
    await expect(window.getByText(/^Sent \d+ requests\.$/)).toBeHidden()
    await renewPicture(`review-${theme}`)
  })
}
