import { expect, test } from '../../support/shared-app.ts'
import { openListener } from './listener.ts'

test('the window reaches no server, by any of the ways a page has', async ({ window }) => {
  const listener = await openListener()
  const refused = await window.evaluate(async (host) => {
    const fails = (attempt: Promise<unknown>): Promise<boolean> =>
      attempt.then(
        () => false,
        () => true,
      )
    const element = (name: string, set: (made: HTMLElement) => void): Promise<boolean> => {
      const made = document.createElement(name)
      const loaded = new Promise((resolve, reject) => {
        made.addEventListener('load', resolve)
        made.addEventListener('error', reject)
        setTimeout(reject, 1000)
      })
      try {
        set(made)
      } catch {
        return Promise.resolve(true)
      }
      document.body.append(made)
      return fails(loaded)
    }
    const answers = (source: EventTarget): Promise<unknown> =>
      new Promise((resolve, reject) => {
        for (const name of ['open', 'load']) source.addEventListener(name, resolve)
        source.addEventListener('error', reject)
      })
    const request = new XMLHttpRequest()
    request.open('GET', `http://${host}/xhr`)
    const requested = answers(request)
    request.send()
    navigator.sendBeacon(`http://${host}/beacon`)
    const link = document.createElement('a')
    link.href = `http://${host}/download`
    link.ping = `http://${host}/ping`
    link.download = 'x'
    link.click()
    return {
      fetch: await fails(fetch(`http://${host}/fetch`)),
      ownOrigin: await fails(fetch('app://ui/')),
      request: await fails(requested),
      socket: await fails(answers(new WebSocket(`ws://${host}/socket`))),
      events: await fails(answers(new EventSource(`http://${host}/events`))),
      transport: await fails(new WebTransport(`https://${host}/transport`).ready),
      preconnect: await element('link', (made) => {
        made.setAttribute('rel', 'preconnect')
        made.setAttribute('href', `http://${host}`)
      }),
      image: await element('img', (image) => image.setAttribute('src', `http://${host}/image.png`)),
      style: await element('link', (link) => {
        link.setAttribute('rel', 'stylesheet')
        link.setAttribute('href', `http://${host}/style.css`)
      }),
      script: await element('script', (script) => script.setAttribute('src', `http://${host}/script.js`)),
    }
  }, listener.host)
  expect(Object.entries(refused).filter(([, isRefused]) => !isRefused)).toEqual([])
  expect(listener.connections()).toBe(0)
  listener.close()
})

test('a page in a frame is not loaded', async ({ window }) => {
  const listener = await openListener()
  await window.evaluate((host) => {
    for (const url of [`http://${host}/frame`, 'app://ui/', 'data:text/html,frame']) {
      const frame = document.createElement('iframe')
      frame.src = url
      document.body.append(frame)
    }
  }, listener.host)
  await expect(async () => {
    const urls = window
      .frames()
      .slice(1)
      .map((frame) => frame.url())
    expect(urls.every((url) => url === '' || url.startsWith('about:') || url.startsWith('chrome-error:'))).toBe(true)
    expect(urls).toHaveLength(3)
  }).toPass()
  expect(listener.connections()).toBe(0)
  listener.close()
})
