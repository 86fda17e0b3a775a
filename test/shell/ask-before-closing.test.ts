import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { askBeforeClosing } from '../../electron/shell/ask-before-closing.ts'
import { closingOf } from '../../electron/shell/closing.ts'

/** A window whose page holds something unsaved, and what the person answers when it is asked to close. */
function windowWith(answer: boolean) {
  const window = new EventEmitter()
  const page = new EventEmitter()
  const closing = closingOf(window)
  let isLetGo = false
  askBeforeClosing(page, () => answer, closing.stays)
  return {
    close: () => window.emit('close'),
    ask: () => page.emit('will-prevent-unload', { preventDefault: () => (isLetGo = true) }),
    isLetGo: () => isLetGo,
    isClosing: closing.isUnderWay,
  }
}

test('a window with unsaved changes stays unless the person wants it closed anyway', () => {
  for (const answer of [true, false]) {
    const { ask, isLetGo } = windowWith(answer)
    ask()
    expect(isLetGo()).toBe(answer)
  }
})

test('a window is being closed from when it is asked to, until the person keeps editing', () => {
  for (const answer of [true, false]) {
    const { ask, close, isClosing } = windowWith(answer)
    expect(isClosing()).toBe(false)
    close()
    expect(isClosing()).toBe(true)
    ask()
    expect(isClosing()).toBe(answer)
    close()
    expect(isClosing()).toBe(true)
  }
})
