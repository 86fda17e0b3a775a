import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { isRoot } from '../../support/unprivileged.ts'
import { expect, test } from '../../support/electron.ts'

test('S6: a second instance brings the first to the front, and ends', async ({ app, desktop, builtApp, profile }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const electron = process.env['CCX_ELECTRON'] ?? ''
  const program = isRoot ? join(import.meta.dirname, '../../support/electron-as-nobody.sh') : electron
  const second = spawn(program, [builtApp, `--user-data-dir=${profile}`], {
    env: { ...desktop.env, CCX_ELECTRON: electron },
    stdio: 'ignore',
    timeout: 60_000,
  })
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible())))
    .toEqual([true])
})

test('the place of the window and the theme are there after a restart', async ({ explorer }) => {
  const bounds = { x: 150, y: 80, width: 1010, height: 720 }
  const reply = await explorer.window.evaluate(() =>
    Reflect.get(globalThis, 'ccx').setPreferences('r', { theme: 'dark' }),
  )
  expect(reply).toMatchObject({ ok: true, value: { theme: 'dark' } })
  const shown = (): Promise<boolean | undefined> =>
    explorer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  await expect.poll(shown).toBe(true)
  await explorer.app.evaluate(({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place), bounds)
  await explorer.restart()
  const found = await explorer.app.evaluate(({ BrowserWindow, nativeTheme }) => ({
    bounds: BrowserWindow.getAllWindows()[0]?.getBounds(),
    theme: nativeTheme.themeSource,
  }))
  expect(found).toEqual({ bounds, theme: 'dark' })
})

test('a page whose process dies is loaded again, and may call as before', async ({ app }) => {
  const processOf = (): Promise<number | undefined> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId())
  const before = await processOf()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        return contents?.isCrashed() === false && !contents.isLoading()
      }),
    )
    .toBe(true)
  await expect.poll(processOf).not.toBe(before)
  const about = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript("ccx.about('after-crash', undefined)"),
  )
  expect(about).toMatchObject({ ok: true })
})
