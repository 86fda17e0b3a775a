import { expect, test } from 'vitest'
import { judgeIntrospection } from './judge-introspection.ts'
import { answered, html } from './transcript.ts'

const facts = {
  now: 100_000,
  issuedAt: 40_000,
  expiresAt: 700_000,
  revokedAt: null,
  isJwt: true,
  scope: 'api:read',
  claims: null,
}
const asked = {
  issuer: 'https://as.example',
  client_id: 'rs',
  responseFormat: 'jwt',
  caller: 'rs',
  token_endpoint: 'https://as.example/token',
  introspection_endpoint: 'https://as.example/introspect',
  clockOffset: 0,
} as const
const jwtType: [string, string][] = [['Content-Type', 'application/token-introspection+jwt']]
const segment = (source: string) => Buffer.from(source).toString('base64url')
const header = '{"alg":"RS256","typ":"token-introspection+jwt","kid":"1"}'
const claims = (response: string) =>
  `{"iss":"https://as.example","aud":"rs","iat":1514797892,"token_introspection":${response}}`
const jwt = (response: string, head = header) => `${segment(head)}.${segment(claims(response))}.c2lnbmF0dXJl`
const judge = (body: string, headers = jwtType) => judgeIntrospection(answered(200, body, headers), facts, asked)
const codes = (judged: { outcome: { findings: readonly { code: string }[] } }) =>
  judged.outcome.findings.map(({ code }) => code)

test('the response inside of a JWT is taken, to the digit, and the JWT is handed on to be verified', () => {
  const body = jwt('{"active":true,"scope":"api:read","serial":12345678901234567890}')
  const { outcome, signed } = judge(body)
  expect(outcome).toMatchObject({ kind: 'active', findings: [] })
  expect(outcome).toMatchObject({ response: { members: [{}, {}, { source: '12345678901234567890' }] } })
  expect(signed).toMatchObject({ jwt: body, header: { source: header } })
})

test('an inactive token in a JWT is inactive', () => {
  const { outcome, signed } = judge(jwt('{"active":false}'))
  expect(outcome).toMatchObject({ kind: 'inactive', findings: [{ code: 'inactive_unexplained' }] })
  expect(signed).not.toBeNull()
})

test('a JWT under another content type is recognised all the same, and reported', () => {
  const judged = judge(`${jwt('{"active":true}')}\n`, [['Content-Type', 'application/jwt']])
  expect(judged.outcome.kind).toBe('active')
  expect(judged.outcome.findings).toMatchObject([
    { code: 'introspection_jwt_unexpected', evidence: { name: 'Content-Type' } },
  ])
})

test('plain JSON where a signed response was asked for is judged, and named as not signed', () => {
  const judged = judge('{"active":true}', [])
  expect(judged).toMatchObject({ outcome: { kind: 'active' }, signed: null })
  expect(codes(judged)).toEqual(['introspection_not_signed'])
})

test('JSON labelled as a JWT is still read, and named as not signed', () => {
  const judged = judge('{"active":true}')
  expect(judged.outcome.kind).toBe('active')
  expect(codes(judged)).toEqual(['introspection_not_signed', 'content_type_not_json'])
})

test.each([
  ['iss', { iss: 'https://other.example' }, { expected: 'https://as.example', actual: 'https://other.example' }],
  ['aud', { aud: ['other', 'third'] }, { expected: 'rs', actual: 'other, third' }],
  ['aud', { aud: 7 }, { expected: 'rs', actual: '' }],
])('a mismatch of %s is noted: %o', (name, members, evidence) => {
  const token_introspection = { active: true }
  const payload = JSON.stringify({ iss: 'https://as.example', aud: 'rs', token_introspection, ...members })
  const { outcome } = judge(`${segment(header)}.${segment(payload)}.AA`)
  expect(outcome).toMatchObject({
    kind: 'active',
    findings: [{ code: 'introspection_jwt_unexpected', evidence: { name, ...evidence } }],
  })
})

test('a JWT of another type is noted: it may have been made for another purpose', () => {
  const { outcome } = judge(jwt('{"active":true}', '{"alg":"RS256","typ":"at+jwt"}'))
  expect(outcome.findings).toMatchObject([{ evidence: { name: 'typ', actual: 'at+jwt' } }])
})

test('members at the top level, as drafts of RFC 9701 had them, are read and noted', () => {
  const payload = '{"iss":"https://as.example","aud":"rs","active":true}'
  const { outcome } = judge(`${segment(header)}.${segment(payload)}.AA`)
  expect(outcome).toMatchObject({ kind: 'active', findings: [{ evidence: { name: 'token_introspection' } }] })
})

test.each([
  [
    'token_introspection is missing',
    `${segment(header)}.${segment('{"iss":"https://as.example","aud":"rs"}')}.AA`,
    'introspection_jwt_unexpected',
  ],
  ['token_introspection is a string', jwt('"active"'), 'introspection_jwt_unexpected'],
  [
    'it is encrypted',
    `${segment('{"alg":"RSA-OAEP","enc":"A256GCM"}')}.AA.AA.AA.AA`,
    'introspection_signature_unchecked',
  ],
  ['it is cut off', `${segment(header)}.${segment('{"iss":')}.AA`, 'introspection_jwt_malformed'],
  ['it is empty', '', 'body_empty'],
])('a signed response is not usable when %s', (_name, body, code) => {
  expect(judge(body).outcome).toMatchObject({ kind: 'nonconformant', findings: [{ code }] })
})

test('an error in JSON is a refusal also where a JWT was asked for', () => {
  const judged = judgeIntrospection(answered(401, '{"error":"invalid_client"}'), facts, asked)
  expect(judged).toMatchObject({ outcome: { kind: 'refused', findings: [{ code: 'invalid_client' }] }, signed: null })
})

test('a web page is no signed response', () => {
  const judged = judge('<html>login</html>', html)
  expect(judged).toMatchObject({
    outcome: { kind: 'nonconformant', findings: [{ code: 'body_not_json' }] },
    signed: null,
  })
})
