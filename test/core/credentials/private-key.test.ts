import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPrivateKey } from '../../../electron/core/credentials/private-key.ts'
import { keyKinds, makeKeys, type OpensslFolder, opensslFolder } from './openssl.ts'
import { worded } from './worded.ts'

let folder: OpensslFolder

beforeAll(async () => {
  folder = await opensslFolder()
  await makeKeys(folder)
})
afterAll(() => folder.remove())

const read = async (name: string, passphrase = '') => worded(await readPrivateKey(await folder.read(name), passphrase))
const readText = async (text: string, passphrase = '') => worded(await readPrivateKey(Buffer.from(text), passphrase))
const spki = (key: KeyObject) => createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
const keyOf = async (kind: string) => createPrivateKey(await folder.read(`${kind}.p8`))
const jwkOf = async (kind: string) => (await keyOf(kind)).export({ format: 'jwk' })

/** The public part of the key that was read, or why none was. */
async function publicPart(reading: ReturnType<typeof readText>): Promise<string> {
  const result = await reading
  return result.ok ? spki(result.value.key) : result.message
}
const expected = async (kind: string) => spki(await keyOf(kind))

test.each([
  ['', 'There is no private key here: it is empty.'],
  ['hunter2', /^This is not a private key\. Accepted are/],
  ['-----BEGIN PRIVATE KEY-----\nMIIE', /damaged or cut off/],
  ['-----BEGIN PRIVATE KEY-----\nMII*\n-----END PRIVATE KEY-----', /damaged or cut off/],
  ['-----BEGIN PRIVATE KEY-----\nMAAA\n-----END PRIVATE KEY-----', 'This private key is damaged: it cannot be read.'],
  ['-----BEGIN OPENSSH PRIVATE KEY-----\nMAAA\n-----END OPENSSH PRIVATE KEY-----', /ssh-keygen -p -m PKCS8/],
  ['-----BEGIN PUBLIC KEY-----\nMAAA\n-----END PUBLIC KEY-----', 'This is a public key, not its private key.'],
  ['-----BEGIN CERTIFICATE REQUEST-----\nMAAA\n-----END CERTIFICATE REQUEST-----', /certificate request/],
  ['{"kty":', /is not JSON/],
  ['{}', 'This JSON is no JWK: it has no "kty".'],
  ['{"kty":"oct","k":"c2VjcmV0"}', /symmetric/],
  ['{"kty":"EC","crv":"P-256","x":"a","y":"b"}', 'This JWK is a public key: it has no "d".'],
  ['{"kty":"EC","crv":"secp256k1","x":"a","y":"b","d":"c"}', /cannot use the curve/],
  ['{"kty":"RSA","n":"a","e":"AQAB","d":"c"}', /lacks "p"/],
  ['{"keys":[]}', /no private key/],
  ['{"keys":[{"kty":"EC","d":"a"},{"kty":"EC","d":"b"}]}', 'This JWK Set holds 2 private keys. Enter the one to use.'],
])('%j is not a key, and the sentence says what it is', async (text, message) => {
  expect(await readText(text)).toEqual({ ok: false, part: 'key', message: expect.stringMatching(message) })
})

test('a certificate is distinguished from its private key, as PEM and as DER', async () => {
  await folder.openssl('x509 -in rsa.crt -outform DER -out rsa.crt.der')
  await folder.openssl('pkey -in rsa.p8 -pubout -outform DER -out rsa.pub.der')
  const certificate = { ok: false, message: 'This is a certificate, not its private key.' }
  expect(await read('rsa.crt')).toMatchObject(certificate)
  expect(await read('rsa.crt.der')).toMatchObject(certificate)
  expect(await read('rsa.pub.der')).toMatchObject({ message: 'This is a public key, not its private key.' })
})

test('two keys in one text are refused: nobody can know which is meant', async () => {
  const both = Buffer.concat([await folder.read('rsa.p8'), await folder.read('p256.p8')])
  expect(worded(await readPrivateKey(both, ''))).toMatchObject({ message: expect.stringContaining('2 private keys') })
})

