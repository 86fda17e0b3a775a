import { createHash, generateKeyPairSync } from 'node:crypto'
import { CompactEncrypt, generateKeyPair, importJWK, type JWK } from 'jose'
import { expect, test } from 'vitest'
import { checkSentence } from '../../../../electron/wording/checks/sentences.ts'
import { openJwe, readOpeningKeys } from '../../../../electron/core/token/decrypt/open.ts'
import { segment } from '../../../support/signed-tokens.ts'
import { jwe7520 } from '../../../support/vectors/rfc7520.ts'
import { keySet7520, keys7520, plaintext7520 } from '../../../support/vectors/rfc7520-keys.ts'

const content = new TextEncoder().encode('{"sub":"a"}')
const encrypt = (header: { alg: string; enc: string; zip?: 'DEF' }, key: CryptoKey | Uint8Array, text = content) =>
  new CompactEncrypt(text).setProtectedHeader(header).encrypt(key)

/** As when somebody types the key. */
function openWith(token: string, ...keys: (object | string)[]) {
  const materials = keys.flatMap((key) => readOpeningKeys(typeof key === 'string' ? key : JSON.stringify(key)))
  return openJwe(token, materials)
}

async function textOf(opened: ReturnType<typeof openJwe>): Promise<string> {
  const result = await opened
  return result.kind === 'opened' ? Buffer.from(result.content).toString() : `${result.kind}: ${result.reason}`
}

/** What comes out of the examples, where it is not the text that the others have. */
const others: Readonly<Record<string, string>> = { '§5.1': 'closed: encryption_rsa1_5', '§5.3': keySet7520 }

test.each(jwe7520)('RFC 7520 $name', async ({ name, compact }) => {
  const section = name.split(' ')[0] ?? ''
  expect(await textOf(openWith(compact, keys7520[section] ?? ''))).toBe(others[section] ?? plaintext7520)
})

const pbes2 = (p2c: string) =>
  `${segment(`{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2s":"8Q1SzinasR3xchYz6ZZcHA","p2c":${p2c}}`)}.${segment('a'.repeat(24))}.AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA`

test.each(['2147483648', '1000001', '1e400', '0', '-1', '1.5', '"8192"', 'null'])(
  'J6: p2c %s is refused at once, without work',
  async (p2c) => {
    expect(await openWith(pbes2(p2c), 'password')).toMatchObject({
      kind: 'closed',
      reason: 'p2c_out_of_range',
      evidence: { p2c },
    })
  },
)

test('J6: a compressed bomb is refused, and inflating stops at the cap', async () => {
  const key = Buffer.alloc(32, 1)
  const header = { alg: 'dir', enc: 'A256GCM', zip: 'DEF' } as const
  const bomb = await encrypt(header, key, new Uint8Array(64 << 20))
  expect(bomb.length).toBeLessThan(200_000)
  const jwk = { kty: 'oct', k: key.toString('base64url') }
  expect(await openWith(bomb, jwk)).toMatchObject({ kind: 'closed', reason: 'inflation_refused' })
  expect(await textOf(openWith(await encrypt(header, key), jwk))).toBe('{"sub":"a"}')
})

test('of a typed set every key is tried', async () => {
  const [one, other] = [1, 2].map((byte) => ({ kty: 'oct', k: Buffer.alloc(32, byte).toString('base64url') }))
  const token = await encrypt({ alg: 'dir', enc: 'A256GCM' }, Buffer.alloc(32, 2))
  expect(await textOf(openWith(token, { keys: [one, { kty: 'EC' }, other] }))).toBe('{"sub":"a"}')
  expect(await textOf(openWith(token, { keys: [one, one] }))).toBe('closed: no_key_fits')
})

const broken = (header: object | string, rest = '.AAAA.AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA') =>
  segment(header) + rest

test.each([
  ['another compression', broken({ alg: 'dir', enc: 'A256GCM', zip: 'GZIP' }), 'zip_unknown'],
  ['a name twice', broken('{"alg":"dir","alg":"RSA-OAEP","enc":"A256GCM"}'), 'header_duplicate_name'],
  ['an unknown crit', broken({ alg: 'dir', enc: 'A256GCM', crit: ['x'], x: 1 }), 'crit_unknown'],
  ['padding', broken({ alg: 'dir', enc: 'A256GCM' }, '.AAA=.AAAA.AA.AA'), 'segment_not_base64url'],
  ['four parts', broken({ alg: 'dir', enc: 'A256GCM' }, '.AA.AA.AA'), 'segment_count'],
  ['no enc', broken({ alg: 'dir' }), 'encryption_missing'],
  ['an unknown alg', broken({ alg: 'XX', enc: 'A256GCM' }), 'encryption_unsupported'],
  ['an unknown enc', broken({ alg: 'dir', enc: 'XX' }), 'encryption_unsupported'],
  ['RSA1_5', broken({ alg: 'RSA1_5', enc: 'A256GCM' }), 'encryption_rsa1_5'],
])('a JWE with %s stays closed, and the reason is reported', async (_name, token, reason) => {
  const closed = await openWith(token, { kty: 'oct', k: Buffer.alloc(32).toString('base64url') })
  expect(closed).toMatchObject({ kind: 'closed', reason })
  expect(closed.kind === 'closed' && checkSentence(closed)).not.toBe(reason)
})

const secret = 'client secret'
const hashed = (hash: string, length: number) => createHash(hash).update(secret).digest().subarray(0, length)

test.each([
  ['dir', 'A128GCM', hashed('sha256', 16)],
  ['dir', 'A256GCM', hashed('sha256', 32)],
  ['dir', 'A192CBC-HS384', hashed('sha384', 48)],
  ['dir', 'A256CBC-HS512', hashed('sha512', 64)],
  ['A128KW', 'A256GCM', hashed('sha256', 16)],
  ['A256KW', 'A128CBC-HS256', hashed('sha256', 32)],
  ['A192GCMKW', 'A128GCM', hashed('sha256', 24)],
])('%s with %s is opened by a client secret as OpenID Connect Core §10.2 derives the key', async (alg, enc, key) => {
  const token = await encrypt({ alg, enc }, key)
  expect(await openJwe(token, [{ by: 'client_secret', secret }])).toMatchObject({ kind: 'opened', by: 'client_secret' })
  expect(await openWith(token, secret)).toMatchObject({ kind: 'opened', by: 'key' })
  expect(await openJwe(token, [{ by: 'client_secret', secret: 'another' }])).toMatchObject({ reason: 'no_key_fits' })
})

test('a secret of the right length is also taken as it is, and typed as base64url or hexadecimal', async () => {
  const key = Buffer.from('0123456789abcdefghijklmnopqrstuv')
  const token = await encrypt({ alg: 'A256KW', enc: 'A256GCM' }, key)
  expect(await openJwe(token, [{ by: 'client_secret', secret: key.toString() }])).toMatchObject({ kind: 'opened' })
  for (const text of [key.toString(), key.toString('base64url'), key.toString('hex')]) {
    expect(await textOf(openWith(token, text))).toBe('{"sub":"a"}')
  }
})

test.each(['RSA-OAEP', 'RSA-OAEP-256', 'RSA-OAEP-512'])(
  '%s is opened with a private key in PKCS#8 and PKCS#1',
  async (alg) => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const key = await importJWK(jwkOf(publicKey.export({ format: 'jwk' })), alg)
    const token = await encrypt({ alg, enc: 'A256GCM' }, key)
    for (const type of ['pkcs8', 'pkcs1'] as const) {
      const pem = privateKey.export({ format: 'pem', type }).toString()
      expect(await textOf(openWith(token, pem))).toBe('{"sub":"a"}')
    }
    expect(readOpeningKeys(publicKey.export({ format: 'pem', type: 'spki' }).toString())).toEqual([])
  },
)

