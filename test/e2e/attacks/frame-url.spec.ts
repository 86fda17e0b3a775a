import { expect, test } from '../../support/shared-app.ts'

for (const url of ['about:blank', 'about:blank#app://ui/', 'about:blank?app://ui/']) {
  test(`a page that left for ${url} is not answered, though it has the same origin`, async ({ app, window }) => {
    const reply = await app.evaluate(async ({ BrowserWindow }, blank) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (contents === undefined) return null
      // Left alone, it would be back before it could ask.
      const place = contents.getURL()
      const listeners = contents.rawListeners('did-navigate')
      contents.removeAllListeners('did-navigate')
      const left = new Promise((resolve) => contents.once('did-navigate', resolve))
      await contents.executeJavaScript(`setTimeout(() => { location.href = ${JSON.stringify(blank)} })`)
      await left
      const asked: unknown = await contents.executeJavaScript("ccx.about('left', undefined)")
      await contents.loadURL(place)
      for (const listener of listeners)
        contents.on('did-navigate', (...given) => Reflect.apply(listener, contents, given))
      return asked
    }, url)
    expect(reply).toMatchObject({ ok: false, code: 'forbidden' })
    // The next test asks this window, which has to be back.
    await window.getByRole('heading', { level: 1 }).waitFor()
  })
}

test('a window whose page left for about:blank comes back', async ({ app, window }) => {
  await window.getByRole('heading', { level: 1 }).waitFor()
  await window.evaluate(() => setTimeout(() => (location.href = 'about:blank')))
  const about = (): Promise<unknown> =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const page = "document.querySelector('h1') === null ? null : ccx.about('back', undefined)"
      const asked = contents?.executeJavaScript(page).then((reply: unknown) => [contents.getURL().split('#')[0], reply])
      // A page that leaves while it is asked never answers.
      return Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 2000))])
    })
  await expect.poll(about).toMatchObject(['app://ui/', { ok: true }])
})
