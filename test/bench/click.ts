import { z } from 'zod'
import type { Page } from './devtools.ts'

const clicked = (text: string): string => `new Promise((done) => {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Request token')
  const observer = new MutationObserver(() => {
    if (!document.body.textContent.includes('${text}')) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)))
  })
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  const started = performance.now()
  button.click()
})`

/** Milliseconds from the click on "Request token" until this text is painted. */
export const clickUntil = async (page: Page, text: string): Promise<number> =>
  z.number().parse(await page.evaluate(clicked(text)))
