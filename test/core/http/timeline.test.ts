import { expect, test } from 'vitest'
import { Timeline } from '../../../electron/core/http/timeline.ts'

const answeredBeforeWritten = (): Timeline => Object.assign(new Timeline(), { ready: 1, answered: 2 })

test('a request without a body that was answered was sent, also where Node did not say so yet', () => {
  expect(answeredBeforeWritten().written(false)).toBe('yes')
})

test('of a request with a body that was answered before it was written, a part at most was sent', () => {
  expect(answeredBeforeWritten().written(true)).toBe('partly')
})

test('a request without a body that was not answered may have been sent in part', () => {
  expect(Object.assign(new Timeline(), { ready: 1 }).written(false)).toBe('partly')
})
