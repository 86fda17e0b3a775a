import { describe, expect, test } from 'vitest'
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

describe('a web page with the status of a success', () => {
  const page = (body: string, known: object = {}, request: { url?: string; method?: string } = {}) => {
    const transcript = answered(200, body, html)
    return judgeApiResponse(
      { ...transcript, request: { ...transcript.request, url: 'https://api.example/orders', ...request } },
      { ...facts, ...known },
    ).findings
  }
  const plain = '<!doctype html><title>Orders</title>'

  test.each([
    ['a password field', '<form><input class="x" type=\'Password\' name="p"></form>', {}, { sign: 'password' }],
    ['a title that says so', '<title> Log in </title>', {}, { page: 'Log in', sign: 'title' }],
    ['a URL that says so', plain, { url: 'https://api.example/users/sign_in?x=1' }, { page: 'Orders', sign: 'url' }],
  ])('is likely a login page where it has %s', (_, body, request, evidence) => {
    const found = page(body, {}, request)
    expect(found).toMatchObject([{ code: 'api_answer_web_page', severity: 'warning', confidence: 'likely' }])
    expect(found[0]?.evidence).toEqual({ status: '200', ...evidence })
  })

  test('may be one where nothing says so, as may what a word such as “blogging” is in, and an answer to HEAD', () => {
    const may = [{ code: 'api_answer_web_page', confidence: 'possible' }]
    expect(page(plain)).toMatchObject(may)
    expect(page('\uFEFF <html><title>Blogging in Cologne</title><input type=text>')).toMatchObject(may)
    expect(page('', {}, { method: 'HEAD' })).toMatchObject(may)
  })

  test('does not show that a revoked token is still accepted', () => {
    expect(page(plain, { revokedAt: 99_000 }).map(({ code }) => code)).toEqual(['api_answer_web_page'])
  })

  test.each(['', 'OK', '{"orders":[]}'])('is none where only the content type says so: %j', (body) => {
    expect(page(body)).toEqual([])
  })

  test('is named with its title, why it proves nothing, and what answers so', () => {
    expect(sentences(page(plain))).toEqual([
      'The API answered 200 with a web page titled “Orders”, which does not show that the token was accepted: a login page or a proxy answers so.',
    ])
  })
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
