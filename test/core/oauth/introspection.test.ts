import { expect, test } from 'vitest'
import { judgeIntrospection } from './judge-introspection.ts'
import { judgeRevocationResponse } from '../../../electron/core/oauth/revocation.ts'
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
const json = {
  issuer: 'https://as.example',
  client_id: 'rs',
  responseFormat: 'json',
  caller: 'rs',
  token_endpoint: 'https://as.example/token',
  introspection_endpoint: 'https://as.example/introspect',
  clockOffset: 0,
} as const
const judged = (body: string, known: typeof facts | object = {}) =>
  judgeIntrospection(answered(200, body), { ...facts, ...known }, json).outcome
const codes = ({ findings }: { findings: readonly { code: string }[] }) => findings.map(({ code }) => code)

test.each([
  ['missing', '{}', 'active_missing'],
  ['1', '{"active":1}', 'active_not_boolean'],
  ['null', '{"active":null}', 'active_not_boolean'],
])('A7: introspection `active` that is %s is invalid, not active', (_name, body, code) => {
  expect(judged(body)).toMatchObject({ kind: 'nonconformant', findings: [{ code }] })
})

test.each([
  ['"true"', 'active', 'true'],
  ['"TRUE"', 'active', 'true'],
  ['"false"', 'inactive', 'false'],
])(
  '`active` as the text %s is read, the answer is shown, and it is said that a strict API takes it for nothing',
  (source, kind, as) => {
    const outcome = judged(`{"active":${source},"client_id":"c"}`)
    expect(outcome).toMatchObject({ kind, response: { members: [{ name: 'active' }, { name: 'client_id' }] } })
    expect(outcome.findings[0]).toMatchObject({
      code: 'active_not_boolean',
      severity: 'error',
      evidence: { active: source, as },
    })
  },
)

test('an answer without active that names an error is a refusal, regardless of its status', () => {
  expect(judged('{"error":"invalid_token"}')).toMatchObject({ kind: 'refused', error: { error: 'invalid_token' } })
})

test('scopes that are written as a list with commas are not missing', () => {
  expect(codes(judged('{"active":true,"scope":"api:write,api:read"}'))).toEqual(['scope_form'])
})

test('a revocation that is answered 200 with an error is refused: nothing shows that the token is revoked', () => {
  const outcome = judgeRevocationResponse(answered(200, '{"error":"invalid_client","error_description":"who?"}'))
  expect(outcome).toMatchObject({ kind: 'refused', status: 200, error: { error: 'invalid_client' } })
  expect(codes(outcome)).toEqual(['invalid_client', 'error_in_success'])
})

test('words of an accepted revocation are shown beside the warning that accepted is not proof', () => {
  expect(judgeRevocationResponse(answered(200, '{"success":false,"msg":"No such token"}'))).toMatchObject({
    kind: 'accepted',
    findings: [{ code: 'revocation_not_proof', evidence: { message: 'No such token', place: '/msg' } }],
  })
})

test('active: false is explained by revocation here, by expiry, or honestly not at all', () => {
  const body = '{"active":false}'
  expect(judged(body)).toMatchObject({ kind: 'inactive', findings: [{ code: 'inactive_unexplained' }] })
  expect(judged(body, { expiresAt: 90_000 })).toMatchObject({ findings: [{ code: 'inactive_expired' }] })
  expect(judged(body, { revokedAt: 97_000 })).toMatchObject({
    findings: [{ code: 'inactive_revoked_here', evidence: { secondsAgo: '3', at: '1970-01-01T00:01:37Z' } }],
  })
})

test.each([
  ['a JWT, as of oidc-provider 8', true, 'JWT'],
  ['an opaque token', false, 'opaque'],
])('active: true after an accepted revocation of %s names a revocation that did nothing', (_name, isJwt, token) => {
  expect(judged('{"active":true}', { revokedAt: 97_000, isJwt })).toMatchObject({
    kind: 'active',
    findings: [{ code: 'active_after_revocation', severity: 'error', evidence: { secondsAgo: '3', token } }],
  })
  expect(judged('{"active":true}', { isJwt }).findings).toEqual([])
})

