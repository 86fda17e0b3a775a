import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { decodeToken } from '../../../../electron/core/token/decode/decode.ts'
import type { Expectations } from '../../../../electron/core/token/verify/checks.ts'
import { verifyToken } from '../../../../electron/core/token/verify/verify.ts'
import { claims, expected, now, segment } from '../../../support/signed-tokens.ts'

let key: CryptoKey
let jwk: JWK

beforeAll(async () => {
  const pair = await generateKeyPair('ES256')
  key = pair.privateKey
  jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }
})

const sign = (payload: object, header: object = {}) =>
  new SignJWT({ ...payload }).setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'at+jwt', ...header }).sign(key)
const verify = async (token: string, keys: JWK[] = [jwk], expectations: Expectations = expected) =>
  verifyToken(token, decodeToken(token), { kind: 'keys', keys: { keys } }, expectations, now * 1000)
const reasonOf = ({ checks }: Awaited<ReturnType<typeof verify>>, name: string) =>
  checks.find((check) => check.name === name)?.reason

test.each(['none', 'None', 'NONE', 'nOnE'])('alg %s is never genuine', async (alg) => {
  const verified = await verify(`${segment({ alg })}.${segment(claims)}.`)
  expect(verified.verdict).toBe('not_genuine')
  expect(reasonOf(verified, 'algorithm')).toBe('algorithm_none')
})

test('an HS256 token made with the public key as secret is not genuine by it', async () => {
  const secret = new TextEncoder().encode(JSON.stringify(jwk))
  const token = await new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret)
  const verified = await verify(token)
  expect(verified.verdict).toBe('not_genuine')
  expect(reasonOf(verified, 'signature')).toBe('algorithm_confusion')
})

test('a key inside the token is not used', async () => {
  const foreign = await generateKeyPair('ES256', { extractable: true })
  const header = { alg: 'ES256', kid: 'k1', typ: 'at+jwt', jwk: await exportJWK(foreign.publicKey) }
  const token = await new SignJWT({ ...claims }).setProtectedHeader(header).sign(foreign.privateKey)
  expect(reasonOf(await verify(token), 'signature')).toBe('signature_invalid')
})

test('a changed claim is found', async () => {
  const [header, , signature] = (await sign(claims)).split('.')
  const verified = await verify(`${header}.${segment({ ...claims, scope: 'admin' })}.${signature}`)
  expect(verified.verdict).toBe('not_genuine')
})

test('a signature of r = s = 0 is invalid', async () => {
  const [header, payload] = (await sign(claims)).split('.')
  const verified = await verify(`${header}.${payload}.${Buffer.alloc(64).toString('base64url')}`)
  expect(reasonOf(verified, 'signature')).toBe('signature_invalid')
})

test('an unknown crit is not passed over', async () => {
  const [, payload, signature] = (await sign(claims)).split('.')
  const token = `${segment({ alg: 'ES256', kid: 'k1', crit: ['x'], x: 1 })}.${payload}.${signature}`
  expect((await verify(token)).verdict).not.toBe('genuine')
})

test('without a fitting key nothing is claimed', async () => {
  const verified = await verify(await sign(claims), [{ ...jwk, kid: 'other' }])
  expect(verified.verdict).toBe('undetermined')
  expect(reasonOf(verified, 'signature')).toBe('key_not_found')
})

test.each([
  ['issuer', { ...claims, iss: 'https://as.example/' }, 'issuer_other', 'other_issuer'],
  ['audience', { ...claims, aud: 'urn:other' }, 'audience_other', 'genuine'],
  ['times', { ...claims, exp: now - 1 }, 'expired', 'genuine'],
  ['times', { ...claims, exp: now }, 'expired', 'genuine'],
  ['times', { ...claims, nbf: now + 600 }, 'not_yet_valid', 'genuine'],
  ['times', { ...claims, exp: (now + 600) * 1000 }, 'milliseconds', 'genuine'],
  ['scope', { ...claims, scope: 'other' }, 'scope_less', 'genuine'],
])('%s: %j is %s', async (name, payload, reason, verdict) => {
  const verified = await verify(await sign(payload))
  expect(reasonOf(verified, name)).toBe(reason)
  expect(verified.verdict).toBe(verdict)
})

test('a JWT of another type is not taken for an access token', async () => {
  expect(reasonOf(await verify(await sign(claims, { typ: 'logout+jwt' })), 'type')).toBe('type_other')
})

test('an access token as RFC 9068 wants it passes every check', async () => {
  const { verdict, checks } = await verify(await sign(claims))
  expect(verdict).toBe('genuine')
  expect(checks.filter(({ result }) => result !== 'passed')).toEqual([])
})

test('an opaque token cannot be verified, and that is what is said', async () => {
  expect(await verify('opaque')).toMatchObject({ verdict: 'undetermined', checks: [{ reason: 'token_opaque' }] })
})

const thumbprint = '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I'

test.each([
  ['another key', { cnf: { jkt: 'other' } }, 'failed', 'binding_mismatch'],
  ['nothing', {}, 'noted', 'binding_missing'],
  ['something that is no thumbprint', { cnf: { jkt: 1 } }, 'noted', 'binding_missing'],
  ['text where an object belongs', { cnf: thumbprint }, 'noted', 'binding_missing'],
  ['the key in use', { cnf: { jkt: thumbprint } }, 'passed', 'binding_confirmed'],
] as const)('a token bound to %s is compared with the DPoP key in use', async (_name, extra, result, reason) => {
  const token = await sign({ ...claims, ...extra })
  const { checks } = await verify(token, [jwk], { ...expected, binding: { kind: 'dpop', thumbprint } })
  expect(checks.find(({ name }) => name === 'binding')).toMatchObject({ result, reason })
})

test('a token bound to a certificate is compared with the one in use, and cannot be without one', async () => {
  const token = await sign({ ...claims, cnf: { 'x5t#S256': thumbprint } })
  const bindingOf = async (binding: Expectations['binding']) =>
    (await verify(token, [jwk], { ...expected, binding })).checks.find(({ name }) => name === 'binding')
  expect(await bindingOf({ kind: 'certificate', thumbprint })).toMatchObject({ result: 'passed' })
  expect(await bindingOf({ kind: 'certificate', thumbprint: 'other' })).toMatchObject({ result: 'failed' })
  expect(await bindingOf(null)).toMatchObject({ result: 'not_possible', evidence: { member: 'cnf.x5t#S256' } })
  expect((await verify(await sign(claims))).checks.map(({ name }) => name)).not.toContain('binding')
})
