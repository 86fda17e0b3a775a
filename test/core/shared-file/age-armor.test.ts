import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { armorOf, readArmor } from '../../../electron/core/shared-file/age-armor.ts'
import { decryptWith, encryptTo } from '../../../electron/core/shared-file/age.ts'

const identity = await generateX25519Identity()
const secret = 'client_secret: Ünïcödé 🌍\n'
const recipients = [await identityToRecipient(identity)]
const armor = (await encryptTo(secret, { kind: 'recipients', recipients })).join('\n')

describe('armor', () => {
  it('may have CRLF, and white space around it, as mail programs like to give it', async () => {
    const mailed = `\r\n ${armor.replaceAll('\n', '\r\n')}\r\n\t\r\n`
    expect(await decryptWith(mailed, { identity })).toStrictEqual({ ok: true, text: secret })
  })
  it.each([
    ['lines of another length', (lines: string[]) => [lines[0], lines.slice(1, -1).join(''), lines.at(-1)]],
    ['an empty line', (lines: string[]) => [lines[0], '', ...lines.slice(1)]],
    ['a space in a line', (lines: string[]) => [lines[0], ` ${lines[1]}`, ...lines.slice(2)]],
    [
      'the alphabet of base64url',
      (lines: string[]) => lines.map((line, at) => (at === 1 ? `--__${line.slice(4)}` : line)),
    ],
    ['a text before it', (lines: string[]) => ['text', ...lines]],
    ['a text after it', (lines: string[]) => [...lines, 'text']],
    ['a second file after it', (lines: string[]) => [...lines, ...lines]],
    ['nothing in it', (lines: string[]) => [lines[0], lines.at(-1)]],
  ])('is not read with %s', async (_, change) => {
    expect(await decryptWith(change(armor.split('\n')).join('\n'), { identity })).toMatchObject({
      ok: false,
      problem: { code: 'encrypted_damaged' },
    })
  })
  it('is not read with stray bits or without padding', () => {
    const padded = armorOf(Buffer.from('a'))
    expect(padded[1]).toBe('YQ==')
    expect(readArmor(padded.join('\n'))?.toString()).toBe('a')
    for (const other of ['YR==', 'YQ=', 'YQ', 'YQ==='])
      expect(readArmor([padded[0], other, padded[2]].join('\n'))).toBeNull()
  })
})