test('active: false for a valid JWT says that some servers answer so to every JWT (oidc-provider 8)', () => {
  expect(judged('{"active":false}').findings).toMatchObject([{ evidence: { token: 'JWT' } }])
  expect(judged('{"active":false}', { isJwt: false }).findings).toMatchObject([{ evidence: { token: 'opaque' } }])
})

test('the claims are beside the answer, active or not, where they can be read', () => {
  const source = '{"scope":"api:read","exp":700}'
  const claims = {
    source,
    members: [
      { name: 'scope', source: '"api:read"', duplicate: false },
      { name: 'exp', source: '700', duplicate: false },
    ],
  }
  expect(judged('{"active":true}')).toMatchObject({ comparison: null })
  expect(judged('{"active":true,"scope":["api:read"],"exp":760}', { claims })).toMatchObject({
    comparison: [
      { name: 'scope', change: 'equivalent' },
      { name: 'exp', change: 'changed', meaning: { kind: 'later', seconds: 60 } },
      { name: 'active', change: 'added' },
    ],
  })
  expect(judged('{"active":false}', { claims })).toMatchObject({
    kind: 'inactive',
    comparison: [{ change: 'removed' }, { change: 'removed' }, { name: 'active', change: 'added' }],
  })
})

test('exp: 0, as doorkeeper has it for a token that never expires, is not 1970', () => {
  expect(judged('{"active":true,"exp":0}').findings).toMatchObject([
    { code: 'introspection_member_odd', evidence: { member: 'exp', value: '0' } },
  ])
  const inactive = judged('{"active":false,"exp":0}', { expiresAt: null })
  expect(codes(inactive)).toEqual(['inactive_unexplained'])
})

test('token_type "access_token", as jmondi has it, is reported', () => {
  expect(judged('{"active":true,"token_type":"access_token"}').findings).toMatchObject([
    { code: 'introspection_member_odd', evidence: { member: 'token_type' } },
  ])
  expect(judged('{"active":true,"token_type":"bearer"}').findings).toEqual([])
})

test.each([
  ['scope', '{"active":true,"scope":"api:read"}', []],
  ['an array scopes (cidaas)', '{"active":true,"scopes":["api:read","x"]}', []],
  ['fewer, in an array scopes', '{"active":true,"scopes":["x"]}', ['introspection_scope_less']],
  ['fewer, in scope', '{"active":true,"scope":"x"}', ['introspection_scope_less']],
  ['nothing', '{"active":true}', []],
  ['null', '{"active":true,"scope":null}', []],
])('scopes that the server names in %s are compared with those the token is held for', (_name, body, expected) => {
  expect(codes(judged(body))).toEqual(expected)
})

test('unsupported_token_type is explained for introspection and revocation', () => {
  const refusal = answered(400, '{"error":"unsupported_token_type"}')
  expect(judgeIntrospection(refusal, facts, json).outcome).toMatchObject({
    kind: 'refused',
    findings: [{ code: 'introspection_unsupported_token_type', evidence: { token: 'JWT' } }],
  })
  expect(judgeRevocationResponse(refusal)).toMatchObject({ findings: [{ code: 'revocation_unsupported_token_type' }] })
})

test('403 with an empty body, as django answers without authentication, is no statement about the token', () => {
  const { outcome } = judgeIntrospection(answered(403, ''), facts, json)
  expect(outcome.kind).toBe('nonconformant')
  expect(codes(outcome)).toEqual(['status_unexpected', 'error_missing'])
})

test.each([
  ['an empty body', answered(200, '')],
  ['{}', answered(200, '{}')],
  ['text/html of length 0', answered(200, '', html)],
  ['a word', answered(200, 'ok')],
])('A8: revocation 200 with %s is “accepted”, never “was valid”', (_name, transcript) => {
  expect(judgeRevocationResponse(transcript)).toMatchObject({
    kind: 'accepted',
    findings: [{ code: 'revocation_not_proof' }],
  })
})

test('400 for an unknown token at revocation, as better-auth answers, is a refusal with the server’s words', () => {
  const body = '{"error":"invalid_request","error_description":"token not found"}'
  expect(judgeRevocationResponse(answered(400, body))).toMatchObject({
    kind: 'refused',
    findings: [{ code: 'invalid_request', evidence: { error_description: 'token not found' } }],
  })
})
