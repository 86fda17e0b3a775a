import { beforeAll, expect, test } from 'vitest'
import { checkSentence } from '../../../electron/contract/check-sentences.ts'
import { decodeToken } from '../../../electron/core/token/decode.ts'
import { verifyToken } from '../../../electron/core/token/verify.ts'
import { checkOf, claims, expected, keysOf, now, type Signer, signer, verify } from '../../support/signed-tokens.ts'

let ec: Signer

beforeAll(async () => {
  ec = await signer('ES256')
})

const judged = async (payload: object, header: object = {}) => verify(await ec.sign(payload, header), keysOf(ec.jwk))

test.each([
  ['a slash', 'https://as.example/', 'slash'],
  ['http', 'http://as.example', 'scheme'],
  ['capital letters', 'https://AS.example', 'case'],
  ['another host', 'https://as2.example', undefined],
])('J9: an issuer that differs by %s is not genuine, with both and what differs', async (_name, iss, near) => {
  const verified = await judged({ ...claims, iss })
  expect(verified.verdict).toBe('not_genuine')
  const { result, evidence } = checkOf(verified, 'issuer')
  expect(result).toBe('failed')
  expect(evidence).toEqual({ expected: expected.issuer, actual: iss, ...(near && { near }) })
  expect(checkSentence(checkOf(verified, 'issuer'))).toContain(`is ${iss}, configured is https://as.example`)
})

test.each([
  ['missing', undefined, 'issuer_missing'],
  ['a list', ['https://as.example'], 'issuer_other'],
  ['null', null, 'issuer_other'],
])('J9: an issuer that is %s fails', async (_name, iss, reason) => {
  const verified = await judged({ ...claims, iss })
  expect(checkOf(verified, 'issuer')).toMatchObject({
    result: 'failed',
    reason,
    evidence: { expected: expected.issuer },
  })
  expect(verified.verdict).toBe('not_genuine')
})

test('J9: a wrong audience is told with the one that was asked for, and a token of it can be genuine', async () => {
  const verified = await judged({ ...claims, aud: ['urn:a', 'urn:b'] })
  expect(verified.verdict).toBe('genuine')
  expect(checkOf(verified, 'audience')).toMatchObject({
    result: 'failed',
    evidence: { expected: 'urn:api', actual: 'urn:a, urn:b' },
  })
  expect(checkOf(await judged({ ...claims, aud: { a: 1 } }), 'audience').reason).toBe('audience_form')
  expect(checkOf(await judged({ ...claims, aud: ['urn:b', 'urn:api'] }), 'audience').result).toBe('passed')
})

test.each([
  ['an ID token', 'JWT', 'noted', 'type_generic'],
  ['a logout token', 'logout+jwt', 'failed', 'type_other'],
  ['a DPoP proof', 'application/dpop+jwt', 'failed', 'type_other'],
  ['an access token by its whole name', 'Application/AT+JWT', 'passed', 'type_access_token'],
])('J9: the typ of %s is compared with at+jwt', async (_name, typ, result, reason) => {
  expect(checkOf(await judged(claims, { typ }), 'type')).toMatchObject({ result, reason, evidence: { typ } })
})

test('without an environment the signature decides, and for the rest it is said that nothing is configured', async () => {
  const verified = await verify(await ec.sign(), keysOf(ec.jwk), null)
  expect(verified.verdict).toBe('genuine')
  for (const name of ['issuer', 'audience', 'scope']) {
    const { result, reason } = checkOf(verified, name)
    expect([result, reason]).toEqual(['not_possible', `${name}_not_configured`])
  }
  expect(checkOf(verified, 'times')).toMatchObject({ result: 'passed', evidence: { seconds: '600' } })
  expect(verified.checks.map(({ name }) => name)).not.toContain('binding')
})

test('an environment without issuer and audience has nothing to compare with either', async () => {
  const empty = { ...expected, issuer: '', audiences: [], client_id: 'other' }
  const verified = await verify(await ec.sign(), keysOf(ec.jwk), empty)
  expect(verified.verdict).toBe('genuine')
  expect(checkOf(verified, 'issuer').reason).toBe('issuer_not_configured')
  expect(checkOf(verified, 'audience').reason).toBe('audience_not_configured')
})

test('of an SD-JWT the part that its issuer signed is verified', async () => {
  const token = await ec.sign(claims)
  const decoded = decodeToken(token)
  if (decoded.kind !== 'jws') throw new Error('This is no JWT.')
  const { kind: _, ...signed } = decoded
  const sd = { kind: 'sd_jwt', ...signed, disclosures: [], unreadable: 0, keyBinding: null } as const
  const verifySd = (text: string) => verifyToken(text, sd, keysOf(ec.jwk), expected, now * 1000)
  expect(await verifySd(`${token}~WyJhIiwiYiIsMV0~`)).toMatchObject({ verdict: 'genuine' })
  expect(await verifySd(`${token}AA~`)).toMatchObject({ verdict: 'not_genuine' })
})

test('of signed content signature and algorithm are checked, and the rest is not possible', async () => {
  const token = await ec.sign(claims)
  const decoded = decodeToken(token)
  if (decoded.kind !== 'jws') throw new Error('This is no JWT.')
  const { header, signatureBytes } = decoded
  const content = { text: 'Payload', encoding: 'utf-8', bytes: 7 } as const
  const verified = await verifyToken(
    token,
    { kind: 'signed_content', header, signatureBytes, content },
    keysOf(ec.jwk),
    expected,
    now * 1000,
  )
  expect(verified.verdict).toBe('genuine')
  expect(verified.profile).toEqual([])
  expect(verified.checks.slice(2).map(({ reason }) => reason)).toEqual(Array(5).fill('no_claims'))
})
