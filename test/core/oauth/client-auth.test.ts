import { createHmac, createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import fc from 'fast-check'
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { asymmetricAlgorithms } from '../../../electron/vocabulary/client-authentication.ts'
import { basicHeader, encodingsDiffer } from '../../../electron/core/oauth/client-auth/basic-encodings.ts'
import { authenticate } from '../../../electron/core/oauth/client-auth/client-authentication.ts'
import type { AssertionTerms, ClientCredentials } from '../../../electron/core/oauth/client-auth/credentials.ts'
import { generateDpopKey } from '../../../electron/core/oauth/dpop.ts'

const now = 1_800_000_000
const terms: AssertionTerms = { alg: 'ES256', audience: 'https://as.example/token', lifetime: 90, header: {} }

function countingWorld() {
  let count = 0
  return { now: () => now * 1000 + 999, newId: () => `id-${(count += 1)}` }
}

async function authenticated(credentials: ClientCredentials, world = countingWorld()) {
  const body = new URLSearchParams({ grant_type: 'client_credentials' })
  const headers = new Headers()
  await authenticate(credentials, world, body, headers)
  return { body, authorization: headers.get('authorization') }
}

const client_id = 's6BhdRkqt3'
const clientSecret = '7Fjfp0ZBr1KtDRbnfVdmIw'
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

test('client_secret_basic is the header of RFC 6749 §2.3.1 in both encodings', async () => {
  for (const basicEncoding of ['form', 'raw'] as const) {
    const { body, authorization } = await authenticated({
      client_id,
      method: 'client_secret_basic',
      clientSecret,
      basicEncoding,
    })
    expect(authorization).toBe('Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3')
    expect(body.toString()).toBe('grant_type=client_credentials')
  }
})

const decoded = (header: string) => Buffer.from(header.replace('Basic ', ''), 'base64').toString()

test('form-encoding is that of RFC 6749 appendix B, raw is UTF-8 as it is', () => {
  expect(decoded(basicHeader('id', ' %&+£€', 'form'))).toBe('id:+%25%26%2B%C2%A3%E2%82%AC')
  expect(decoded(basicHeader('id', ' %&+£€', 'raw'))).toBe('id: %&+£€')
  expect(decoded(basicHeader('exp lorer+1%41', 's%41 c+r=e&t:/?', 'form'))).toBe(
    'exp+lorer%2B1%2541:s%2541+c%2Br%3De%26t%3A%2F%3F',
  )
})

test.each([
  ['2f6a3c1e-0b7d-4c55-9a1e-7b1f0a2c9d11', 'a-b_c.d*E9', false],
  ['client', 'with:colon', true],
  ['client', 'with space', true],
  ['client', 'tilde~', true],
  ['client@example', 'x', true],
  ['client', 'pässword', true],
])('the encodings of %s and %s differ: %s', (id, secret, differ) => {
  expect(encodingsDiffer(id, secret)).toBe(differ)
})

test('no matter what id and secret are, a form decoder reads them back, and no secret makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (id, secret) => {
      const [first = '', second = ''] = decoded(basicHeader(id, secret, 'form')).split(':')
      const read = (text: string) => new URLSearchParams(`v=${text}`).get('v')
      expect([read(first), read(second)]).toEqual([id.toWellFormed(), secret.toWellFormed()])
    }),
  )
})

test('client_secret_post puts id and secret into the body, and no Authorization', async () => {
  const { body, authorization } = await authenticated({ client_id, method: 'client_secret_post', clientSecret })
  expect(body.toString()).toBe(`grant_type=client_credentials&client_id=${client_id}&client_secret=${clientSecret}`)
  expect(authorization).toBeNull()
})

test.each(['tls_client_auth', 'self_signed_tls_client_auth', 'none'] as const)(
  '%s sends client_id alone',
  async (method) => {
    const { body, authorization } = await authenticated({ client_id, method })
    expect(body.toString()).toBe(`grant_type=client_credentials&client_id=${client_id}`)
    expect(authorization).toBeNull()
  },
)

test('client_assertion_file sends the assertion as it is', async () => {
  const { body } = await authenticated({ client_id, method: 'client_assertion_file', clientAssertion: 'a.b.c' })
  expect(Object.fromEntries(body)).toMatchObject({
    client_id,
    client_assertion_type: assertionType,
    client_assertion: 'a.b.c',
  })
})

const assertionIn = (body: URLSearchParams) => body.get('client_assertion') ?? ''

test('an assertion has the claims of RFC 7523 §3, and client_id goes along', async () => {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const header = { kid: 'k1', x5t: 'a', 'x5t#S256': 'b' }
  const { body } = await authenticated({ client_id, method: 'private_key_jwt', key, assertion: { ...terms, header } })
  expect(body.get('client_id')).toBe(client_id)
  expect(body.get('client_assertion_type')).toBe(assertionType)
  expect(decodeProtectedHeader(assertionIn(body))).toEqual({ ...header, alg: 'ES256', typ: 'JWT' })
  expect(decodeJwt(assertionIn(body))).toEqual({
    iss: client_id,
    sub: client_id,
    aud: 'https://as.example/token',
    jti: 'id-1',
    iat: now,
    exp: now + 90,
  })
})

test('each request gets an assertion with its own id', async () => {
  const world = countingWorld()
  const credentials = {
    client_id,
    method: 'client_secret_jwt',
    clientSecret,
    assertion: { ...terms, alg: 'HS256' },
  } as const
  const [first, second] = [await authenticated(credentials, world), await authenticated(credentials, world)]
  expect(decodeJwt(assertionIn(first.body)).jti).not.toBe(decodeJwt(assertionIn(second.body)).jti)
})

test.each(['HS256', 'HS384', 'HS512'] as const)(
  'client_secret_jwt signs with the UTF-8 bytes of the secret (%s), a short one too',
  async (alg) => {
    for (const secret of ['kurz ü', 'x'.repeat(64)]) {
      const { body } = await authenticated({
        client_id,
        method: 'client_secret_jwt',
        clientSecret: secret,
        assertion: { ...terms, alg },
      })
      const [header, payload, signature] = assertionIn(body).split('.')
      const expected = createHmac(alg.replace('HS', 'sha'), secret).update(`${header}.${payload}`).digest('base64url')
      expect(signature).toBe(expected)
    }
  },
)

test.each(asymmetricAlgorithms)('private_key_jwt signs with %s so that the public key verifies it', async (alg) => {
  const { key, publicJwk } = await generateDpopKey(alg)
  const { body } = await authenticated({ client_id, method: 'private_key_jwt', key, assertion: { ...terms, alg } })
  const currentDate = new Date(now * 1000)
  const options = { currentDate, issuer: client_id, subject: client_id, audience: terms.audience, algorithms: [alg] }
  await expect(jwtVerify(assertionIn(body), publicJwk, options)).resolves.toMatchObject({ protectedHeader: { alg } })
})

test('an ES256 signature is r and s as RFC 7515 appendix A.3 has it, not DER', async () => {
  const { key } = await generateDpopKey('ES256')
  const { body } = await authenticated({ client_id, method: 'private_key_jwt', key, assertion: terms })
  const [header, payload, signature = ''] = assertionIn(body).split('.')
  const bytes = Buffer.from(signature, 'base64url')
  const verifier = { key: createPublicKey(key), dsaEncoding: 'ieee-p1363' } as const
  expect(bytes).toHaveLength(64)
  expect(verify('sha256', Buffer.from(`${header}.${payload}`), verifier, bytes)).toBe(true)
})
