import { createHash, createPublicKey, generateKeyPairSync, sign as signBytes, verify as verifyBytes } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../../electron/core/shared-file/fingerprint.ts'
import { type FileSignature, type OwnSigningKey, sign, verify } from '../../../electron/core/shared-file/signature.ts'

function newOwnKey(name: string): OwnSigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    name,
    privateKey,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url'),
  }
}

const own = newOwnKey('Ada')
const text = '{\n  "name": "Zürich 🌍"\n}\n'
const signature = sign(text, own)

/** Of the group of Ed25519. @see RFC 8032 §5.1 */
const order = 2n ** 252n + 27742317777372353535851937790883648493n

/** Ed25519 writes its numbers with the lowest byte first. */
function reversed(bytes: Buffer): Buffer {
  return Buffer.from([...bytes].toReversed())
}

describe('a signature of a file', () => {
  it('is believed for the text, the name and the key that it was made with', () => {
    expect(signature).toMatchObject({ algorithm: 'Ed25519', author: 'Ada', publicKey: own.publicKey })
    expect(verify(text, signature)).toBe(true)
    expect(verify(text, sign(text, own))).toBe(true)
  })
  it('is not believed once a character of the text is another', () => {
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.string({ minLength: 1, maxLength: 1, unit: 'binary-ascii' }),
        (at, other) => {
          const changed = text.slice(0, at) + other + text.slice(at + 1)
          fc.pre(changed !== text)
          expect(verify(changed, signature)).toBe(false)
        },
      ),
    )
    expect(verify(text.slice(0, -1), signature)).toBe(false)
    expect(verify('', signature)).toBe(false)
  })
  it('is not believed under another name, so that nobody can put a name of theirs on it', () => {
    expect(verify(text, { ...signature, author: 'Eve' })).toBe(false)
    expect(verify(`x\n${text}`, { ...signature, author: 'Ada"\\n' })).toBe(false)
  })
  it('is not believed for another key', () => {
    expect(verify(text, { ...signature, publicKey: newOwnKey('Ada').publicKey })).toBe(false)
  })
  it('is not believed once a bit of it is another', () => {
    const bytes = Buffer.from(signature.value, 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(verify(text, { ...signature, value: changed.toString('base64url') })).toBe(false)
    }
  })
})

describe('a signature that is written in its own way', () => {
  const changes: [string, Partial<FileSignature>][] = [
    ['the value is padded', { value: `${signature.value}==` }],
    ['the value has a line feed', { value: `${signature.value}\n` }],
    ['the value is cut', { value: signature.value.slice(0, -2) }],
    ['the value is empty', { value: '' }],
    ['the value has stray bits at its end', { value: withStrayBits(signature.value) }],
    ['the value has an S that is not reduced', { value: withLargerS(signature.value) }],
    ['the key is padded', { publicKey: `${signature.publicKey}=` }],
    ['the key is hexadecimal', { publicKey: Buffer.from(signature.publicKey, 'base64url').toString('hex') }],
    ['the key is empty', { publicKey: '' }],
    ['the key has stray bits at its end', { publicKey: withStrayBits(signature.publicKey) }],
  ]
  it.each(changes)('is not believed when %s', (_, change) => {
    expect(verify(text, { ...signature, ...change })).toBe(false)
  })

  function withStrayBits(encoded: string): string {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    return encoded.slice(0, -1) + (alphabet[alphabet.indexOf(encoded.slice(-1)) + 1] ?? '')
  }

  /** The same signature with the order of the group added to its second half. @see RFC 8032 §5.1.7 */
  function withLargerS(encoded: string): string {
    const bytes = Buffer.from(encoded, 'base64url')
    const s = BigInt(`0x${reversed(bytes.subarray(32)).toString('hex')}`) + order
    const half = reversed(Buffer.from(s.toString(16).padStart(64, '0'), 'hex'))
    return Buffer.concat([bytes.subarray(0, 32), half]).toString('base64url')
  }
})

describe('a public key under which one signature would fit many texts', () => {
  // The points of small order, and their encodings that are not canonical; each with either sign.
  const encodings = [
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0100000000000000000000000000000000000000000000000000000000000000',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  ]
  it.each(encodings)('is refused: %s', (encoding) => {
    for (const sign of [0, 0x80]) {
      const key = Buffer.from(encoding, 'hex')
      key[31] = (key[31] ?? 0) | sign
      const publicKey = key.toString('base64url')
      // R the identity and S zero: BoringSSL believes it of many texts, or all; newer OpenSSL refuses such keys itself.
      const value = Buffer.concat([Buffer.from([1]), Buffer.alloc(63)]).toString('base64url')
      for (let count = 0; count < 32; count += 1)
        expect(verify(`text ${count}`, { algorithm: 'Ed25519', author: 'Eve', publicKey, value })).toBe(false)
    }
  })
})

describe('a public key that is one of the usual points plus one of small order', () => {
  it('is refused, though runtimes believe one signature in eight of its holder', () => {
    const { Point } = ed25519
    const torsion = Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05')
    const key = Buffer.from(Point.BASE.multiply(5n).add(torsion).toBytes())
    const publicKey = key.toString('base64url')
    const message = Buffer.from(`client-credentials-explorer/signature/v1\n"Eve"\n${publicKey}\n${text}`)
    const node = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
    let believedByNode = 0
    for (let nonce = 1n; nonce <= 100n; nonce += 1n) {
      const r = Buffer.from(Point.BASE.multiply(nonce).toBytes())
      const hash = createHash('sha512').update(r).update(key).update(message).digest()
      const s = (nonce + BigInt(`0x${reversed(hash).toString('hex')}`) * 5n) % order
      const value = Buffer.concat([r, reversed(Buffer.from(s.toString(16).padStart(64, '0'), 'hex'))])
      if (verifyBytes(null, message, node, value)) believedByNode += 1
      const signature = { algorithm: 'Ed25519', author: 'Eve', publicKey, value: value.toString('base64url') } as const
      expect(verify(text, signature)).toBe(false)
    }
    expect(believedByNode).toBeGreaterThan(0)
  })
})

describe('a text that UTF-8 has no bytes for', () => {
  it('is not signed, and no signature of another text is believed for it', () => {
    expect(() => sign('\ud800', own)).toThrow(RangeError)
    expect(verify('\ud800', sign('\ufffd', own))).toBe(false)
    expect(() => sign('', { ...own, name: '\udc00' })).toThrow(RangeError)
  })
})

describe('what is signed', () => {
  it('is the domain, the name, the key and the text, so that a signature for something else is none of ours', () => {
    const fixed = `client-credentials-explorer/signature/v1\n"Ada"\n${own.publicKey}\n${text}`
    expect(signature.value).toBe(signPlain(fixed))
    expect(verify(text, { ...signature, value: signPlain(text) })).toBe(false)
  })

  function signPlain(message: string): string {
    return signBytes(null, Buffer.from(message), own.privateKey).toString('base64url')
  }
})

describe('a fingerprint', () => {
  it('is ten groups of four digits, of the SHA-256 of the key as it is written', () => {
    expect(fingerprintOf('abc')).toBe('ba78 16bf 8f01 cfea 4141 40de 5dae 2223 b003 61a3')
  })
  it('is another for another key', () => {
    expect(fingerprintOf(own.publicKey)).not.toBe(fingerprintOf(newOwnKey('Ada').publicKey))
  })
})
