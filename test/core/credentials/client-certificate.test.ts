import { createHash, X509Certificate } from 'node:crypto'
import { connect, createServer } from 'node:tls'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAuthorities } from '../../../electron/core/credentials/authority.ts'
import { readCertificates, thumbprintsOf } from '../../../electron/core/credentials/certificate.ts'
import { invalidityOf, readClientCertificate } from '../../../electron/core/credentials/client-certificate.ts'
import { makeKeys, type OpensslFolder, opensslFolder } from './openssl.ts'
import { worded } from './worded.ts'

let folder: OpensslFolder
let file: (name: string) => Promise<Buffer>

beforeAll(async () => {
  folder = await opensslFolder()
  file = folder.read
  await makeKeys(folder)
  await folder.openssl('req -new -key p384.p8 -out leaf.csr -subj', '/CN=leaf/O=Älter & Söhne')
  await folder.openssl('x509 -req -in leaf.csr -CA p256.crt -CAkey p256.p8 -CAcreateserial -days 30 -out leaf.crt')
  await folder.openssl(
    'pkcs12 -export -inkey p384.p8 -in leaf.crt -certfile p256.crt -passout pass:geheim -out leaf.pfx',
  )
  await folder.openssl('pkcs8 -topk8 -in p384.p8 -passout pass:geheim -out leaf.enc')
})
afterAll(() => folder.remove())

const read = async (certificate: Buffer, key: Buffer | null = null, passphrase = '') =>
  worded(await readClientCertificate({ certificate, key, passphrase }))
const concat = async (...names: string[]) => Buffer.concat(await Promise.all(names.map(file)))

test('a certificate without its key asks for the key, at the field of the key', async () => {
  expect(await read(await file('leaf.crt'))).toEqual({
    ok: false,
    part: 'key',
    message: 'This certificate needs its private key: enter the key, or use a file that holds both.',
  })
})

test.each(['p256.p8', 'rsa.p8', 'ed25519.p8'])(
  'a key that does not belong to the certificate (%s) is refused',
  async (name) => {
    expect(await read(await file('leaf.crt'), await file(name))).toEqual({
      ok: false,
      part: 'key',
      message: 'This private key does not belong to the certificate.',
    })
  },
)

test('what is wrong lands at the field it is wrong in', async () => {
  const [crt, encrypted, pfx] = [await file('leaf.crt'), await file('leaf.enc'), await file('leaf.pfx')]
  const garbage = Buffer.from('garbage')
  expect(await read(garbage, encrypted)).toMatchObject({ ok: false, part: 'certificate' })
  expect(await read(garbage)).toMatchObject({ ok: false, part: 'certificate' })
  expect(await read(crt, garbage)).toMatchObject({ ok: false, part: 'key' })
  expect(await read(crt, crt)).toMatchObject({ part: 'key', message: 'This is a certificate, not its private key.' })
  expect(await read(crt, encrypted)).toMatchObject({ ok: false, part: 'passphrase' })
  expect(await read(crt, encrypted, 'falsch')).toMatchObject({ ok: false, part: 'passphrase' })
  expect(await read(pfx, null, 'falsch')).toMatchObject({ ok: false, part: 'passphrase' })
  expect(await read(pfx, await file('p384.p8'), 'falsch')).toMatchObject({ ok: false, part: 'passphrase' })
  expect(await read(await concat('leaf.crt', 'rsa.p8'))).toMatchObject({ ok: false, part: 'certificate' })
  expect(await read(await file('p384.p8'))).toMatchObject({
    part: 'certificate',
    message: 'There is a private key here, and no certificate.',
  })
})

test('every way to hand it in gives the same certificate, chain and key in clear', async () => {
  const [crt, encrypted] = [await file('leaf.crt'), await file('leaf.enc')]
  const readings = await Promise.all([
    read(await concat('leaf.crt', 'p256.crt'), encrypted, 'geheim'),
    read(await concat('p256.crt', 'leaf.crt'), await file('p384.p8')),
    read(await concat('p384.p8', 'leaf.crt', 'p256.crt')),
    read(await file('leaf.pfx'), null, 'geheim'),
    read(await file('leaf.pfx'), await file('p384.p8'), 'geheim'),
    read(await concat('leaf.crt', 'rsa.p8', 'p256.crt'), await file('p384.p8')),
  ])
  const leaf = new X509Certificate(crt)
  for (const reading of readings) {
    expect(reading).toMatchObject({
      ok: true,
      value: {
        subject: leaf.subject,
        fingerprint256: leaf.fingerprint256,
        thumbprint: createHash('sha256').update(leaf.raw).digest('base64url'),
        validTo: Date.parse(leaf.validTo),
      },
    })
    expect(reading).toEqual(readings[0])
    expect(reading.ok && reading.value.cert).toBe(
      `${leaf.toString()}${new X509Certificate(await file('p256.crt')).toString()}`,
    )
    expect(reading.ok && reading.value.key).toMatch(/^-----BEGIN PRIVATE KEY-----/)
  }
})

