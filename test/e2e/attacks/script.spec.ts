import { expect, test } from '../../support/shared-app.ts'

// The attempts run from a timer: what Playwright evaluates itself is exempt from the page's policy.

test('text does not become script', async ({ window }) => {
  // Its one policy is made with the page's first script.
  await window.getByRole('heading', { level: 1 }).waitFor()
  const refused = await window.evaluate(
    () =>
      new Promise<Record<string, boolean>>((resolve) => {
        setTimeout(() => {
          const throws = (attempt: () => unknown): boolean => {
            try {
              attempt()
              return false
            } catch {
              return true
            }
          }
          const text = 'globalThis.attacked = true'
          resolve({
            eval: throws(() => Reflect.get(globalThis, 'eval').call(null, text)),
            function: throws(() => Reflect.construct(Function, [text])),
            timer: throws(() => Reflect.apply(setTimeout, globalThis, [text])),
            script: throws(() => (document.createElement('script').text = text)),
            innerHTML: throws(() => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>')),
            insertAdjacent: throws(() => document.body.insertAdjacentHTML('beforeend', '<b>x</b>')),
            document: throws(() => document.write('<b>x</b>')),
            parser: throws(() => new DOMParser().parseFromString('<b>x</b>', 'text/html')),
            frame: throws(() => (document.createElement('iframe').srcdoc = '<script>1</script>')),
            policy: throws(() => Reflect.get(globalThis, 'trustedTypes').createPolicy('mine', {})),
            again: throws(() => Reflect.get(globalThis, 'trustedTypes').createPolicy('default', {})),
          })
        })
      }),
  )
  expect(Object.entries(refused).filter(([, isRefused]) => !isRefused)).toEqual([])
})

test('an inline script, handler or javascript: link does not run, and tells nobody', async ({ window }) => {
  await window.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          const attempts: (() => void)[] = [
            () => {
              const script = document.createElement('script')
              script.append('globalThis.attacked = true')
              document.body.append(script)
            },
            () => {
              const button = document.createElement('button')
              button.setAttribute('onclick', 'globalThis.attacked = true')
              button.click()
            },
            () => {
              const link = document.createElement('a')
              link.href = 'javascript:globalThis.attacked = true'
              document.body.append(link)
              link.click()
            },
          ]
          for (const attempt of attempts) {
            try {
              attempt()
            } catch {
              // Refused at once is as good as refused when it would run.
            }
          }
          setTimeout(resolve, 300)
        })
      }),
  )
  expect(await window.evaluate(() => Reflect.get(globalThis, 'attacked'))).toBeUndefined()
})

test('the window has the calls, and nothing of Node or Electron', async ({ window }) => {
  const found = await window.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname']
    return names.filter((name) => name in globalThis)
  })
  expect(found).toEqual([])
  const kinds = await window.evaluate(() => Object.values(Reflect.get(globalThis, 'ccx')).map((value) => typeof value))
  expect(new Set(kinds)).toEqual(new Set(['function']))
})

test('the window is given no permission', async ({ window }) => {
  const got = await window.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    place: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        () => resolve('denied'),
      ),
    ),
    camera: await navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(
      () => 'given',
      () => 'denied',
    ),
    screen: await navigator.mediaDevices.getDisplayMedia().then(
      () => 'given',
      () => 'denied',
    ),
    clipboard: await navigator.clipboard.readText().then(
      () => 'given',
      () => 'denied',
    ),
  }))
  expect(got).toEqual({
    notifications: 'denied',
    place: 'denied',
    camera: 'denied',
    screen: 'denied',
    clipboard: 'denied',
  })
})
