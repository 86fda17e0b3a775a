import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { armorOf, readArmor } from '../../../electron/core/shared-file/age-armor.ts'
import { ageKindOf, decryptWith, encryptTo, isUsableRecipient } from '../../../electron/core/shared-file/age.ts'

const identity = await generateX25519Identity()
const recipient = await identityToRecipient(identity)
const stranger = await generateX25519Identity()
const secret = 'client_secret: Ünïcödé 🌍\n'

const toRecipients = async (text: string, ...recipients: string[]) =>
  (await encryptTo(text, { kind: 'recipients', recipients })).join('\n')

/** As somebody else's program would, and with so little work that a test may do it often. */
async function toPassphrase(text: string | Uint8Array, passphrase: string, workFactor = 2): Promise<string> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(workFactor)
  return armorOf(await encrypter.encrypt(text)).join('\n')
}

/** The armor of a file with this header, whose MAC is wrong. */
const withHeader = (...lines: string[]) =>
  armorOf(Buffer.from(['age-encryption.org/v1', ...lines, `--- ${'A'.repeat(43)}`, 'x'.repeat(80)].join('\n'))).join(
    '\n',
  )

const body = 'A'.repeat(43)
const salt = 'AAAAAAAAAAAAAAAAAAAAAA'

const armor = await toRecipients(secret, recipient)
const file = readArmor(armor) ?? Buffer.alloc(0)
const passphraseArmor = await toPassphrase(secret, 'right horse')

describe('row I5: what was encrypted to a recipient', { timeout: 60_000 }, () => {
  it('does not open with the key of another', async () => {
    const result = await decryptWith(armor, { identity: stranger })
    expect(result).toMatchObject({ problem: { code: 'wrong_identity' } })
  })
  it('does not open at all once one character of its armor is another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(armor.length - 1), fc.string({ minLength: 1, maxLength: 1 }), async (at, other) => {
        fc.pre(armor[at] !== other)
        const changed = armor.slice(0, at) + other + armor.slice(at + 1)
        expect(await decryptWith(changed, { identity })).toMatchObject({ ok: false })
      }),
      { numRuns: 300 },
    )
  })
  it('does not open at all once one byte of the file is another', async () => {
    for (let at = 0; at < file.length; at += 2) {
      const changed = Buffer.from(file)
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      expect(await decryptWith(armorOf(changed).join('\n'), { identity })).toMatchObject({ ok: false })
    }
  })
  it('does not open at all once it is cut short, wherever', async () => {
    for (let length = 0; length < armor.length; length += 5)
      expect(await decryptWith(armor.slice(0, length), { identity })).toMatchObject({
        ok: false,
        problem: { code: 'encrypted_damaged' },
      })
    for (let length = 0; length < file.length; length += 1)
      expect(await decryptWith(armorOf(file.subarray(0, length)).join('\n'), { identity })).toMatchObject({
        ok: false,
        problem: { code: 'encrypted_damaged' },
      })
  })
  it('does not open at all once a whole chunk of 64 KiB is cut off, swapped or given twice', async () => {
    const long = readArmor(await toRecipients('x'.repeat(3 * 65536), recipient)) ?? Buffer.alloc(0)
    const chunk = 65536 + 16
    const [head, first, second, third] = [
      long.subarray(0, -3 * chunk),
      long.subarray(-3 * chunk, -2 * chunk),
      long.subarray(-2 * chunk, -chunk),
      long.subarray(-chunk),
    ]
    const opens = async (...parts: Uint8Array[]) =>
      (await decryptWith(armorOf(Buffer.concat(parts)).join('\n'), { identity })).ok
    expect(await opens(head, first, second, third)).toBe(true)
    expect(await opens(head, first, second)).toBe(false)
    expect(await opens(head, first, third)).toBe(false)
    expect(await opens(head, second, first, third)).toBe(false)
    expect(await opens(head, first, second, third, third)).toBe(false)
    expect(await opens(head, first, second, third, Buffer.from('x'))).toBe(false)
  })
})

