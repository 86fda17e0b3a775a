import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, X509Certificate } from 'node:crypto'
import type { JWK } from 'jose'
import { expect, test } from 'vitest'
import { verdictReason } from '../../../../electron/wording/checks.ts'
import { checkSentence } from '../../../../electron/wording/checks/sentences.ts'
import { findingText } from '../../../../electron/wording/findings.ts'
import { checkOf, claims, keysOf, segment, verify } from '../../../support/signed-tokens.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const larger = generateKeyPairSync('rsa', { modulusLength: 3072 })
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' })
/** x begins with a zero byte, as that of one key of 256 does. */
const shortPointJwk = {
  kty: 'EC',
  x: 'AAFsNGsIvTdcB9ygW5RxvFNEeBGFV-X5SuxYL_Rk-iM',
  y: 'YweBglaCV1ZwsD-bWTKs6VvNRCJpevt5vmcKjPQwMeU',
  crv: 'P-256',
  d: 'CAGgUIERitqpcxPGp5bcPqAldW_G1OpZgNFZrV7M3vk',
}

/** Self-signed for a test, with its key: CN=test, P-256. */
const certificate =
  'MIIBdDCCARugAwIBAgIUKhLFXNjTF65/OB3zSNyMetOvm60wCgYIKoZIzj0EAwIwDzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjgxNzEwMjdaGA8yMTI2MTEwNDE3MTAyN1owDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABDdgl7txsfHwFgNAN6+SI4xo2S8SBUgjj3Cvn8IR9EKMo2j43TLsokgLrmzLqKv9NRmEETgWeEnuf5e4jGejr0mjUzBRMB0GA1UdDgQWBBTndnvA9fz7Mf6Olad5FcPsJ3QSUzAfBgNVHSMEGDAWgBTndnvA9fz7Mf6Olad5FcPsJ3QSUzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIB/7vidXtmGYdmfM2cogp25t4RODMyg/HmQDUJ/eVO38AiASy6UtfW2XAxIWb9kLD8tNzmoeKTG+uP3aMroRcY/h4g=='
const certificateKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgI8Uh2SkUiHNjslWF
9f6PJ1xIkJVWGzI3hhqUpnbfTX2hRANCAAQ3YJe7cbHx8BYDQDevkiOMaNkvEgVI
I49wr5/CEfRCjKNo+N0y7KJIC65sy6ir/TUZhBE4FnhJ7n+XuIxno69J
-----END PRIVATE KEY-----
`

const hmac = Buffer.alloc(32, 7)

/** A signed token whose signature `change` makes another of. */
function made(alg: 'RS256' | 'ES256' | 'HS256', change = (bytes: Buffer) => bytes, header = {}, keys = { rsa, p256 }) {
  const input = `${segment({ alg, kid: 'k1', typ: 'at+jwt', ...header })}.${segment(claims)}`
  const bytes = {
    RS256: () => sign('sha256', Buffer.from(input), keys.rsa.privateKey),
    ES256: () => sign('sha256', Buffer.from(input), { key: keys.p256.privateKey, dsaEncoding: 'ieee-p1363' }),
    HS256: () => createHash('sha256').update(input).digest(),
  }[alg]()
  return `${input}.${change(bytes).toString('base64url')}`
}
const inDer = () => {
  const input = `${segment({ alg: 'ES256', kid: 'k1' })}.${segment(claims)}`
  return `${input}.${sign('sha256', Buffer.from(input), p256.privateKey).toString('base64url')}`
}
const jwkOf = (pair: typeof rsa, more: object = {}): JWK => ({
  ...pair.publicKey.export({ format: 'jwk' }),
  kid: 'k1',
  ...more,
})
const bytesIn = (jwk: JWK, name: 'n' | 'e' | 'x' | 'y') => Buffer.from(jwk[name] ?? '', 'base64url')

test('a signature in DER is named with its length, with keys and without', async () => {
  for (const keys of [keysOf(jwkOf(p256)), { kind: 'none', reason: 'keys_unreachable' } as const]) {
    const verified = await verify(inDer(), keys)
    expect(verified.verdict).toBe('not_genuine')
    const check = checkOf(verified, 'signature')
    expect(check).toMatchObject({
      result: 'failed',
      reason: 'signature_der',
      evidence: { alg: 'ES256', expected: '64' },
    })
    expect(checkSentence(check)).toMatch(
      /^is in DER, with (?:69|7[0-2]) bytes, where ES256 has the 64 bytes of r and s/,
    )
  }
})

test.each<[string, string, { actual: string; expected: string; written?: string }]>([
  [
    'an ES256 signature that was cut',
    made('ES256', (bytes) => bytes.subarray(0, 40)),
    { actual: '40', expected: '64' },
  ],
  [
    'one that was written in hexadecimal first',
    made('ES256', (bytes) => Buffer.from(bytes.toString('hex'))),
    { actual: '128', expected: '64', written: 'hexadecimal' },
  ],
  [
    'one that was written in base64 first',
    made('ES256', (bytes) => Buffer.from(bytes.toString('base64'))),
    { actual: '88', expected: '64', written: 'base64' },
  ],
  ['an HMAC of another hash', made('HS256', () => Buffer.alloc(64, 1)), { actual: '64', expected: '32' }],
  [
    'an RSA signature of another key',
    made('RS256', undefined, {}, { rsa: larger, p256 }),
    { actual: '384', expected: '256' },
  ],
  ['an RSA signature that was cut', made('RS256', (bytes) => bytes.subarray(1)), { actual: '255', expected: '256' }],
  [
    'an RSA signature that was written in hexadecimal first',
    made('RS256', (bytes) => Buffer.from(bytes.toString('hex'))),
    { actual: '512', expected: '256', written: 'hexadecimal' },
  ],
])('%s is not genuine, and both lengths are reported', async (_name, token, evidence) => {
  const alg = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).alg
  const keys =
    alg === 'HS256' ? ({ kind: 'secret', secret: hmac } as const) : keysOf(jwkOf(alg === 'RS256' ? rsa : p256))
  const verified = await verify(token, keys)
  expect(verified.verdict).toBe('not_genuine')
  const check = checkOf(verified, 'signature')
  expect(check).toMatchObject({ result: 'failed', reason: 'signature_length', evidence })
  expect(verdictReason({ ...verified, keys: null })).toContain(`has ${evidence.actual} bytes, where ${alg}`)
})

test('among keys of several lengths a signature of one of them is invalid, not of another length', async () => {
  const token = made('RS256', (bytes) => Buffer.from(bytes.toReversed()), { kid: undefined })
  const keys = keysOf(jwkOf(larger, { kid: 'a' }), jwkOf(rsa, { kid: 'b' }))
  expect(checkOf(await verify(token, keys), 'signature')).toMatchObject({ reason: 'signature_invalid' })
})

test.each<[string, string, JWK, RegExp]>([
  ['another curve', made('ES256'), jwkOf(p384), /^ES256 needs a key on the curve P-256, and key k1 is on P-384$/],
  [
    'another curve, without kid',
    made('ES256'),
    jwkOf(p384, { kid: undefined }),
    /needs a key of the kind EC P-256, and there is only EC P-384$/,
  ],
  [
    'another kind, without kid',
    made('ES256'),
    jwkOf(rsa, { kid: undefined }),
    /^ES256 needs a key of the kind EC P-256, and there is only RSA 2048 bits$/,
  ],
  [
    'another kind',
    made('RS256'),
    jwkOf(p256),
    /^the token names key k1, which is of the kind EC and cannot be used with RS256$/,
  ],
])(
  'a key of %s cannot verify, and the sentence says what is needed and what there is',
  async (_name, token, key, words) => {
    const verified = await verify(token, keysOf(JSON.parse(JSON.stringify(key))))
    expect(verified.verdict).toBe('undetermined')
    expect(checkSentence(checkOf(verified, 'signature'))).toMatch(words)
  },
)

/** Keys as servers publish them, each of which is the right one. */
const rsaJwk = jwkOf(rsa)
const shortened = shortPoint()
const odd: readonly (readonly [name: string, token: () => string, key: JWK, words: RegExp])[] = [
  [
    'n in base64',
    () => made('RS256'),
    { ...rsaJwk, n: bytesIn(rsaJwk, 'n').toString('base64') },
    /n is ordinary base64/,
  ],
  [
    'n with a zero byte before it',
    () => made('RS256'),
    { ...rsaJwk, n: Buffer.concat([Buffer.alloc(1), bytesIn(rsaJwk, 'n')]).toString('base64url') },
    /n begins with a zero byte: it has 257 bytes instead of 256/,
  ],
  [
    'e of four bytes',
    () => made('RS256'),
    { ...rsaJwk, e: 'AAEAAQ' },
    /e begins with a zero byte: it has 4 bytes instead of 3/,
  ],
  [
    'a coordinate with a zero byte before it',
    () => made('ES256'),
    { ...jwkOf(p256), x: Buffer.concat([Buffer.alloc(1), bytesIn(jwkOf(p256), 'x')]).toString('base64url') },
    /x begins with a zero byte: it has 33 bytes instead of 32/,
  ],
  [
    'a coordinate without its zero byte',
    () => made('ES256', undefined, {}, { rsa, p256: shortened }),
    { ...jwkOf(shortened), x: bytesIn(jwkOf(shortened), 'x').subarray(1).toString('base64url') },
    /x lacks its leading zero bytes: it has 31 bytes instead of 32/,
  ],
]

function shortPoint(): typeof p256 {
  const privateKey = createPrivateKey({ key: shortPointJwk, format: 'jwk' })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

test.each(odd)('a key set with %s verifies, and the set is said to be odd', async (_name, token, key, words) => {
  const verified = await verify(token(), keysOf(key))
  expect(verified).toMatchObject({ verdict: 'genuine', findings: [{ code: 'jwks_key_odd', severity: 'warning' }] })
  const [finding] = verified.findings
  expect(finding === undefined ? '' : findingText(finding).sentence).toMatch(words)
})

test.each(odd)('a key set with %s verifies nothing that another key signed', async (_name, token, key, _words) => {
  const [header, payload, signature = ''] = token().split('.')
  const forged = `${header}.${payload}.${Buffer.from(Buffer.from(signature, 'base64url').toReversed()).toString('base64url')}`
  expect(await verify(forged, keysOf(key))).toMatchObject({ verdict: 'not_genuine' })
})

test('a weak key stays weak, however it is written', async () => {
  const { n = '', ...weak } = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' })
  const written = { ...weak, kty: 'RSA', kid: 'k1', n: Buffer.from(n, 'base64url').toString('base64') }
  const verified = await verify(made('RS256'), keysOf(written))
  expect(checkOf(verified, 'signature')).toMatchObject({ result: 'not_possible', reason: 'key_weak' })
})

test('a coordinate that was cut is not mended: no point of the curve has it', async () => {
  const key = jwkOf(p256)
  const verified = await verify(
    made('ES256'),
    keysOf({ ...key, x: bytesIn(key, 'x').subarray(0, 31).toString('base64url') }),
  )
  expect(verified).toMatchObject({ verdict: 'undetermined', findings: [{ code: 'jwks_key_unusable' }] })
})

test('a key that is published as a certificate only verifies, and the certificate of another kind does not', async () => {
  const x5c = [certificate]
  const own = {
    publicKey: new X509Certificate(Buffer.from(certificate, 'base64')).publicKey,
    privateKey: createPrivateKey(certificateKey),
  }
  const token = made('ES256', undefined, {}, { rsa, p256: own })
  const verified = await verify(token, keysOf({ kty: 'EC', kid: 'k1', x5c }))
  expect(verified).toMatchObject({ verdict: 'genuine', findings: [{ code: 'jwks_key_odd' }] })
  expect(verified.findings.map((finding) => findingText(finding).sentence)).toEqual([
    expect.stringContaining('x and y missing; the key is that of the certificate in x5c'),
  ])
  expect(await verify(made('ES256'), keysOf({ kty: 'EC', kid: 'k1', x5c }))).toMatchObject({ verdict: 'not_genuine' })
  expect(await verify(made('RS256'), keysOf({ kty: 'RSA', kid: 'k1', x5c }))).toMatchObject({ verdict: 'undetermined' })
})

test('the certificate in the header of a token is never used, also when the set has none', async () => {
  const token = made('ES256', undefined, { x5c: [certificate] }, { rsa, p256 })
  const verified = await verify(token, keysOf({ kty: 'EC', kid: 'k1' }))
  expect(verified).toMatchObject({ verdict: 'undetermined' })
  expect(checkOf(verified, 'signature')).toMatchObject({ reason: 'key_unfit', evidence: { ignored: 'x5c' } })
})

const digest = createHash('sha1').update('a').digest()
test.each([
  [
    'hexadecimal text in base64url',
    Buffer.from(digest.toString('hex')).toString('base64url'),
    'is base64url of hexadecimal text',
  ],
  ['hexadecimal', digest.toString('hex'), 'is hexadecimal'],
  ['hexadecimal with colons', (digest.toString('hex').match(/../g) ?? []).join(':'), 'is hexadecimal'],
  ['a name', 'abc', 'is no digest'],
])('an x5t that is %s is named', async (_name, x5t, words) => {
  const verified = await verify(made('ES256', undefined, { x5t }), keysOf(jwkOf(p256)))
  expect(verified.verdict).toBe('genuine')
  expect(checkSentence(checkOf(verified, 'signature'))).toContain(`x5t in the header ${words}, where the 20 bytes`)
})

test('an x5t that is a digest is not mentioned', async () => {
  const verified = await verify(made('ES256', undefined, { x5t: digest.toString('base64url') }), keysOf(jwkOf(p256)))
  expect(checkSentence(checkOf(verified, 'signature'))).not.toContain('x5t')
})
