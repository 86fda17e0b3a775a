import { readdirSync } from 'node:fs'
import { expect, test } from '../../support/shared-app.ts'
import { openListener } from './listener.ts'

test('the window goes nowhere', async ({ app, window }) => {
  const listener = await openListener()
  const targets = [
    `http://${listener.host}/`,
    'file:///etc/passwd',
    'data:text/html,gone',
    'app://ui/assets/x.html',
    'app://other/',
  ]
  for (const target of targets) {
    await window.evaluate((url) => {
      const link = document.createElement('a')
      link.href = url
      document.body.append(link)
      link.click()
      setTimeout(() => location.assign(url))
    }, target)
    await window.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
    const url = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())
    expect(url?.split('#')[0]).toBe('app://ui/')
  }
  expect(listener.connections()).toBe(0)
  listener.close()
})

test('a form is not sent', async ({ window }) => {
  const listener = await openListener()
  await window.evaluate((host) => {
    const form = document.createElement('form')
    form.action = `http://${host}/form`
    form.method = 'post'
    document.body.append(form)
    form.submit()
    return new Promise((resolve) => setTimeout(resolve, 300))
  }, listener.host)
  expect(window.url()).toMatch(/^app:\/\/ui\/(#|$)/)
  expect(listener.connections()).toBe(0)
  listener.close()
})

test('the window opens no other, and embeds no webview', async ({ app, window }) => {
  const opened = await window.evaluate(() => {
    const webview = document.createElement('webview')
    webview.setAttribute('src', 'data:text/html,guest')
    document.body.append(webview)
    return ['about:blank', 'app://ui/', 'https://example.invalid/'].map((url) => globalThis.open(url) === null)
  })
  expect(opened).toEqual([true, true, true])
  await window.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
  const open = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getType()),
  )
  expect(open).toEqual(['window'])
})

test('nothing is downloaded', async ({ app, window, profile }) => {
  await app.evaluate(({ session }) => {
    session.defaultSession.on('will-download', (event) =>
      Object.assign(globalThis, {
        downloads: [...(Reflect.get(globalThis, 'downloads') ?? []), event.defaultPrevented],
      }),
    )
  })
  await window.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'attack.txt'
    document.body.append(link)
    link.click()
  })
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'downloads'))).toEqual([true])
  expect(readdirSync(profile, { recursive: true }).filter((name) => String(name).includes('attack'))).toEqual([])
})
