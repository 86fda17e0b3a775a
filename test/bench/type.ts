import { z } from 'zod'
import type { Page } from './devtools.ts'

/** One more character at the end of the text field with this label, as a key does it, until it is painted. */
const typed = (label: string): string => `new Promise((done) => {
  const box = [...document.querySelectorAll('input')].find(({ labels }) => labels?.[0]?.textContent === '${label}')
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
  box.focus()
  const started = performance.now()
  setValue.call(box, box.value + 'x')
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: 'x' }))
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)))
})`

const workSchema = z.object({ ScriptDuration: z.number(), LayoutDuration: z.number(), RecalcStyleDuration: z.number() })

const workSoFar = async (page: Page): Promise<number> => {
  const { ScriptDuration, LayoutDuration, RecalcStyleDuration } = workSchema.parse(await page.metrics())
  return (ScriptDuration + LayoutDuration + RecalcStyleDuration) * 1000
}

/** Milliseconds of script, style and layout that one key takes, until it is painted. */
export async function typeKey(page: Page, label: string): Promise<number> {
  const before = await workSoFar(page)
  await page.evaluate(typed(label))
  return (await workSoFar(page)) - before
}