test.each(['rsa', 'p256', 'ed25519'])('a TLS server is presented the %s certificate that was read', async (kind) => {
  const reading = await read(await concat(`${kind}.crt`, `${kind}.p8`))
  if (!reading.ok) throw new Error(reading.message)
  const { cert, key, fingerprint256 } = reading.value
  const server = createServer({ cert, key, requestCert: true, rejectUnauthorized: false })
  const seen = new Promise<string>((resolve) => {
    server.once('secureConnection', (socket) => resolve(socket.getPeerCertificate().fingerprint256))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const client = connect({ host: '127.0.0.1', port, cert, key, rejectUnauthorized: false })
  try {
    expect(await seen).toBe(fingerprint256)
  } finally {
    client.destroy()
    server.close()
  }
})

test('an expired certificate is a note, and so is one that is not valid yet', async () => {
  const reading = await read(await concat('leaf.crt', 'p384.p8'))
  if (!reading.ok) throw new Error(reading.message)
  const { validFrom, validTo } = reading.value
  expect(invalidityOf(reading.value, validFrom + 1)).toBeNull()
  const day = (at: number) => new Date(at).toISOString().slice(0, 10)
  expect(invalidityOf(reading.value, validTo + 1)).toEqual({ is: 'expired', at: day(validTo) })
  expect(invalidityOf(reading.value, validFrom - 1)).toEqual({ is: 'not_yet_valid', at: day(validFrom) })
})

test('thumbprints are the digests that openssl computes', async () => {
  await folder.openssl('x509 -in rsa.crt -outform DER -out rsa.der')
  await folder.openssl('dgst -sha1 -binary -out sha1 rsa.der')
  await folder.openssl('dgst -sha256 -binary -out sha256 rsa.der')
  expect(thumbprintsOf(new X509Certificate(await file('rsa.crt')))).toEqual({
    x5t: (await file('sha1')).toString('base64url'),
    'x5t#S256': (await file('sha256')).toString('base64url'),
  })
})

test('a bundle of authorities becomes a list, comments around them skipped', async () => {
  const bundle = `# first\n${(await file('rsa.crt')).toString()}\n\n# second\r\n${(await file('p256.crt')).toString()}`
  const reading = readAuthorities(Buffer.from(bundle))
  expect(reading.ok && reading.value.map((pem) => new X509Certificate(pem).subject)).toEqual(['CN=rsa', 'CN=p256'])
})

test.each([
  ['', /not a certificate/],
  ['hello', /not a certificate/],
  ['-----BEGIN CERTIFICATE-----\nMIIB', 'This certificate is damaged: it cannot be read.'],
  [
    '-----BEGIN RSA PRIVATE KEY-----\nMAAA\n-----END RSA PRIVATE KEY-----',
    'This PEM holds "RSA PRIVATE KEY" and no certificate.',
  ],
])('as authority %j is refused with a sentence', (text, message) => {
  expect(worded(readAuthorities(Buffer.from(text)))).toEqual({ ok: false, message: expect.stringMatching(message) })
})

test('of a bundle the certificate that is damaged is named by its place', async () => {
  const bundle = `${(await file('rsa.crt')).toString()}-----BEGIN CERTIFICATE-----\nMAAA\n-----END CERTIFICATE-----`
  expect(worded(readAuthorities(Buffer.from(bundle)))).toEqual({
    ok: false,
    message: 'Certificate 2 of this text is damaged: it cannot be read.',
  })
})

test('no bytes make it throw', async () => {
  const seed = await concat('leaf.crt', 'p384.p8')
  await fc.assert(
    fc.asyncProperty(fc.nat(seed.length), fc.uint8Array({ maxLength: 40 }), async (place, bytes) => {
      const damaged = Buffer.concat([seed.subarray(0, place), bytes, seed.subarray(place + bytes.length)])
      for (const certificate of [damaged, Buffer.from(bytes)]) {
        const reading = await read(certificate, null, 'p')
        expect(reading.ok || reading.message.length > 10).toBe(true)
        expect(readCertificates(certificate)).toHaveProperty('ok')
      }
    }),
    { numRuns: 300 },
  )
})