test.each([
  ['PKCS#8, AES-256', 'pkcs8 -topk8 -in rsa.p8 -passout pass:geheim'],
  ['PKCS#8, 3DES', 'pkcs8 -topk8 -in rsa.p8 -passout pass:geheim -v1 PBE-SHA1-3DES'],
  ['PKCS#8, DER', 'pkcs8 -topk8 -in rsa.p8 -passout pass:geheim -outform DER'],
  ['PKCS#1, AES-256 (Proc-Type)', 'rsa -in rsa.p8 -traditional -aes256 -passout pass:geheim'],
  ['PKCS#1, 3DES (Proc-Type)', 'rsa -in rsa.p8 -traditional -des3 -passout pass:geheim'],
])('an encrypted key (%s) opens with its passphrase, and says what is wrong without', async (_, command) => {
  await folder.openssl(`${command} -out encrypted`)
  expect(await publicPart(read('encrypted', 'geheim'))).toBe(await expected('rsa'))
  expect(await read('encrypted')).toEqual({
    ok: false,
    part: 'passphrase',
    message: 'This private key is encrypted. Enter its passphrase.',
  })
  const wrong = await read('encrypted', 'falsch')
  expect(wrong).toMatchObject({ ok: false, part: 'passphrase' })
  expect(JSON.stringify(wrong)).not.toContain('falsch')
})

test('an encryption that this runtime does not have is named as such, not as a wrong passphrase', async () => {
  const legacy = '-provider legacy -provider default'
  await folder.openssl(`pkcs8 -topk8 -in rsa.p8 -passout pass:geheim -v1 PBE-MD5-DES ${legacy} -out des.p8`)
  const unusable = { ok: false, part: 'key', message: expect.stringContaining('cannot use the encryption') }
  expect(await read('des.p8', 'geheim')).toEqual(unusable)
})

test('a key derivation of billions of rounds is refused at once', async () => {
  await folder.openssl('pkcs8 -topk8 -in rsa.p8 -passout pass:geheim -outform DER -out slow.der')
  const der = await folder.read('slow.der')
  const rounds = der.indexOf(Buffer.from('02020800', 'hex'))
  expect(rounds).toBeGreaterThan(0)
  const slow = der
    .toString('hex')
    .replace('02020800300c06082a864886f70d02090500', '02047fffffff300a06082a864886f70d0209')
  expect(worded(await readPrivateKey(Buffer.from(slow, 'hex'), 'geheim'))).toEqual({
    ok: false,
    part: 'key',
    message: 'This file asks for 2147483647 rounds of key derivation. More than 2000000 are refused.',
  })
})

test('a private part that does not belong to the public part is found', async () => {
  const jwk = await jwkOf('p256')
  const other = createPrivateKey(await folder.read('p256.p8')).export({ format: 'jwk' })
  await folder.openssl('genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out other.p8')
  const d = createPrivateKey(await folder.read('other.p8')).export({ format: 'jwk' }).d
  expect(await readText(JSON.stringify({ ...other, d }))).toMatchObject({
    message: expect.stringContaining('do not belong'),
  })
  const okp = { ...(await jwkOf('ed25519')), x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }
  expect(await readText(JSON.stringify(okp))).toMatchObject({ message: expect.stringContaining('do not belong') })
  expect(await readText(JSON.stringify(jwk))).toMatchObject({ ok: true })
})

test('a key that cannot sign is refused by its type', async () => {
  await folder.openssl('genpkey -algorithm X25519 -out x25519.p8')
  expect(await read('x25519.p8')).toMatchObject({ ok: false, message: expect.stringContaining('x25519') })
})

test.each(keyKinds)('a %s key is read as PKCS#8, as PEM and as DER', async (kind) => {
  await folder.openssl(`pkcs8 -topk8 -nocrypt -in ${kind}.p8 -outform DER -out ${kind}.der`)
  expect(await publicPart(read(`${kind}.p8`))).toBe(await expected(kind))
  expect(await publicPart(read(`${kind}.der`))).toBe(await expected(kind))
})

test('PKCS#1 and SEC1 are read, as PEM and as DER', async () => {
  for (const form of ['PEM', 'DER']) {
    await folder.openssl(`rsa -in rsa.p8 -traditional -outform ${form} -out rsa.p1`)
    await folder.openssl(`ec -in p256.p8 -outform ${form} -out p256.sec1`)
    expect(await publicPart(read('rsa.p1'))).toBe(await expected('rsa'))
    expect(await publicPart(read('p256.sec1'))).toBe(await expected('p256'))
  }
})

