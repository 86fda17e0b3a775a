import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { findingText } from '../../../../electron/wording/findings.ts'
import { readKeyMaterial } from '../../../../electron/core/token/keys/read-key-material.ts'
import { typedKeys } from './typed-keys.ts'
import { opensslFolder } from '../../credentials/openssl.ts'
import { keysOf, type Signer, signer, verify } from '../../../support/signed-tokens.ts'

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ed = generateKeyPairSync('ed25519')
const publicPem = (key: KeyObject) => key.export({ format: 'pem', type: 'spki' }).toString()
const privatePem = (key: KeyObject) => key.export({ format: 'pem', type: 'pkcs8' }).toString()
const jwkOf = (key: KeyObject) => key.export({ format: 'jwk' })

let ours: Signer

beforeAll(async () => {
  ours = await signer('ES256')
})

async function keysIn(text: string) {
  const read = await readKeyMaterial(text)
  if (read.kind !== 'keys') throw new Error(`It is ${read.kind}.`)
  return { keys: read.keys.keys, codes: read.findings.map(({ code }) => code), findings: read.findings }
}

test.each([
  ['a JWK', JSON.stringify(jwkOf(ec.publicKey)), [jwkOf(ec.publicKey)]],
  [
    'a JWKS',
    JSON.stringify({ keys: [jwkOf(ec.publicKey), jwkOf(rsa.publicKey)] }),
    [jwkOf(ec.publicKey), jwkOf(rsa.publicKey)],
  ],
  ['a PEM public key', publicPem(rsa.publicKey), [jwkOf(rsa.publicKey)]],
  [
    'a PEM public key in PKCS#1',
    rsa.publicKey.export({ format: 'pem', type: 'pkcs1' }).toString(),
    [jwkOf(rsa.publicKey)],
  ],
  [
    'several PEMs with words between',
    `first\n${publicPem(ec.publicKey)}second\n${publicPem(ed.publicKey)}`,
    [jwkOf(ec.publicKey), jwkOf(ed.publicKey)],
  ],
  ['PEM whose line breaks were written as \\n', publicPem(ec.publicKey).replaceAll('\n', '\\n'), [jwkOf(ec.publicKey)]],
  ['base64 without its PEM lines', publicPem(rsa.publicKey).split('\n').slice(1, -2).join(''), [jwkOf(rsa.publicKey)]],
  ['white space and a mark around it', `\uFEFF \n${JSON.stringify(jwkOf(ec.publicKey))}\n`, [jwkOf(ec.publicKey)]],
])('%s is read', async (_name, text, keys) => {
  expect(await keysIn(text)).toEqual({ keys, codes: [], findings: [] })
})

test('the key of a certificate is read, with PEM lines and without', async () => {
  const folder = await opensslFolder()
  await folder.openssl('req -x509 -newkey rsa:2048 -nodes -keyout key.pem -subj /CN=as.example -days 1 -out as.crt')
  const certificate = (await folder.read('as.crt')).toString()
  const { keys } = await keysIn(certificate)
  expect(keys).toEqual([jwkOf(createPublicKey(certificate))])
  expect((await keysIn(certificate.split('\n').slice(1, -2).join('\n'))).keys).toEqual(keys)
  await folder.remove()
})

