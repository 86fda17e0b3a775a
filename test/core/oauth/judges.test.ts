import { expect, test } from 'vitest'
import { readChallenge } from '../../../electron/core/oauth/challenge.ts'
import { judgeIntrospectionResponse } from '../../../electron/core/oauth/introspection.ts'
import { issuerOf, judgeMetadata, metadataUrls } from '../../../electron/core/oauth/metadata.ts'
import { judgeApiResponse } from '../../../electron/core/oauth/protected-resource.ts'
import { judgeRevocationResponse } from '../../../electron/core/oauth/revocation.ts'
import { answered } from './transcript.ts'

const facts = { now: 100_000, expiresAt: 700_000, revokedAt: null, isJwt: true, scope: 'api:read' }
const introspected = (body: string, known = facts) => judgeIntrospectionResponse(answered(200, body), known)

test.each([
  ['missing', '{}', 'active_missing'],
  ['the string "true"', '{"active":"true"}', 'active_not_boolean'],
  ['a number', '{"active":1}', 'active_not_boolean'],
])('active that is %s is invalid, not active', (_name, body, code) => {
  expect(introspected(body)).toMatchObject({ kind: 'nonconformant', findings: [{ code }] })
})

test('active: false is explained by revocation here, by expiry, or honestly not at all', () => {
  const body = '{"active":false}'
  expect(introspected(body)).toMatchObject({ kind: 'inactive', findings: [{ code: 'inactive_unexplained' }] })
  expect(introspected(body, { ...facts, expiresAt: 90_000 })).toMatchObject({
    findings: [{ code: 'inactive_expired' }],
  })
  const revoked = judgeIntrospectionResponse(answered(200, body), { ...facts, revokedAt: 97_000 })
  expect(revoked).toMatchObject({ findings: [{ code: 'inactive_revoked_here', evidence: { secondsAgo: '3' } }] })
})

test('unsupported_token_type is explained for introspection and revocation', () => {
  const refusal = answered(400, '{"error":"unsupported_token_type"}')
  expect(judgeIntrospectionResponse(refusal, facts).kind).toBe('refused')
  expect(judgeRevocationResponse(refusal)).toMatchObject({ findings: [{ code: 'revocation_unsupported_token_type' }] })
})

test('a revocation that is answered 200 was accepted, which is no proof', () => {
  for (const body of ['', '{}', 'ok']) {
    expect(judgeRevocationResponse(answered(200, body))).toMatchObject({
      kind: 'accepted',
      findings: [{ code: 'revocation_not_proof' }],
    })
  }
})

const issuer = 'https://as.example'
const metadata = (members: object) => judgeMetadata(answered(200, JSON.stringify({ issuer, ...members })), issuer)

test('metadata of another issuer is refused, and both are named', () => {
  const judged = judgeMetadata(answered(200, '{"issuer":"https://as.example/"}'), issuer)
  const evidence = { configured: issuer, published: 'https://as.example/' }
  expect(judged).toMatchObject({ kind: 'nonconformant', findings: [{ code: 'issuer_mismatch', evidence }] })
})

test.each(['http://as.example/token', 'javascript:alert(1)', 'nonsense', 'file:///etc/passwd'])(
  'an endpoint that is no https URL is refused: %s',
  (url) => {
    expect(metadata({ token_endpoint: url })).toMatchObject({
      kind: 'nonconformant',
      findings: [{ code: 'metadata_not_encrypted', evidence: { url } }],
    })
  },
)

test('published endpoints are found, and missing ones are named', () => {
  const judged = metadata({ token_endpoint: 'https://as.example/token' })
  expect(judged).toMatchObject({
    kind: 'found',
    metadata: { token_endpoint: 'https://as.example/token', jwks_uri: null },
  })
})

test('metadata is looked for as OpenID Connect Discovery §4 and RFC 8414 §3.1 say', () => {
  expect(metadataUrls('https://example.com/issuer1')).toEqual([
    'https://example.com/issuer1/.well-known/openid-configuration',
    'https://example.com/.well-known/oauth-authorization-server/issuer1',
  ])
  expect(issuerOf(' https://example.com/a/.well-known/openid-configuration ')).toBe('https://example.com/a')
  expect(issuerOf('https://example.com/.well-known/oauth-authorization-server/a')).toBe('https://example.com/a')
})

test.each([
  [null, null],
  ['', null],
  ['Bearer', { scheme: 'Bearer', error: null, error_description: null, scope: null }],
  [
    'Bearer realm="example", error="invalid_token", error_description="The access token \\"x\\" expired"',
    { scheme: 'Bearer', error: 'invalid_token', error_description: 'The access token "x" expired', scope: null },
  ],
  [
    'DPoP algs="ES256", error=insufficient_scope, scope="a b"',
    { scheme: 'DPoP', error: 'insufficient_scope', error_description: null, scope: 'a b' },
  ],
])('reads the challenge of RFC 6750 §3: %s', (header, expected) => {
  expect(readChallenge(header)).toEqual(expected)
})

const api = (status: number, known: typeof facts | object, challenge?: string) => {
  const { response } = answered(status, '', challenge === undefined ? [] : [['WWW-Authenticate', challenge]])
  if (response === null) throw new Error('unreachable')
  return judgeApiResponse('https://api.example', response, { ...facts, ...known }).findings.map(({ code }) => code)
}

test('what an API answers is explained by what is known of the token', () => {
  expect(api(200, {})).toEqual([])
  expect(api(200, { revokedAt: 99_000 })).toEqual(['revoked_token_accepted'])
  expect(api(401, { revokedAt: 99_000 }, 'Bearer error="invalid_token"')).toEqual(['revoked_token_refused'])
  expect(api(401, { expiresAt: 99_000 }, 'Bearer error="invalid_token"')).toEqual(['expired_token_refused'])
  expect(api(401, {})).toEqual(['token_refused', 'challenge_missing'])
  expect(api(403, {}, 'Bearer error="insufficient_scope", scope="api:write"')).toEqual(['insufficient_scope'])
})
