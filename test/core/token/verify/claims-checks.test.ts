import { beforeAll, expect, test } from 'vitest'
import { verdictReason } from '../../../../electron/wording/checks.ts'
import { checkSentence } from '../../../../electron/wording/checks/sentences.ts'
import type { Expectations } from '../../../../electron/core/token/verify/checks.ts'
import { decodeToken } from '../../../../electron/core/token/decode/decode.ts'
import { verifyToken } from '../../../../electron/core/token/verify/verify.ts'
import { checkOf, claims, expected, keysOf, now, type Signer, signer, verify } from '../../../support/signed-tokens.ts'

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
])(
  'J9: an issuer that differs by %s is reported with both and what differs, and is no forgery by that alone',
  async (_name, iss, near) => {
    const verified = await judged({ ...claims, iss })
    expect(verified.verdict).toBe('other_issuer')
    const { result, evidence } = checkOf(verified, 'issuer')
    expect(result).toBe('failed')
    expect(evidence).toEqual({ expected: expected.issuer, actual: iss, ...(near && { near }) })
    expect(checkSentence(checkOf(verified, 'issuer'))).toContain(`is ${iss}, configured is https://as.example`)
  },
)

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
  expect(verified.verdict).toBe('other_issuer')
})

const adfs = 'http://adfs.example/adfs/services/trust'

test('J9: the issuer that the metadata names for access tokens is theirs, exactly', async () => {
  const known = { ...expected, issuer: 'https://adfs.example/adfs', accessTokenIssuer: adfs }
  const verdictOf = async (iss: string, expectations: Expectations) =>
    (await verify(await ec.sign({ ...claims, iss }), keysOf(ec.jwk), expectations)).verdict
  expect(await verdictOf(adfs, known)).toBe('genuine')
  expect(await verdictOf('https://adfs.example/adfs', known)).toBe('genuine')
  expect(await verdictOf(`${adfs}/`, known)).toBe('other_issuer')
  expect(await verdictOf(adfs, { ...known, accessTokenIssuer: null })).toBe('other_issuer')
  expect(await verdictOf(adfs, { ...known, issuer: '' })).toBe('genuine')
})

test('J9: a forged signature stays not genuine, no matter the issuer', async () => {
  const forger = await signer('ES256')
  for (const iss of [adfs, 'https://as2.example', expected.issuer]) {
    const forged = await forger.sign({ ...claims, iss })
    const known = { ...expected, accessTokenIssuer: adfs }
    expect((await verify(forged, keysOf(ec.jwk), known)).verdict).toBe('not_genuine')
  }
})

test('J9: another issuer beside a signature that was not checked is no more than that', async () => {
  const verified = await verify(await ec.sign({ ...claims, iss: 'https://as2.example' }), keysOf())
  expect(verified.verdict).toBe('other_issuer')
  expect(verdictReason({ ...verified, keys: null })).toMatch(
    /^Issuer does not match, and the signature was not checked/,
  )
})

test.each([
  ['AD FS', 'https://adfs.example/adfs', adfs, 'access_token_issuer'],
  ['Entra ID', 'https://login.microsoftonline.com/a-b/v2.0', 'https://sts.windows.net/a-b/', 'version 1.0'],
])('J9: the two issuers of %s are named as such', async (_name, issuer, iss, words) => {
  const verified = await verify(await ec.sign({ ...claims, iss }), keysOf(ec.jwk), { ...expected, issuer })
  expect(verified.verdict).toBe('other_issuer')
  expect(checkSentence(checkOf(verified, 'issuer'))).toContain(words)
})

test('the tenant of another issuer of Entra ID is not taken for the same', async () => {
  const issuer = 'https://login.microsoftonline.com/a-b/v2.0'
  const iss = 'https://sts.windows.net/c-d/'
  const verified = await verify(await ec.sign({ ...claims, iss }), keysOf(ec.jwk), { ...expected, issuer })
  expect(checkOf(verified, 'issuer').evidence).not.toHaveProperty('near')
})

test('J9: a wrong audience is reported with the one that was asked for, and a token of it can be genuine', async () => {
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
