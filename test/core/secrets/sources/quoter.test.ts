import { expect, test } from 'vitest'
import { quoter } from '../../../../electron/core/secrets/sources/quoter.ts'

test('what looks different from what it is becomes one plain line', () => {
  expect(quoter([])('a\r\n\tb\u001b[31mc\u202ed\u200be')).toBe('a b [31mc d e')
})

test('a text is cut, after its secrets are masked', () => {
  const secret = 'a-secret-at-the-edge-of-the-cut'
  const quoted = quoter([secret, undefined, ''])(`${'x '.repeat(140)}${secret} ${'y'.repeat(500)}`)
  expect(quoted.length).toBeLessThanOrEqual(301)
  expect(quoted).not.toContain('a-secret')
})
