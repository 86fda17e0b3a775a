import { expect, test } from 'vitest'
import { teller } from '../../../../electron/core/secrets/sources/told.ts'

test('what looks different from what it is becomes one plain line', () => {
  expect(teller([])('a\r\n\tb\u001b[31mc\u202ed\u200be')).toBe('a b [31mc d e')
})

test('a text is cut, after its secrets are masked', () => {
  const secret = 'a-secret-at-the-edge-of-the-cut'
  const told = teller([secret, undefined, ''])(`${'x '.repeat(140)}${secret} ${'y'.repeat(500)}`)
  expect(told.length).toBeLessThanOrEqual(301)
  expect(told).not.toContain('a-secret')
})
