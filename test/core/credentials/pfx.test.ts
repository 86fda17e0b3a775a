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
  await folder.openssl('pkcs12 -export -inkey rsa.p8 -in rsa.crt -passout pass:geheim -out rsa.pfx')
})
afterAll(() => folder.remove())

const spki = (key: KeyObject) => createPublicKey(key).export({ type: 'spki', format: 'pem' })
const read = async (passphrase: string, name = 'made.pfx') =>
  worded(await readPrivateKey(await folder.read(name), passphrase))
const make = (options: string, ...last: string[]) => folder.openssl(`pkcs12 -export -out made.pfx ${options}`, ...last)

/** The public part and the subjects of what was read, or why nothing was. */
async function content(passphrase: string) {
  const result = await read(passphrase)
  if (!result.ok) return result.message
  return { key: spki(result.value.key), certificates: result.value.certificates.map(({ subject }) => subject) }
}
const contentOf = async (kind: string) => ({
  key: spki(createPrivateKey(await folder.read(`${kind}.p8`))),
  certificates: [`CN=${kind}`],
})

test('a wrong passphrase and a missing one are distinguished, and the passphrase is not quoted', async () => {
  const wrong = { ok: false, part: 'passphrase', message: 'The passphrase does not open this PFX.' }
  expect(await read('falsch', 'rsa.pfx')).toEqual(wrong)
  const missing = { ok: false, part: 'passphrase', message: 'This PFX is protected by a passphrase. Enter it.' }
  expect(await read('', 'rsa.pfx')).toEqual(missing)
})

test('a wrong passphrase is found without a MAC as well', async () => {
  await make('-inkey rsa.p8 -in rsa.crt -nomac -passout pass:geheim')
  expect(await read('falsch')).toMatchObject({ ok: false, part: 'passphrase' })
  expect(await content('geheim')).toEqual(await contentOf('rsa'))
})

test('a PFX without a key says so', async () => {
  await make('-nokeys -in rsa.crt -passout pass:geheim')
  expect(await read('geheim')).toMatchObject({
    ok: false,
    part: 'key',
    message: expect.stringContaining('certificates and no private key'),
  })
})

test('a PFX that was cut short is damaged, not wrongly protected', async () => {
  const whole = await folder.read('rsa.pfx')
  const cut = await readPrivateKey(whole.subarray(0, whole.length - 100), 'geheim')
  expect(cut).toMatchObject({ ok: false, part: 'key' })
})

test('a PFX of many rounds lets other work go on while it is read', async () => {
  const rounds = 20_000
  await make(`-legacy -iter ${rounds} -inkey rsa.p8 -in rsa.crt -passout pass:geheim`)
  const bytes = await folder.read('made.pfx')
  let turns = 0
  let next: NodeJS.Immediate | undefined
  const turn = () => {
    turns += 1
    next = setImmediate(turn)
  }
  turn()
  const result = await readPrivateKey(bytes, 'geheim')
  clearImmediate(next)
  expect(result).toMatchObject({ ok: true })
  expect(turns).toBeGreaterThan(rounds / 1000)
})

test('billions of rounds are refused at once', async () => {
  const bytes = await folder.read('rsa.pfx')
  const mac = bytes.lastIndexOf(Buffer.from('02020800', 'hex'))
  bytes.writeUInt16BE(0xffff, mac + 2)
  await expect(readPrivateKey(bytes, 'geheim')).resolves.toMatchObject({ ok: false, part: 'passphrase' })
  // The same place with a number of four bytes, all lengths around it grown by two.
  const hex = (await folder.read('rsa.pfx')).toString('hex')
  const outer = Number.parseInt(hex.slice(4, 8), 16) + 2
  const macLength = hex.lastIndexOf('3041')
  const slow = `3082${outer.toString(16).padStart(4, '0')}${hex.slice(8, macLength)}3043${hex.slice(macLength + 4).replace(/02020800$/, '02047fffffff')}`
  expect(worded(await readPrivateKey(Buffer.from(slow, 'hex'), 'geheim'))).toMatchObject({
    message: expect.stringContaining('2147483647 rounds'),
  })
})

test.each(keyKinds)('a PFX of OpenSSL 3 (AES-256, HMAC-SHA-256) with a %s key is read', async (kind) => {
  await make(`-inkey ${kind}.p8 -in ${kind}.crt -passout pass:geheim`)
  expect(await content('geheim')).toEqual(await contentOf(kind))
})

test.each(keyKinds)('an old PFX (RC2-40 and 3DES, SHA-1) with a %s key is read', async (kind) => {
  await make(`-legacy -inkey ${kind}.p8 -in ${kind}.crt -passout pass:geheim`)
  expect(await content('geheim')).toEqual(await contentOf(kind))
})

test.each([
  '-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1',
  '-keypbe PBE-SHA1-2DES -certpbe PBE-SHA1-2DES',
  '-legacy -keypbe PBE-SHA1-RC2-128 -certpbe PBE-SHA1-RC2-128',
  '-keypbe AES-128-CBC -certpbe AES-192-CBC -macalg sha512',
  '-keypbe DES-EDE3-CBC -certpbe NONE',
  '-keypbe NONE -certpbe NONE',
  '-iter 100000',
])('a PFX made with %s is read', async (options) => {
  await make(`${options} -inkey rsa.p8 -in rsa.crt -passout pass:geheim`)
  expect(await content('geheim')).toEqual(await contentOf('rsa'))
})

test('an encryption that is not known is named as such', async () => {
  await make(
    '-legacy -keypbe PBE-SHA1-RC4-128 -certpbe PBE-SHA1-RC4-128 -inkey rsa.p8 -in rsa.crt -passout pass:geheim',
  )
  expect(await read('geheim')).toMatchObject({
    ok: false,
    part: 'key',
    message: expect.stringContaining('1.2.840.113549.1.12.1.1'),
  })
})

test.each(['-legacy', '-macalg sha256'])('a passphrase beyond ASCII opens it (%s)', async (options) => {
  await make(`${options} -inkey rsa.p8 -in rsa.crt -passout`, 'pass:Schlüssel 🔑')
  expect(await content('Schlüssel 🔑')).toEqual(await contentOf('rsa'))
})

test.each(['-legacy', '-macalg sha256'])('an empty passphrase opens a PFX made with one (%s)', async (options) => {
  await make(`${options} -inkey rsa.p8 -in rsa.crt -passout pass:`)
  expect(await content('')).toEqual(await contentOf('rsa'))
})

test('no damage makes it throw', async () => {
  await make('-legacy -inkey p256.p8 -in p256.crt -nomac -passout pass:geheim')
  const seeds = [await folder.read('made.pfx'), await folder.read('rsa.pfx')]
  const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...seeds),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      async (seed, changes) => {
        const bytes = Buffer.from(seed)
        for (const [place, value] of changes) bytes[place % bytes.length] = value
        const result = worded(await readPrivateKey(bytes, 'geheim'))
        expect(result.ok || result.message.length > 10).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
