import path from 'node:path'
import { electronMajor } from '../../electron/common/electron-major.ts'
import { barriersIn } from '../support/barriers.ts'
import { expect, test } from '../support/electron.ts'
import { places } from '../support/places.ts'

test.describe('without the word of the tests that the keyring is theirs', () => {
  test.use({ appEnv: { CCX_TEST_KEYRING: '' } })

  test('an outdated Electron has no keyring: secrets stay for the session', async ({ app, window }) => {
    const { region, link } = places(window)
    const version = await app.evaluate(() => process.versions.electron)
    test.skip(Number.parseInt(version, 10) >= electronMajor, 'This Electron is not the test runtime.')
    await link('Settings').click()
    await expect(region('Secrets')).toContainText('There is no keyring that could protect secrets')
  })
})

test('an outdated Electron is named in the window until it is hidden', async ({ app, window }) => {
  const version = await app.evaluate(() => process.versions.electron)
  test.skip(Number.parseInt(version, 10) >= electronMajor, 'This Electron is not outdated.')
  const notice = window.getByRole('complementary', { name: 'Outdated Electron' })
  for (const { theme, width, height } of [
    { theme: 'light', width: 1000, height: 700 },
    { theme: 'dark', width: 1600, height: 1000 },
  ] as const) {
    await app.evaluate(
      ({ BrowserWindow }, place) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(place.width, place.height)
      },
      { width, height },
    )
    await window.emulateMedia({ colorScheme: theme })
    await expect(notice).toContainText(`Outdated Electron ${Number.parseInt(version, 10)}`)
    expect(await barriersIn(window, 'Outdated Electron', '.outdated-runtime', [theme])).toEqual([])
    await window.emulateMedia({ colorScheme: theme })
    const picture = process.env['CCX_PICTURES']
    if (picture !== undefined) await window.screenshot({ path: path.join(picture, `outdated-${theme}.png`) })
  }
  await notice.getByRole('button', { name: 'Hide until you quit' }).click()
  await expect(notice).toBeHidden()
})
