import { calculateJwkThumbprint, type JWK, SignJWT } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { checkOf, claims, keysOf, type Signer, signer, verify } from '../../../support/signed-tokens.ts'

let ours: Signer
let others: JWK[]

beforeAll(async () => {
  ours = await signer('ES256')
  others = await Promise.all(Array.from({ length: 24 }, async (_, index) => (await signer('ES256', `o${index}`)).jwk))
})

const signatureOf = async (token: string, ...keys: JWK[]) => checkOf(await verify(token, keysOf(...keys)), 'signature')
const anonymous = (): Promise<string> => ours.sign(claims, { kid: undefined })

test('A10: of an empty key set is said that nothing can be verified with it', async () => {
  const verified = await verify(await ours.sign(), keysOf())
  expect(verified).toMatchObject({ verdict: 'undetermined', findings: [{ code: 'jwks_empty' }] })
  expect(checkOf(verified, 'signature')).toMatchObject({ result: 'not_possible', reason: 'key_not_found' })
})

test('A10: two keys with the kid of the token cannot verify it, and that is named', async () => {
  const verified = await verify(await ours.sign(), keysOf({ ...others[0], kid: 'k1', kty: 'EC' }, ours.jwk))
  expect(verified).toMatchObject({ verdict: 'undetermined', findings: [{ code: 'jwks_duplicate_kid' }] })
  expect(checkOf(verified, 'signature')).toMatchObject({ result: 'not_possible', reason: 'key_duplicate_kid' })
})

test('A10: keys of other kinds may share the kid, and the same key may be there twice', async () => {
  const rsa = await signer('RS256')
  expect(await signatureOf(await ours.sign(), rsa.jwk, ours.jwk, { ...ours.jwk })).toMatchObject({ result: 'passed' })
})

test('A10: a mixed set verifies nothing, neither with its secrets nor with its keys, and is named', async () => {
  const secret = { kty: 'oct', kid: 's1', k: Buffer.alloc(32, 1).toString('base64url') }
  const verified = await verify(await ours.sign(), keysOf(ours.jwk, secret))
  expect(verified.verdict).toBe('undetermined')
  expect(checkOf(verified, 'signature')).toMatchObject({ result: 'not_possible', reason: 'keys_mixed' })
  expect(verified.findings.map(({ code }) => code)).toContain('jwks_mixed')
  const hmac = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 's1' }).sign(Buffer.alloc(32, 1))
  expect(await signatureOf(hmac, ours.jwk, secret)).toMatchObject({ result: 'not_possible', reason: 'keys_mixed' })
  expect(await signatureOf(hmac, secret)).toMatchObject({ result: 'not_possible', reason: 'secret_published' })
})

test('A10: a signature by a key whose private part is published proves nothing', async () => {
  const verified = await verify(await ours.sign(), keysOf(ours.privateJwk))
  expect(verified).toMatchObject({ verdict: 'undetermined', findings: [{ code: 'jwks_private_key' }] })
  expect(checkOf(verified, 'signature')).toMatchObject({ result: 'not_possible', reason: 'key_private' })
  expect(JSON.stringify(verified)).not.toContain(ours.privateJwk.d)
})

test('a token that names no key is tried with every key that fits, and the one that matched is named', async () => {
  const check = await signatureOf(await anonymous(), ...others.slice(0, 3), ours.jwk)
  expect(check).toMatchObject({ result: 'passed', evidence: { kid: 'k1', tried: '4' } })
  const { kid: _, ...nameless } = ours.jwk
  const thumbprint = await calculateJwkThumbprint(ours.jwk)
  expect(await signatureOf(await anonymous(), nameless)).toMatchObject({ result: 'passed', evidence: { thumbprint } })
})

test('when none of several fits, that is invalid; more than 20 are not tried', async () => {
  const check = await signatureOf(await anonymous(), ...others.slice(0, 3))
  expect(check).toMatchObject({ result: 'failed', reason: 'signature_invalid', evidence: { tried: '3' } })
  const late = await signatureOf(await anonymous(), ...others, ours.jwk)
  expect(late).toMatchObject({ result: 'not_possible', reason: 'key_too_many', evidence: { tried: '20', count: '25' } })
})

test('a key without kid may be meant by any token, but not where another key has the name', async () => {
  const { kid: _, ...nameless } = ours.jwk
  expect(await signatureOf(await ours.sign(), nameless)).toMatchObject({ result: 'passed' })
  expect(await signatureOf(await ours.sign(), nameless, { ...others[0], kty: 'EC', kid: 'k1' })).toMatchObject({
    result: 'failed',
  })
})

test.each([
  ['use', { use: 'enc' }],
  ['key_ops', { key_ops: ['encrypt'] }],
  ['alg', { alg: 'ES384' }],
])('a key whose %s is for something else is not used', async (member, members) => {
  const check = await signatureOf(await ours.sign(), { ...ours.jwk, ...members })
  expect(check).toMatchObject({ result: 'not_possible', reason: 'key_unfit', evidence: { member, kid: 'k1' } })
  expect(await signatureOf(await anonymous(), { ...ours.jwk, ...members })).toMatchObject({ reason: 'key_not_found' })
})

test('entries that are no keys are passed over', async () => {
  const set = { keys: JSON.parse('[null, 1, "k", [], {}, {"kty":1}, {"__proto__":{"kty":"EC"}}]') }
  set.keys.push(ours.jwk)
  expect(await verify(await ours.sign(), { kind: 'keys', keys: set })).toMatchObject({ verdict: 'genuine' })
})

test('a token that names no key may be of one that is not tried, and then it is no forgery', async () => {
  const { kid: _, ...ed25519 } = (await signer('Ed25519')).jwk
  const ed448 = { kty: 'OKP', crv: 'Ed448', x: Buffer.alloc(57, 1).toString('base64url') }
  const stranger = await (await signer('EdDSA')).sign(claims, { kid: undefined })
  expect(await signatureOf(stranger, ed25519, ed448)).toMatchObject({
    result: 'not_possible',
    reason: 'signature_unsupported',
    evidence: { alg: 'EdDSA (Ed448)' },
  })
  const weak = { kty: 'RSA', n: Buffer.alloc(128, 255).toString('base64url'), e: 'AQAB' }
  const rsa = await signer('RS256')
  const other = await (await signer('RS256')).sign(claims, { kid: undefined })
  expect(await signatureOf(other, rsa.jwk, weak)).toMatchObject({ result: 'not_possible', reason: 'key_weak' })
  expect(await signatureOf(other, rsa.jwk, { ...weak, use: 'enc' })).toMatchObject({ result: 'failed' })
})
