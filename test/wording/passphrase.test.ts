import { describe, expect, test } from 'vitest'
import { passphraseHint } from '../../electron/wording/passphrase.ts'

describe('a passphrase while it is typed', () => {
  test('says how much is missing', () => {
    expect(passphraseHint('')).toContain('At least 12')
    expect(passphraseHint('12345678901')).toBe('1 more character.')
    expect(passphraseHint('1234567890')).toBe('2 more characters.')
  })

  test('is not called good when it repeats a few characters', () => {
    expect(passphraseHint('aaaaaaaaaaaaaaaaaaaaaaaa')).toContain('easily guessed')
    expect(passphraseHint('correct horse battery staple')).toBe('Long enough.')
  })
})
