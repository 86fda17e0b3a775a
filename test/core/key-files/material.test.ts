import { createPublicKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAuthorities } from '../../../electron/core/credentials/authority.ts'
import { readClientCertificate } from '../../../electron/core/credentials/client-certificate.ts'
import { readPrivateKey } from '../../../electron/core/credentials/private-key.ts'
import { readMaterial } from '../../../electron/core/key-files/material.ts'
import { readKeyMaterial } from '../../../electron/core/token/keys/read-key-material.ts'
import { encodings, pemWrappings, textWrappings } from './wrappings.ts'
import { worded } from '../credentials/worded.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const other = generateKeyPairSync('ec', { namedCurve: 'P-384' })

const privatePem = ({ privateKey }: typeof ec) => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const encryptedPem = (type: 'pkcs8' | 'pkcs1') =>
  rsa.privateKey.export({ type, format: 'pem', cipher: 'aes-256-cbc', passphrase: 'geheim' }).toString()
const publicPem = ({ publicKey }: typeof ec) => publicKey.export({ type: 'spki', format: 'pem' }).toString()
const publicJwk = (key: KeyObject) => (key.type === 'public' ? key : createPublicKey(key)).export({ format: 'jwk' })

/** Self-signed for a test, with its key: CN=test, P-256. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIBdDCCARugAwIBAgIUKhLFXNjTF65/OB3zSNyMetOvm60wCgYIKoZIzj0EAwIw
DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjgxNzEwMjdaGA8yMTI2MTEwNDE3MTAy
N1owDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABDdg
l7txsfHwFgNAN6+SI4xo2S8SBUgjj3Cvn8IR9EKMo2j43TLsokgLrmzLqKv9NRmE
ETgWeEnuf5e4jGejr0mjUzBRMB0GA1UdDgQWBBTndnvA9fz7Mf6Olad5FcPsJ3QS
UzAfBgNVHSMEGDAWgBTndnvA9fz7Mf6Olad5FcPsJ3QSUzAPBgNVHRMBAf8EBTAD
AQH/MAoGCCqGSM49BAMCA0cAMEQCIB/7vidXtmGYdmfM2cogp25t4RODMyg/HmQD
UJ/eVO38AiASy6UtfW2XAxIWb9kLD8tNzmoeKTG+uP3aMroRcY/h4g==
-----END CERTIFICATE-----
`
const certificateKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgI8Uh2SkUiHNjslWF
9f6PJ1xIkJVWGzI3hhqUpnbfTX2hRANCAAQ3YJe7cbHx8BYDQDevkiOMaNkvEgVI
I49wr5/CEfRCjKNo+N0y7KJIC65sy6ir/TUZhBE4FnhJ7n+XuIxno69J
-----END PRIVATE KEY-----
`

async function signingKey(bytes: Buffer, passphrase = '') {
  const read = worded(await readPrivateKey(bytes, passphrase))
  return read.ok ? publicJwk(read.value.key) : read.message
}

async function verifyingKey(text: string) {
  const read = await readKeyMaterial(text)
  return read.kind === 'keys' ? read.keys.keys : read
}

const certificatesIn = (bytes: Buffer) => {
  const read = worded(readAuthorities(bytes))
  return read.ok ? read.value.map((pem) => new X509Certificate(pem).subject) : read.message
}

describe.each([...pemWrappings, ...textWrappings])('PEM %s', (_name, wrap) => {
  test('is read for signing, for verifying and as authority alike', async () => {
    expect(await signingKey(Buffer.from(wrap(privatePem(ec))))).toEqual(publicJwk(ec.publicKey))
    expect(await verifyingKey(wrap(privatePem(ec)))).toEqual([publicJwk(ec.publicKey)])
    expect(await verifyingKey(wrap(publicPem(ec)))).toEqual([publicJwk(ec.publicKey)])
    expect(await verifyingKey(wrap(certificate))).toEqual([
      new X509Certificate(certificate).publicKey.export({ format: 'jwk' }),
    ])
    expect(certificatesIn(Buffer.from(wrap(certificate)))).toEqual(['CN=test'])
  })

  test('is read when the key is encrypted, and asks for the passphrase', async () => {
    const text = wrap(encryptedPem('pkcs8'))
    expect(await signingKey(Buffer.from(text), 'geheim')).toEqual(publicJwk(rsa.publicKey))
    expect(await readPrivateKey(Buffer.from(text), '')).toMatchObject({ part: 'passphrase' })
    expect(await verifyingKey(text)).toMatchObject({ problem: { code: 'verification_key_encrypted' } })
  })
})

test.each(pemWrappings.filter(([name]) => name !== 'on one line without spaces between'))(
  'a key encrypted as OpenSSL once did is read %s',
  async (_name, wrap) => {
    expect(await signingKey(Buffer.from(wrap(encryptedPem('pkcs1'))), 'geheim')).toEqual(publicJwk(rsa.publicKey))
  },
)

test.each(encodings)('keys and certificates are read from a file in %s', async (_name, encode) => {
  expect(await signingKey(encode(privatePem(ec)))).toEqual(publicJwk(ec.publicKey))
  expect(await signingKey(encode(JSON.stringify(ec.privateKey.export({ format: 'jwk' }))))).toEqual(
    publicJwk(ec.publicKey),
  )
  expect(certificatesIn(encode(certificate))).toEqual(['CN=test'])
  const both = await readClientCertificate({
    certificate: encode(certificate + certificateKey),
    key: null,
    passphrase: '',
  })
  expect(both).toMatchObject({ ok: true, value: { subject: 'CN=test' } })
})

test.each(textWrappings)('a JWK is read %s', async (_name, wrap) => {
  const text = wrap(JSON.stringify(ec.privateKey.export({ format: 'jwk' })))
  expect(await signingKey(Buffer.from(text))).toEqual(publicJwk(ec.publicKey))
  expect(await verifyingKey(text)).toEqual([publicJwk(ec.publicKey)])
})

test.each([
  ['as a string of JSON', (json: string) => JSON.stringify(json)],
  ['with escaped quotation marks', (json: string) => json.replaceAll('"', '\\"')],
  ['in percent-encoding', (json: string) => encodeURIComponent(json)],
  ['in single quotes', (json: string) => `'${json}'`],
  ['as a variable', (json: string) => `JWK='${json}'`],
  ['in a list', (json: string) => `[${json}]`],
  ['in a member', (json: string) => `{"config":{"jwk":${json}}}`],
])('a JWK is read %s', async (_name, wrap) => {
  const text = wrap(JSON.stringify(ec.privateKey.export({ format: 'jwk' })))
  expect(await signingKey(Buffer.from(text))).toEqual(publicJwk(ec.publicKey))
  expect(await verifyingKey(text)).toEqual([publicJwk(ec.publicKey)])
})

test.each(['pkcs8', 'pkcs1'] as const)('DER (%s) is read as it is, in base64 and in hexadecimal', async (type) => {
  const der = rsa.privateKey.export({ type, format: 'der' })
  const hexadecimal = der.toString('hex').replaceAll(/..(?=.)/g, '$&:')
  for (const bytes of [
    der,
    Buffer.from(der.toString('base64')),
    Buffer.from(der.toString('hex')),
    Buffer.from(hexadecimal),
  ]) {
    expect(await signingKey(bytes)).toEqual(publicJwk(rsa.publicKey))
  }
  expect(await verifyingKey(der.toString('base64'))).toEqual([publicJwk(rsa.publicKey)])
  expect(
    await verifyingKey(
      rsa.publicKey.export({ type: type === 'pkcs8' ? 'spki' : 'pkcs1', format: 'der' }).toString('base64url'),
    ),
  ).toEqual([publicJwk(rsa.publicKey)])
  const authority = new X509Certificate(certificate).raw
  expect(certificatesIn(authority)).toEqual(['CN=test'])
  expect(certificatesIn(Buffer.from(authority.toString('base64')))).toEqual(['CN=test'])
})

const pem = privatePem(ec)
test.each([
  ['Google', { type: 'service_account', private_key_id: 'abc', private_key: pem, client_email: 'a@b.example' }, 'abc'],
  ['Zitadel', { type: 'serviceaccount', keyId: '1000', key: pem, userId: '2000' }, '1000'],
  ['Box', { boxAppSettings: { appAuth: { publicKeyID: 'k', privateKey: pem, passphrase: '' } } }, 'k'],
  ['a vault', { data: { private_key: pem, certificate, ca_chain: [certificate] } }, null],
  ['a map of keys', { production: pem }, null],
])('the key file of %s is read, with the name of its key', async (_name, file, kid) => {
  const read = await readPrivateKey(Buffer.from(JSON.stringify(file, null, 2)), '')
  expect(read).toMatchObject({ ok: true, value: { kid } })
  expect(read.ok && publicJwk(read.value.key)).toEqual(publicJwk(ec.publicKey))
  expect(await verifyingKey(JSON.stringify(file))).toContainEqual(publicJwk(ec.publicKey))
})

test('the passphrase in a key file opens its key, unless one was entered', async () => {
  const file = Buffer.from(JSON.stringify({ appAuth: { privateKey: encryptedPem('pkcs8'), passphrase: 'geheim' } }))
  expect(await signingKey(file)).toEqual(publicJwk(rsa.publicKey))
  expect(worded(await readPrivateKey(file, 'falsch'))).toMatchObject({
    part: 'passphrase',
    message: 'In the member "appAuth.privateKey": The passphrase does not open this private key.',
  })
})

test.each([
  ['two keys', { a: pem, b: { c: privatePem(other) } }, 'This JSON holds 2 private keys, in "a", "b.c"'],
  ['a certificate only', { cert: certificate }, 'Its member "cert" holds a certificate or a public key.'],
  ['no key', { issuer: 'https://as.example', notes: 'a'.repeat(100) }, 'No member of it holds a private key.'],
  ['a damaged key', { key: pem.slice(0, 80) }, 'In the member "key": This private key is damaged or cut off.'],
])('JSON with %s says so, and where', async (_name, file, message) => {
  expect(await signingKey(Buffer.from(JSON.stringify(file)))).toContain(message)
})

test.each([
  ['JKS', 'feedfeed'],
  ['JCEKS', 'cececece'],
])('a key store of Java (%s) is named, with the way out, also in base64', async (_name, magic) => {
  const store = Buffer.concat([Buffer.from(magic, 'hex'), Buffer.from('0000000200000001', 'hex'), Buffer.alloc(40, 1)])
  for (const bytes of [store, Buffer.from(store.toString('base64'))]) {
    expect(await signingKey(bytes)).toContain('keytool -importkeystore')
    expect(certificatesIn(bytes)).toContain('keytool -importkeystore')
    const presented = worded(await readClientCertificate({ certificate: bytes, key: null, passphrase: '' }))
    expect(presented).toMatchObject({ ok: false, part: 'certificate', message: expect.stringContaining('keytool') })
  }
  expect(await verifyingKey(store.toString('base64'))).toMatchObject({
    problem: { code: 'verification_key_in_java_key_store' },
  })
})

test('a bundle in PKCS#7 is named, with the way out', () => {
  const text = '-----BEGIN PKCS7-----\nMAsGCSqGSIb3DQEHAg==\n-----END PKCS7-----'
  expect(certificatesIn(Buffer.from(text))).toContain('openssl pkcs7 -print_certs')
  expect(certificatesIn(Buffer.from('300b06092a864886f70d010702', 'hex'))).toContain('openssl pkcs7 -print_certs')
})

test('wrappings in wrappings are undone, in any order', async () => {
  const wrap = fc.constantFrom(...textWrappings.slice(0, 3), ...pemWrappings.slice(-1))
  const property = fc.asyncProperty(
    fc.constantFrom(...pemWrappings),
    fc.array(wrap, { maxLength: 1 }),
    fc.constantFrom(...encodings),
    async ([, inner], outer, [, encode]) => {
      const text = outer.reduce((wrapped, [, around]) => around(wrapped), inner(privatePem(ec)))
      expect(await signingKey(encode(text))).toEqual(publicJwk(ec.publicKey))
      expect(await verifyingKey(text)).toEqual([publicJwk(ec.publicKey)])
    },
  )
  await fc.assert(property, { numRuns: 300 })
})

const megabyte = 1 << 20
test.each([
  ['dashes', '-', ''],
  ['beginnings', '-----BEGIN A-----', ''],
  ['spaces', ' ', '-----BEGIN A-----"'],
  ['quotation marks', '"', '-----BEGIN A-----'],
  ['backslashes', '\\', '-----BEGIN A-----'],
  ['line breaks', '\n', '-----BEGIN A-----\n#'],
  ['brackets', '[', ''],
  ['letters', 'A', ''],
  ['names', 'a=', ''],
  ['headers', 'Proc-Type: 4,ENCRYPTED ', '-----BEGIN A-----'],
  ['percent signs', '%7B', ''],
  ['objects', '{"a":', ''],
  ['zero bytes', '\0', ''],
])('a megabyte of %s is read all the same', async (_name, piece, start) => {
  const text = `${start}${piece.repeat(megabyte / piece.length)}-----END A-----`
  expect(readMaterial(Buffer.from(text))).toHaveProperty('kind')
  expect((await readPrivateKey(Buffer.from(text), '')).ok).toBe(false)
})

test('no bytes make it throw', () => {
  const piece = fc.constantFrom(
    '-----BEGIN PRIVATE KEY-----',
    '-----END PRIVATE KEY-----',
    '"',
    '\\n',
    '{"a":',
    '}',
    '=',
    'MIIB',
    '%20',
    '\n',
    ':',
  )
  const text = fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }).map((pieces) => Buffer.from(pieces.join('')))
  const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array))
  const property = fc.property(fc.oneof(text, bytes), (input) => 'kind' in readMaterial(input))
  expect(fc.check(property, { numRuns: 3000 }).counterexample).toBeNull()
})