test('the EC PARAMETERS that openssl writes before a key are passed over', async () => {
  await folder.openssl('ecparam -name P-256 -genkey -out parameters.sec1')
  expect((await folder.read('parameters.sec1')).toString()).toContain('EC PARAMETERS')
  expect(await read('parameters.sec1')).toMatchObject({ ok: true })
})

test('line breaks that were lost, doubled, escaped or made by Windows are no harm, nor is UTF-16', async () => {
  const pem = (await folder.read('rsa.p8')).toString()
  expect(await publicPart(readText(pem.replaceAll('\n', ' ')))).toBe(await expected('rsa'))
  expect(await publicPart(readText(pem.replaceAll('\n', '\\n')))).toBe(await expected('rsa'))
  expect(await publicPart(readText(pem.replaceAll('\n', '\r\n')))).toBe(await expected('rsa'))
  expect(await publicPart(readText(`\uFEFF${pem.replaceAll('\n', '\n\n  ')}`))).toBe(await expected('rsa'))
  expect(await publicPart(readPrivateKey(Buffer.from(`\uFEFF${pem}`, 'utf16le'), '').then(worded))).toBe(
    await expected('rsa'),
  )
})

test.each(keyKinds)('a %s key is read as JWK, with its kid and the certificates of x5c', async (kind) => {
  const x5c = [(await folder.read(`${kind}.crt`)).toString().replace(/-----.*-----|\s/g, '')]
  const jwk = { ...(await jwkOf(kind)), kid: 'k1', x5c, use: 'sig' }
  const result = await readText(JSON.stringify(jwk))
  expect(result.ok && spki(result.value.key)).toBe(await expected(kind))
  expect(result.ok && [result.value.kid, result.value.certificates.map(({ subject }) => subject)]).toEqual([
    'k1',
    [`CN=${kind}`],
  ])
})

test('of a JWK Set the one private key is taken', async () => {
  const own = { ...(await jwkOf('p256')), kid: 'own' }
  const { d, ...publicJwk } = await jwkOf('p384')
  expect(d).toBeDefined()
  const result = await readText(JSON.stringify({ keys: [publicJwk, own] }))
  expect(result.ok && spki(result.value.key)).toBe(await expected('p256'))
  expect(result).toMatchObject({ value: { kid: 'own' } })
})

test('certificates in the same PEM come along', async () => {
  const both = Buffer.concat([await folder.read('rsa.crt'), await folder.read('rsa.p8')])
  const result = await readPrivateKey(both, '')
  expect(result.ok && spki(result.value.key)).toBe(await expected('rsa'))
  expect(result.ok && result.value.certificates.map(({ subject }) => subject)).toEqual(['CN=rsa'])
})

test('no bytes make it throw', async () => {
  const seeds = await Promise.all(['rsa.p8', 'p256.der', 'rsa.crt'].map((name) => folder.read(name)))
  const damaged = fc
    .tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }))
    .map(([seed, changes]) => {
      const bytes = Buffer.from(seed)
      for (const [place, value] of changes) bytes[place % bytes.length] = value
      return bytes
    })
  const jwks = fc
    .record({ kty: fc.constantFrom('RSA', 'EC', 'OKP', 'oct'), crv: fc.constantFrom('P-256', 'Ed25519', 'x') })
    .chain((jwk) =>
      fc
        .dictionary(
          fc.constantFrom('d', 'x', 'y', 'n', 'e', 'p', 'q', 'dp', 'dq', 'qi', 'kid', 'x5c'),
          fc.oneof(fc.base64String(), fc.jsonValue()),
        )
        .map((members) => Buffer.from(JSON.stringify({ ...jwk, ...members }))),
    )
  const text = fc.string().map((inner) => Buffer.from(`-----BEGIN PRIVATE KEY-----${inner}-----END PRIVATE KEY-----`))
  const random = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes))
  await fc.assert(
    fc.asyncProperty(fc.oneof(damaged, jwks, text, random), fc.string(), async (bytes, passphrase) => {
      const result = worded(await readPrivateKey(bytes, passphrase))
      expect(result.ok || result.message.length > 10).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