describe('row I5: what was encrypted to a passphrase', { timeout: 60_000 }, () => {
  it('does not open with another one, and says that it is the passphrase', async () => {
    const result = await decryptWith(passphraseArmor, { passphrase: 'wrong horse' })
    expect(result).toMatchObject({ problem: { code: 'wrong_passphrase' } })
    expect(JSON.stringify(result)).not.toContain('horse')
  })
  it('does not open at all once one byte of the file is another', async () => {
    const bytes = readArmor(passphraseArmor) ?? Buffer.alloc(0)
    const workFactorAt = bytes.indexOf(' 2\n') + 1
    for (let at = 0; at < bytes.length; at += 7) {
      // Here a change of one bit is a request for 2^3 or 2^6 of work, which is done and opens nothing.
      if (at === workFactorAt) continue
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await decryptWith(armorOf(changed).join('\n'), { passphrase: 'right horse' })).toMatchObject({ ok: false })
    }
  })
  it('does not open with a key, nor a file for a key with a passphrase', async () => {
    expect(await decryptWith(passphraseArmor, { identity })).toMatchObject({
      problem: { code: 'wrong_identity' },
    })
    expect(await decryptWith(armor, { passphrase: 'right horse' })).toMatchObject({
      problem: { code: 'wrong_passphrase' },
    })
  })
})

describe('a file that is made to do harm', { timeout: 60_000 }, () => {
  it.each(['21', '40', '63', '99999999999999999999999999999999'])(
    'is refused at once, and named, when it asks for the work of 2^%s',
    async (workFactor) => {
      const result = await decryptWith(withHeader(`-> scrypt ${salt} ${workFactor}`, body), { passphrase: 'x' })
      expect(result).toMatchObject({ problem: { evidence: { asked: workFactor.slice(0, 20) } } })
    },
  )
  it.each([
    ['no work factor', [`-> scrypt ${salt}`, body]],
    ['a work factor of nothing', [`-> scrypt ${salt} 0`, body]],
    ['a work factor with a zero before it', [`-> scrypt ${salt} 02`, body]],
    ['a work factor that is not whole', [`-> scrypt ${salt} 2.5`, body]],
    ['a work factor in the manner of programs', [`-> scrypt ${salt} 1e1`, body]],
    ['something after the work factor', [`-> scrypt ${salt} 2 2`, body]],
    ['a short salt', [`-> scrypt ${salt.slice(0, -4)} 2`, body]],
    ['a salt with padding', [`-> scrypt ${salt}== 2`, body]],
    ['a long body', [`-> scrypt ${salt} 2`, 'A'.repeat(64), '']],
    ['two passphrases', [`-> scrypt ${salt} 2`, body, `-> scrypt ${salt} 2`, body]],
    ['a passphrase and a key', [`-> scrypt ${salt} 2`, body, `-> X25519 ${body}`, body]],
  ])('is damaged when it has %s', async (_, lines) => {
    const result = await decryptWith(withHeader(...lines), { passphrase: 'x' })
    expect(result).toMatchObject({ ok: false, problem: { code: 'encrypted_damaged' } })
  })
  it('is damaged when its share gives no key', async () => {
    const nothing = await decryptWith(withHeader(`-> X25519 ${'A'.repeat(43)}`, body), { identity })
    expect(nothing).toMatchObject({ ok: false, problem: { code: 'encrypted_damaged' } })
  })
  it('is refused when it is larger than 64 MiB', async () => {
    const result = await decryptWith('A'.repeat((64 << 20) + 1), { identity })
    expect(result).toMatchObject({ ok: false, problem: { code: 'encrypted_too_large', evidence: { mebibytes: 64 } } })
  })
  it('is refused when its header goes on beyond 32 KiB, in many stanzas or in one', async () => {
    const many = Array.from({ length: 1000 }, () => [`-> X25519 ${body}`, body]).flat()
    const long = ['-> long', ...Array.from({ length: 1000 }, () => 'A'.repeat(64)), '']
    for (const lines of [many, long, [`-> ${'a '.repeat(20_000)}`]]) {
      const result = await decryptWith(withHeader(...lines), { identity })
      expect(result).toMatchObject({ ok: false, problem: { code: 'header_too_large', evidence: { kibibytes: 32 } } })
    }
  })
  it('is damaged when what was encrypted is not text', async () => {
    const bytes = await toPassphrase(new Uint8Array([0x61, 0xff, 0xfe]), 'right horse')
    expect(await decryptWith(bytes, { passphrase: 'right horse' })).toMatchObject({
      ok: false,
      problem: { code: 'encrypted_damaged' },
    })
  })
  it('never fails in another way, no matter which text it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.string(), async (bytes, text) => {
        const headed = Buffer.concat([Buffer.from('age-encryption.org/v1\n-> X25519 '), bytes])
        for (const input of [text, armorOf(bytes).join('\n'), armorOf(headed).join('\n')])
          expect(await decryptWith(input, { identity })).toMatchObject({ ok: false })
      }),
    )
  })
})

