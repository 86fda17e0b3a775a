import { createPrivateKey, createSecretKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { problemSentence } from '../../../electron/wording/problems.ts'
import { algorithmProblem, secretShortness } from '../../../electron/core/credentials/key-fit.ts'
import { asymmetricAlgorithms, symmetricAlgorithms } from '../../../electron/vocabulary/client-authentication.ts'

const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength }).privateKey
const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).privateKey
const keys: Readonly<Record<string, KeyObject>> = {
  rsa: rsa(2048),
  weak: rsa(1024),
  pss: generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey,
  p256: ec('P-256'),
  p384: ec('P-384'),
  p521: ec('P-521'),
  k1: ec('secp256k1'),
  ed25519: generateKeyPairSync('ed25519').privateKey,
  ed448: generateKeyPairSync('ed448').privateKey,
}
const keyOf = (name: string) => keys[name] ?? createSecretKey(Buffer.alloc(1))

const pairs = Object.keys(keys).flatMap((name) => asymmetricAlgorithms.map((alg) => [name, alg] as const))

test.each(pairs)('whether a %s key fits %s is what signing with it shows', async (name, alg) => {
  const signing = new SignJWT({}).setProtectedHeader({ alg }).sign(keyOf(name))
  const signed = await signing.then(
    () => true,
    () => false,
  )
  expect(algorithmProblem(keyOf(name), alg) === null).toBe(signed)
})

test.each([
  ['weak', 'RS256', 'RS256 needs an RSA key of at least 2048 bits, and this one has 1024.'],
  [
    'rsa',
    'ES256',
    'ES256 needs an EC key on the curve P-256, and this is an RSA key. Choose RS… or PS…, or another key.',
  ],
  [
    'p256',
    'ES384',
    'ES384 needs an EC key on the curve P-384, and this is an EC key on the curve P-256. Choose ES256, or another key.',
  ],
  ['p521', 'PS256', 'PS256 needs an RSA key, and this is an EC key on the curve P-521. Choose ES512, or another key.'],
  [
    'k1',
    'ES256',
    'ES256 needs an EC key on the curve P-256, and this is an EC key on the curve secp256k1. Use another key.',
  ],
  [
    'ed25519',
    'ES256',
    'ES256 needs an EC key on the curve P-256, and this is an Ed25519 key. Choose EdDSA, or another key.',
  ],
  ['ed448', 'EdDSA', 'EdDSA needs an Ed25519 key, and this is a key of the type ed448. Use another key.'],
  ['rsa', 'HS256', 'HS256 signs with the client secret, not with a private key. Choose RS… or PS…, or another key.'],
] as const)('a %s key for %s: the sentence says what is needed and what to choose', (name, alg, message) => {
  const problem = algorithmProblem(keyOf(name), alg)
  expect(problem && problemSentence(problem)).toBe(message)
})

test('a key of RFC 8037 appendix A fits EdDSA', () => {
  const jwk = {
    kty: 'OKP',
    crv: 'Ed25519',
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  }
  expect(algorithmProblem(createPrivateKey({ key: jwk, format: 'jwk' }), 'EdDSA')).toBeNull()
})

test.each(symmetricAlgorithms)('a secret for %s is measured in bytes of UTF-8', (alg) => {
  const least = Number(alg.slice(2)) / 8
  expect(secretShortness('ä'.repeat(least / 2), alg)).toBeNull()
  expect(secretShortness('x'.repeat(least - 1), alg)).toEqual({
    alg,
    bytes: String(least - 1),
    least: String(least),
  })
})
