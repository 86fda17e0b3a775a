import { expect, test } from 'vitest'
import { emptyBodySentence, statusSentence } from '../../electron/wording/http-status.ts'

test.each([
  [200, 'The request succeeded.'],
  [429, 'Too many requests; Retry-After may say how long to wait.'],
  [299, 'Not registered: a success of some kind.'],
  [499, 'Not registered: the server objects to the request.'],
  [999, 'Not a status of HTTP.'],
])('%i: %s', (status, sentence) => {
  expect(statusSentence(status)).toBe(sentence)
})

test('an answer without a body says why', () => {
  expect(emptyBodySentence('HEAD', 200)).toMatch(/^HEAD asks/)
  expect(emptyBodySentence('GET', 204)).toBe('An answer with status 204 has no body.')
  expect(emptyBodySentence('GET', 304)).toMatch(/the copy that you have is current/)
  expect(emptyBodySentence('GET', 200)).toBe('The answer has no body.')
})