test.each([
  ['PEM', privatePem(rsa.privateKey), 'rsa'],
  ['PKCS#1', rsa.privateKey.export({ format: 'pem', type: 'pkcs1' }).toString(), 'rsa'],
  ['a JWK', JSON.stringify({ ...jwkOf(ec.privateKey), kid: 'mine', key_ops: ['sign'] }), 'ec'],
])('A10: of a private key in %s only the public half is used, and it is flagged', async (_name, text) => {
  const { keys, codes } = await keysIn(text)
  expect(codes).toEqual(['private_key_given'])
  for (const member of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(keys[0]).not.toHaveProperty(member)
})

test('A10: the public half of a typed private key verifies', async () => {
  const text = JSON.stringify({ ...ours.privateJwk, key_ops: ['sign'] })
  const verified = await verify(await ours.sign(), await typedKeys(text))
  expect(verified).toMatchObject({ verdict: 'genuine', findings: [{ code: 'private_key_given' }] })
})

test('A10: an empty set, a kid twice and a mixed set are named, and secrets are not repeated', async () => {
  expect((await keysIn('{"keys":[]}')).codes).toEqual(['jwks_empty'])
  const twice = {
    keys: [
      { ...jwkOf(ec.publicKey), kid: 'a' },
      { ...jwkOf(ed.publicKey), kid: 'a' },
    ],
  }
  expect((await keysIn(JSON.stringify(twice))).codes).toEqual(['jwks_duplicate_kid'])
  const mixed = await keysIn(JSON.stringify({ keys: [jwkOf(ec.publicKey), { kty: 'oct', kid: 's', k: 'c2VjcmV0' }] }))
  expect(mixed.codes).toContain('jwks_mixed')
  expect(JSON.stringify(mixed)).not.toContain('c2VjcmV0')
})

test('JWKs of the kind oct alone are shared secrets, for HS* and nothing else', async () => {
  const read = await typedKeys('{"kty":"oct","k":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8","kid":"k1"}')
  expect(read).toMatchObject({ kind: 'shared_secrets', findings: [] })
  const verified = await verify(await ours.sign(), read)
  expect(verified.checks[0]).toMatchObject({ result: 'not_possible', reason: 'public_key_needed' })
})

test.each([
  ['nothing', ' ', 'verification_key_missing'],
  ['JSON that was cut', '{"kty":"RSA"', 'verification_key_not_json'],
  ['JSON that is no key', '{"issuer":"https://as.example"}', 'verification_key_not_jwk'],
  ['JSON 300 levels deep', `{"a":${'['.repeat(300)}${']'.repeat(300)}}`, 'verification_key_not_json'],
  ['PEM that was cut', publicPem(rsa.publicKey).slice(0, 100), 'verification_key_cut_off'],
  ['PEM with damage', publicPem(rsa.publicKey).replace('MIIB', 'AAAA'), 'verification_key_damaged'],
  [
    'an encrypted key',
    rsa.privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'a' }).toString(),
    'verification_key_encrypted',
  ],
  [
    'a key encrypted as OpenSSL once did',
    rsa.privateKey.export({ format: 'pem', type: 'pkcs1', cipher: 'aes-256-cbc', passphrase: 'a' }).toString(),
    'verification_key_encrypted',
  ],
  [
    'a megabyte between the lines',
    `-----BEGIN PUBLIC KEY-----${'a'.repeat(1 << 20)}-----END PUBLIC KEY-----`,
    'verification_key_damaged',
  ],
  ['a megabyte of beginnings', '-----BEGIN PUBLIC KEY-----'.repeat(40_000), 'verification_key_cut_off'],
  [
    'a certificate request',
    '-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----',
    'verification_key_damaged',
  ],
  ['words', 'a password', 'verification_key_format_unsupported'],
  ['base64 of something else', 'M'.repeat(100), 'verification_key_format_unsupported'],
])('%s is no key, and the reason is reported', async (_name, text, code) => {
  expect(await readKeyMaterial(text)).toMatchObject({ kind: 'none', problem: { code } })
})

test.each([
  ['1024 bits', { ...jwkOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey) }, 'key_weak', 'too few'],
  ['e = 1', { ...jwkOf(rsa.publicKey), e: 'AQ' }, 'key_exponent', 'exponent'],
  ['an even e', { ...jwkOf(rsa.publicKey), e: 'AQAA' }, 'key_exponent', 'exponent'],
  [
    '20,000 bits',
    { kty: 'RSA', e: 'AQAB', n: Buffer.alloc(2500, 255).toString('base64url') },
    'key_large',
    'more than',
  ],
])('an RSA key of %s verifies nothing, and is named', async (_name, key, reason, words) => {
  const token = await (await signer('RS256')).sign()
  const { kty = '', ...members } = { ...key }
  const verified = await verify(token, keysOf({ kty, ...members, kid: 'k1' }))
  expect(verified).toMatchObject({ verdict: 'undetermined', findings: [{ code: 'jwks_key_unusable' }] })
  expect(verified.findings.map((finding) => findingText(finding).sentence)).toEqual([expect.stringContaining(words)])
  expect(verified.checks[0]).toMatchObject({ result: 'not_possible', reason })
})
