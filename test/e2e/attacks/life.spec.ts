import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { isRoot } from '../../support/unprivileged.ts'
import { test as alone } from '../../support/electron.ts'
import { expect, test } from '../../support/shared-app.ts'

test('S6: a second instance brings the first to the front, and ends', async ({ app, desktop, builtApp, explorer }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const electron = process.env['CCX_ELECTRON'] ?? ''
  const program = isRoot ? join(import.meta.dirname, '../../support/electron-as-nobody.sh') : electron
  const second = spawn(program, [builtApp, `--user-data-dir=${explorer.profile}`], {
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

alone('the place of the window, its zoom, the theme and the drawer are there after a restart', async ({ explorer }) => {
  const bounds = { x: 150, y: 80, width: 1010, height: 720 }
  const reply = await explorer.window.evaluate(() =>
    Reflect.get(globalThis, 'ccx').setPreferences('r', { theme: 'dark', drawerWidth: 420, isDrawerOpen: false }),
  )
  expect(reply).toMatchObject({ ok: true, value: { theme: 'dark' } })
  const shown = (): Promise<boolean | undefined> =>
    explorer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  await expect.poll(shown).toBe(true)
  await explorer.app.evaluate(({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place), bounds)
  await explorer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomLevel(1))
  await explorer.restart()
  const found = await explorer.app.evaluate(({ BrowserWindow, nativeTheme }) => ({
    bounds: BrowserWindow.getAllWindows()[0]?.getBounds(),
    theme: nativeTheme.themeSource,
  }))
  expect(found).toEqual({ bounds, theme: 'dark' })
  const zoom = () =>
    explorer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel())
  await expect.poll(zoom).toBe(1)
  await explorer.window.getByRole('button', { name: 'Show the exchange', exact: true }).click()
  const edge = explorer.window.getByRole('separator', { name: 'Width of the exchange' })
  await expect(edge).toHaveAttribute('aria-valuenow', '420')
})
