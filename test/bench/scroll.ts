import { z } from 'zod'
import { newApiRequest, newCallLabel } from '../../electron/catalogue/new-api-request.ts'
import type { Page } from './devtools.ts'

const count = 2000

/** Saves 2,000 calls in 20 folders through the window's own calls, and opens their list by a reload. */
export async function openManyCalls(page: Page): Promise<void> {
  const request = { ...newApiRequest, url: 'https://api.example/orders' }
  await page.evaluate(`(async () => {
    for (let number = 0; number < ${count}; number += 1) {
      const label = { ...${JSON.stringify(newCallLabel)}, name: 'Call ' + number, folder: 'Folder ' + (number % 20) }
      const call = { environmentId: 'sandbox', id: null, label, request: ${JSON.stringify(request)} }
      await ccx.saveApiCall(crypto.randomUUID(), call)
    }
    location.hash = '#/environments/sandbox/api-calls'
    isLeaving = true
    location.reload()
  })()`)
  await page.evaluate(`new Promise((done) => {
    const isThere = () => !('isLeaving' in globalThis) && document.querySelector('.call-scroller .call-row') !== null
    const look = () => isThere() ? done(true) : setTimeout(look, 20)
    look()
  })`)
}

/** Puts a plain list of the same rows, all of them, in the place of the page. */
export async function openPlainList(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    const scroller = document.createElement('div')
    scroller.className = 'call-scroller'
    scroller.style.cssText = 'height: 600px; overflow-y: auto; width: 248px'
    for (let number = 0; number < ${count}; number += 1) {
      const row = document.createElement('button')
      row.style.cssText = 'display: block; height: 28px; width: 100%'
      row.textContent = 'GET Call ' + number
      scroller.append(row)
    }
    document.body.replaceChildren(scroller)
  })()`)
}

const scrolled = `new Promise((done) => {
  const scroller = document.querySelector('.call-scroller')
  if (scroller.clientHeight === 0) throw new Error('The list is not shown.')
  const frames = 90
  let frame = 0
  let started = 0
  const step = (now) => {
    if (frame === 0) started = now
    if (frame === frames) return done((now - started) / frames)
    frame += 1
    scroller.scrollTop = (scroller.scrollTop + 112) % (scroller.scrollHeight - scroller.clientHeight)
    requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
})`

/** Milliseconds of a frame while the list scrolls by four rows in each; 16.7 is 60 frames a second. */
export const scrollFrame = async (page: Page): Promise<number> => z.number().parse(await page.evaluate(scrolled))
