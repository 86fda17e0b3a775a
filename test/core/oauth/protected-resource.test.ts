import { expect, test } from 'vitest'
import { findingText } from '../../../electron/wording/findings.ts'
import { judgeApiResponse } from '../../../electron/core/oauth/protected-resource.ts'
import { answered, html } from './transcript.ts'

const facts = { now: 100_000, expiresAt: 700_000, revokedAt: null, isJwt: true, scope: 'api:read' }

const api = (status: number, known: object, challenge?: string) => {
  const headers: [string, string][] = challenge === undefined ? [] : [['WWW-Authenticate', challenge]]
  return judgeApiResponse(answered(status, '', headers), { ...facts, ...known }).findings.map(({ code }) => code)
}

test('what an API answers is explained by what is known of the token', () => {
  expect(api(200, {})).toEqual([])
  expect(api(200, { revokedAt: 99_000 })).toEqual(['revoked_token_accepted'])
  expect(api(401, { revokedAt: 99_000 }, 'Bearer error="invalid_token"')).toEqual(['revoked_token_refused'])
  expect(api(401, { expiresAt: 99_000 }, 'Bearer error="invalid_token"')).toEqual(['expired_token_refused'])
  expect(api(401, { revokedAt: 99_000, expiresAt: 99_500 }, 'Bearer error="invalid_token"')).toEqual([
    'expired_token_refused',
  ])
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

const judged = (status: number, body: string, headers: [string, string][] = []) =>
  judgeApiResponse(answered(status, body, headers), facts).findings
const sentences = (findings: ReturnType<typeof judged>) => findings.map(findingText).map(({ sentence }) => sentence)

test.each([
  ['nothing', '', []],
  ['the page of a firewall', '<html><title>Request blocked</title></html>', html],
  ['a reason of its own', '{"message":"Your address is not on the list"}', []],
  ['a Basic challenge', '', [['WWW-Authenticate', 'Basic realm="x"']]],
] as [string, string, [string, string][]][])('403 with %s is not called a missing scope', (_, body, headers) => {
  const [first, ...rest] = judged(403, body, headers)
  expect(first?.code).toBe('api_forbidden')
  expect(rest).toEqual([])
})

test('the page of a firewall is named as a page, with its title, and the words of an API as its words, with their place', () => {
  expect(sentences(judged(403, '<html><title>Request blocked</title></html>', html))[0]).toMatch(
    /web page titled “Request blocked”.*firewall or gateway/,
  )
  expect(sentences(judged(403, '{"errors":[{"detail":"Your address is not on the list"}]}'))[0]).toContain(
    '“Your address is not on the list” (at /errors/0/detail)',
  )
  expect(sentences(judged(401, '<html><title>Sign in</title></html>', html))[0]).toContain('web page titled “Sign in”')
})

test.each([
  ['in the second challenge of a field', '', 'Basic realm="x", Bearer error="insufficient_scope", scope="api:write"'],
  ['in the body', '{"error":"insufficient_scope","scope":"api:write"}', 'Bearer'],
])('a missing scope is one when the API says so %s', (_, body, challenge) => {
  expect(judged(403, body, [['WWW-Authenticate', challenge]])).toMatchObject([
    { code: 'insufficient_scope', evidence: { needed: 'api:write' } },
  ])
})

test.each([0, 99, 600, 999])('the status %i is none of HTTP, and is said to be none', (status) => {
  expect(judged(status, '')).toMatchObject([{ code: 'status_invalid' }])
})

test('a body that is packed in an unknown way is named', () => {
  expect(judged(200, 'x', [['Content-Encoding', 'gzip, snappy']])).toMatchObject([
    { code: 'content_coding_unknown', evidence: { codings: 'snappy' } },
  ])
  expect(judged(200, 'x', [['Content-Encoding', 'gzip, br, identity']])).toEqual([])
})
