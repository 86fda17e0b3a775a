import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../../support/shared-app.ts'

// Names below localhost are known to Chromium: nobody is asked for them.
test('no link of the window has a name looked up', async ({ app, window, profile }) => {
  const file = path.join(profile, 'net-log.json')
  await app.evaluate(({ session }, to) => session.defaultSession.netLog.startLogging(to), file)
  await window.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'prerender', 'modulepreload', 'manifest']) {
            const link = document.createElement('link')
            link.rel = rel
            link.href = `https://${rel}.localhost/`
            document.head.append(link)
          }
          const anchor = document.createElement('a')
          anchor.href = 'https://anchor.localhost/'
          anchor.ping = 'https://ping.localhost/'
          document.body.append(anchor)
          anchor.click()
          setTimeout(resolve, 1000)
        })
      }),
  )
  // What main asks for comes after all that the window asked for, and shows that the log would have had it.
  await app.evaluate(({ session }) => session.defaultSession.resolveHost('control.localhost'))
  await app.evaluate(({ session }) => session.defaultSession.netLog.stopLogging())
  expect(new Set(readFileSync(file, 'utf8').match(/(?<![\w-])[\w-]+\.localhost/g))).toEqual(
    new Set(['control.localhost']),
  )
})
