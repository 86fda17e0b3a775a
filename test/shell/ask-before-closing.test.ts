import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { askBeforeClosing } from '../../electron/shell/ask-before-closing.ts'

/** Whether the page was let go although it holds something unsaved. */
function isLetGo(answer: boolean): boolean {
  const page = new EventEmitter()
  let letGo = false
  askBeforeClosing(page, () => answer)
  page.emit('will-prevent-unload', { preventDefault: () => (letGo = true) })
  return letGo
}

test('a window with unsaved changes stays unless the person wants it closed anyway', () => {
  expect(isLetGo(false)).toBe(false)
  expect(isLetGo(true)).toBe(true)
})