describe('encrypting', { timeout: 60_000 }, () => {
  it('gives back the text to every recipient, and to nobody else', async () => {
    const other = await generateX25519Identity()
    const both = await toRecipients(secret, recipient, await identityToRecipient(other), recipient)
    expect(await decryptWith(both, { identity })).toStrictEqual({ ok: true, text: secret })
    expect(await decryptWith(both, { identity: other })).toStrictEqual({ ok: true, text: secret })
    expect(await decryptWith(both, { identity: stranger })).toMatchObject({ problem: { code: 'wrong_identity' } })
  })
  it('gives back any text, to the last character', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect(await decryptWith(await toRecipients(text, recipient), { identity })).toStrictEqual({ ok: true, text })
      }),
      { numRuns: 30 },
    )
    for (const text of ['', '\ufeff{}', 'x'.repeat(65536), 'x'.repeat(65537)])
      expect(await decryptWith(await toRecipients(text, recipient), { identity })).toStrictEqual({ ok: true, text })
  })
  it('leaves nothing of the text in the armor', async () => {
    const lines = await encryptTo(secret, { kind: 'recipients', recipients: [recipient] })
    expect(Buffer.from(lines.slice(1, -1).join(''), 'base64').includes('client_secret')).toBe(false)
  })
  it('fails for a recipient that is none, rather than leave it out', async () => {
    const wrong = `${recipient.slice(0, -1)}${recipient.endsWith('q') ? 'p' : 'q'}`
    await expect(toRecipients(secret, recipient, wrong)).rejects.toThrow(/checksum/i)
    expect(await isUsableRecipient(recipient)).toBe(true)
    expect(await isUsableRecipient(wrong)).toBe(false)
    expect(await isUsableRecipient('')).toBe(false)
  })
  it('does the work for a passphrase while the rest goes on, and opens with it in either form of Unicode', async () => {
    const decomposed = 'Zu\u0308rich-Gene\u0300ve'
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 1)
    const lines = await encryptTo(secret, { kind: 'passphrase', passphrase: decomposed })
    clearInterval(timer)
    expect(turns).toBeGreaterThan(10)
    expect(readArmor(lines.join('\n'))?.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/)
    expect(await decryptWith(lines.join('\n'), { passphrase: decomposed })).toStrictEqual({ ok: true, text: secret })
  })
  it('opens what another program encrypted to a passphrase that is not in composed form', async () => {
    const decomposed = 'Zu\u0308rich'
    const theirs = await toPassphrase(secret, decomposed)
    expect(await decryptWith(theirs, { passphrase: decomposed })).toStrictEqual({ ok: true, text: secret })
    expect(await decryptWith(theirs, { passphrase: decomposed.normalize('NFC') })).toMatchObject({ ok: false })
  })
})

describe('the kind of an age file', () => {
  it('is reported by its header', async () => {
    expect(ageKindOf(armor)).toBe('recipient')
    expect(ageKindOf(passphraseArmor)).toBe('passphrase')
    expect(ageKindOf(withHeader('-> ssh-ed25519 abcd', body))).toBe('recipient')
  })
  it('is null for what is no age file', () => {
    for (const text of ['', '{}', armor.slice(1), armor.slice(0, -1), armorOf(Buffer.from('hello')).join('\n')])
      expect(ageKindOf(text)).toBeNull()
  })
})
