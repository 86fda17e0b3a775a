import { z } from 'zod'
import type { Page } from './devtools.ts'

/** As a paste does it: the text is in the box, and then the page is notified. What the clipboard itself takes is not counted. */
const pasted = (text: string, claim: string): string => `new Promise((done) => {
  const box = document.querySelector('textarea')
  const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[aria-label=Claims]')?.textContent.includes('${claim}')) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)))
  })
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  const started = performance.now()
  setValue.call(box, ${JSON.stringify(text)})
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
})`

/** Milliseconds from the paste of a text until this claim of its token is painted. */
export const pasteUntil = async (page: Page, text: string, claim: string): Promise<number> =>
  z.number().parse(await page.evaluate(pasted(text, claim)))
