import { expect, test } from 'vitest'
import { challengeOf, readChallenge } from '../../../electron/core/oauth/challenge.ts'
import { judgeApiResponse } from '../../../electron/core/oauth/protected-resource.ts'
import { answered, html } from './transcript.ts'

const facts = { now: 100_000, expiresAt: 700_000, revokedAt: null, isJwt: true, scope: 'api:read' }

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

test('of several challenges the one that names an error counts', () => {
  const headers: [string, string][] = [
    ['WWW-Authenticate', 'DPoP algs="ES256"'],
    ['www-authenticate', 'Bearer error="invalid_token"'],
  ]
  expect(challengeOf({ headers })).toMatchObject({ scheme: 'Bearer', error: 'invalid_token' })
  expect(challengeOf({ headers: headers.slice(0, 1) })).toMatchObject({ scheme: 'DPoP' })
})

const api = (status: number, known: object, challenge?: string) => {
  const headers: [string, string][] = challenge === undefined ? [] : [['WWW-Authenticate', challenge]]
  return judgeApiResponse(answered(status, '', headers), { ...facts, ...known }).findings.map(({ code }) => code)
}

test('what an API answers is explained by what is known of the token', () => {
  expect(api(200, {})).toEqual([])
  expect(api(200, { revokedAt: 99_000 })).toEqual(['revoked_token_accepted'])
  expect(api(401, { revokedAt: 99_000 }, 'Bearer error="invalid_token"')).toEqual(['revoked_token_refused'])
  expect(api(401, { expiresAt: 99_000 }, 'Bearer error="invalid_token"')).toEqual(['expired_token_refused'])
  expect(api(401, {})).toEqual(['token_refused', 'challenge_missing'])
  expect(api(403, {}, 'Bearer error="insufficient_scope", scope="api:write"')).toEqual(['insufficient_scope'])
})

test('N7: 429 of an API with Retry-After is shown, with the moment until which to wait', () => {
  const transcript = answered(429, '', [['Retry-After', '7']], { startedAt: 1000 })
  expect(judgeApiResponse(transcript, facts).findings).toMatchObject([
    { code: 'retry_after', evidence: { retryAfter: '7', until: '8000' } },
  ])
})

test('an API behind nginx that wants a client certificate is not taken for one that refuses the token', () => {
  const transcript = answered(400, '<center>No required SSL certificate was sent</center>', html)
  expect(judgeApiResponse(transcript, facts).findings).toMatchObject([{ code: 'client_certificate_required' }])
})
