import { wordlist } from '@scure/bip39/wordlists/english.js'
import { describe, expect, it } from 'vitest'
import { passphraseSchema } from '../../../electron/contract/secret-storage.ts'
import { newPassphraseWords } from '../../../electron/core/shared-file/passphrase-words.ts'

describe('the words', () => {
  it('are 2,048, all different in their first four letters, and easy to type', () => {
    expect(wordlist).toHaveLength(2048)
    expect(new Set(wordlist.map((word) => word.slice(0, 4))).size).toBe(2048)
    for (const word of wordlist) expect(word).toMatch(/^[a-z]{3,8}$/)
  })
})

describe('a passphrase of words', () => {
  it('is six of them, joined by hyphens, and long enough to be taken as a passphrase', () => {
    const words = newPassphraseWords().split('-')
    expect(words).toHaveLength(6)
    for (const word of words) expect(wordlist).toContain(word)
    expect(passphraseSchema.safeParse(newPassphraseWords(() => 4)).success).toBe(true)
    expect(Math.min(...wordlist.map((word) => word.length)) * 6 + 5).toBeGreaterThanOrEqual(12)
  })
  it('asks for each word out of all of them', () => {
    const asked: number[] = []
    const draws = [0, 2047, 1, 1024, 0, 2047]
    const passphrase = newPassphraseWords((below) => {
      asked.push(below)
      return draws[asked.length - 1] ?? 0
    })
    expect(asked).toStrictEqual(Array.from({ length: 6 }, () => 2048))
    expect(passphrase).toBe('abandon-zoo-ability-length-abandon-zoo')
  })
  it('is another each time, and has every word equally often in every place', () => {
    const count = 20_000
    const all = Array.from({ length: count }, () => newPassphraseWords())
    expect(new Set(all).size).toBe(count)
    for (let place = 0; place < 6; place += 1) {
      const counts = new Map<string, number>()
      for (const passphrase of all) {
        const word = passphrase.split('-')[place] ?? ''
        counts.set(word, (counts.get(word) ?? 0) + 1)
      }
      // Chi-squared of 2,047 degrees of freedom: its mean, and ten standard deviations either way.
      const expected = count / 2048
      const score = wordlist.reduce((sum, word) => sum + ((counts.get(word) ?? 0) - expected) ** 2 / expected, 0)
      expect(Math.abs(score - 2047)).toBeLessThan(10 * Math.sqrt(2 * 2047))
    }
  })
})
