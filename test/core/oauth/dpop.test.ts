import { createHash, createPrivateKey } from 'node:crypto'
import fc from 'fast-check'
import { decodeJwt, decodeProtectedHeader, EmbeddedJWK, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { asymmetricAlgorithms } from '../../../electron/vocabulary/client-authentication.ts'
import { dpopKeyOf, dpopProof, generateDpopKey, nonceOf, wantsNonce } from '../../../electron/core/oauth/dpop.ts'

const now = 1_800_000_000
const world = { now: () => now * 1000, newId: () => '-BwC3ESc6acc2lTc' }
const target = { method: 'POST', url: 'https://server.example.com/token', nonce: null, accessToken: null }

/** @see RFC 7515 appendix A.3 */
const ecKey = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
  d: 'jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI',
}
const dpopKeyOfJwk = (jwk: Record<string, string>, alg: 'ES256' | 'EdDSA') =>
  dpopKeyOf(createPrivateKey({ key: jwk, format: 'jwk' }), alg)

test('a proof is structured as RFC 9449 figure 2, its public key without the private part', async () => {
  const proof = await dpopProof(await dpopKeyOfJwk(ecKey, 'ES256'), target, world)
  const { d, ...publicJwk } = ecKey
  expect(d).toBeDefined()
  expect(decodeProtectedHeader(proof)).toEqual({ typ: 'dpop+jwt', alg: 'ES256', jwk: publicJwk })
  expect(decodeJwt(proof)).toEqual({
    jti: '-BwC3ESc6acc2lTc',
    htm: 'POST',
    htu: 'https://server.example.com/token',
    iat: now,
  })
})

test('htu has neither query nor fragment nor credentials', async () => {
  const key = await generateDpopKey('ES256')
  const proof = await dpopProof(key, { ...target, url: 'https://u:p@api.example:8443/a%20b/?q=1#f' }, world)
  expect(decodeJwt(proof)['htu']).toBe('https://api.example:8443/a%20b/')
})

test('ath is the digest of the access token, as in RFC 9449 §7.1, and a nonce goes along', async () => {
  const accessToken = 'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU'
  const proof = await dpopProof(await generateDpopKey('ES256'), { ...target, nonce: 'n', accessToken }, world)
  expect(decodeJwt(proof)).toMatchObject({ nonce: 'n', ath: 'fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo' })
  expect(createHash('sha256').update(accessToken).digest('base64url')).toBe(
    'fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo',
  )
})

test.each(asymmetricAlgorithms)('a proof by a generated key (%s) is verified with the key in it', async (alg) => {
  const key = await generateDpopKey(alg)
  const proof = await dpopProof(key, target, world)
  await expect(
    jwtVerify(proof, EmbeddedJWK, { typ: 'dpop+jwt', algorithms: [alg], currentDate: new Date(now * 1000) }),
  ).resolves.toBeTruthy()
  expect(Object.keys(key.publicJwk).toSorted().join(' ')).toMatch(/^(?:e kty n|crv kty x y|crv kty x)$/)
})

test('thumbprints are those of RFC 8037 appendix A.3 and RFC 7638', async () => {
  const okp = {
    kty: 'OKP',
    crv: 'Ed25519',
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  }
  expect((await dpopKeyOfJwk(okp, 'EdDSA')).thumbprint).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
  const members = `{"crv":"P-256","kty":"EC","x":"${ecKey.x}","y":"${ecKey.y}"}`
  const expected = createHash('sha256').update(members).digest('base64url')
  expect((await dpopKeyOfJwk(ecKey, 'ES256')).thumbprint).toBe(expected)
})

test.each([
  [[], null],
  [[['DPoP-Nonce', 'eyJ7S_zG.eyJH0-Z.HX4w-7v']], 'eyJ7S_zG.eyJH0-Z.HX4w-7v'],
  [[['dpop-nonce', ' a ']], 'a'],
  [[['DPoP-Nonce', '']], null],
  [[['DPoP-Nonce', 'a b']], null],
  [[['DPoP-Nonce', 'a"b']], null],
] as [[string, string][], string | null][])('of %j the nonce is %j', (headers, nonce) => {
  expect(nonceOf(headers)).toBe(nonce)
})

const answer = (status: number, body: string, ...challenges: string[]) => ({
  status,
  headers: challenges.map((value): [string, string] => ['WWW-Authenticate', value]),
  body: Buffer.from(body),
})
const refusal = '{"error":"use_dpop_nonce","error_description":"Authorization server requires nonce in DPoP proof"}'
const challenge = 'DPoP error="use_dpop_nonce", error_description="Resource server requires nonce in DPoP proof"'

test.each([
  ['an authorization server with 400 (RFC 9449 §8)', answer(400, refusal)],
  ['an authorization server with 401', answer(401, refusal)],
  ['a protected resource (RFC 9449 §9)', answer(401, '', challenge)],
  ['the second of two fields', answer(401, '', 'Bearer realm="a"', challenge)],
  ['the second challenge of one field', answer(401, 'x', `Bearer realm="a, DPoP b", ${challenge}`)],
  ['another case', answer(401, '', 'dpop algs="ES256", error=use_dpop_nonce')],
])('a nonce is wanted by %s', (_, response) => {
  expect(wantsNonce(response)).toBe(true)
})

test.each([
  ['a success', answer(200, refusal)],
  ['another error', answer(400, '{"error":"invalid_dpop_proof"}')],
  ['a server error', answer(500, refusal, challenge)],
  ['a forbidden call', answer(403, '', challenge)],
  ['a Bearer challenge', answer(401, '', 'Bearer error="use_dpop_nonce"')],
  ['a Bearer challenge after a DPoP one', answer(401, '', 'DPoP algs="ES256", Bearer error="use_dpop_nonce"')],
  ['words inside of a quoted string', answer(401, '', 'Bearer realm=", DPoP error=use_dpop_nonce"')],
  ['a body that is no JSON', answer(401, 'use_dpop_nonce')],
])('no nonce is wanted by %s', (_, response) => {
  expect(wantsNonce(response)).toBe(false)
})

test('no answer makes it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (body, header) => {
      expect(typeof wantsNonce({ status: 401, headers: [['WWW-Authenticate', header]], body })).toBe('boolean')
    }),
  )
})