test.each(['P-256', 'P-384', 'P-521'])(
  'ECDH-ES on %s is opened with a private key in PKCS#8, SEC 1 and a JWKS',
  async (crv) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: crv })
    const token = await encrypt(
      { alg: 'ECDH-ES+A256KW', enc: 'A128GCM' },
      await importJWK(jwkOf(publicKey.export({ format: 'jwk' })), 'ECDH-ES+A256KW'),
    )
    const forSigning = { ...privateKey.export({ format: 'jwk' }), use: 'sig' }
    const texts = [
      privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
      privateKey.export({ format: 'pem', type: 'sec1' }).toString(),
      JSON.stringify({ keys: [forSigning, { ...privateKey.export({ format: 'jwk' }), use: 'enc' }] }),
    ]
    for (const text of texts) expect(await textOf(openWith(token, text))).toBe('{"sub":"a"}')
  },
)

test('ECDH-ES on X25519 is opened', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ECDH-ES', { crv: 'X25519', extractable: true })
  const token = await encrypt({ alg: 'ECDH-ES', enc: 'A256GCM' }, publicKey)
  expect(await textOf(openWith(token, await crypto.subtle.exportKey('jwk', privateKey)))).toBe('{"sub":"a"}')
})

test('the first of several keys that fits opens it', async () => {
  const key = Buffer.alloc(32, 3)
  const token = await encrypt({ alg: 'dir', enc: 'A256GCM' }, key)
  const materials = [
    { by: 'private_key', jwk: jwkOf(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })) },
    { by: 'client_secret', secret },
    { by: 'key', jwk: { kty: 'oct', k: key.toString('base64url') } },
  ] as const
  expect(await openJwe(token, materials)).toMatchObject({ kind: 'opened', by: 'key' })
  expect(await openJwe(token, materials.slice(0, 2))).toMatchObject({ reason: 'no_key_fits' })
  expect(await openJwe(token, materials.slice(0, 1))).toMatchObject({ reason: 'opening_kind' })
  expect(await openJwe(token, [])).toMatchObject({ kind: 'closed', reason: 'no_key' })
})

test.each([
  ['use', { use: 'sig' }],
  ['alg', { alg: 'A128GCM' }],
  ['key_ops', { key_ops: ['sign'] }],
])('a key whose %s is for something else opens nothing', async (member, members) => {
  const key = Buffer.alloc(32, 3)
  const token = await encrypt({ alg: 'dir', enc: 'A256GCM' }, key)
  const closed = await openWith(token, { kty: 'oct', k: key.toString('base64url'), ...members })
  expect(closed).toMatchObject({ reason: 'key_unfit', evidence: { member } })
})

test('a secret of another length is reported with both lengths', async () => {
  const token = await encrypt({ alg: 'dir', enc: 'A256GCM' }, Buffer.alloc(32, 3))
  const jwk = { kty: 'oct', alg: 'A256GCM', k: Buffer.alloc(16).toString('base64url') }
  expect(await openWith(token, jwk)).toMatchObject({
    reason: 'opening_length',
    evidence: { bytes: '16', wanted: '32' },
  })
})

test.each(['', '{"kty":', '{"a":1}', '-----BEGIN PRIVATE KEY-----\nMIIE'])('%j opens nothing', (text) => {
  expect(readOpeningKeys(text)).toEqual([])
})

function jwkOf({ kty = '', ...members }: object & { kty?: string }): JWK {
  return { kty, ...members }
}
