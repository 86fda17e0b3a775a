import { expect, test } from 'vitest'
import { findingText } from '../../../electron/wording/findings.ts'
import type { Finding } from '../../../electron/contract/finding.ts'
import { judgeTokenResponse } from '../../../electron/core/oauth/token-response.ts'
import { answered, html } from './transcript.ts'

const judge = (status: number, body: string, headers: [string, string][] = []) =>
  judgeTokenResponse(answered(status, body, headers), 'a')
const codes = (judged: { findings: readonly { code: string }[] }) => judged.findings.map(({ code }) => code)
const plain: [string, string][] = [['Content-Type', 'text/plain']]
const said = (judged: { findings: readonly Finding[] }) =>
  judged.findings.map(findingText).map(({ title, sentence, advice }) => `${title}. ${sentence} ${advice ?? ''}`)

test.each([
  ['RFC 6749 §5.2', 401, '{"error":"invalid_client","error_description":"no"}', 'invalid_client'],
  [
    'lemonldap, node-oauth and better-auth: 400 for a wrong secret by post',
    400,
    '{"error":"invalid_client"}',
    'invalid_client',
  ],
  ['cidaas, nested', 401, '{"error":{"error":"invalid_client"}}', 'invalid_client'],
  ['an error with status 200', 200, '{"error":"invalid_scope"}', 'invalid_scope'],
  ['glewlwyd’s own word', 400, '{"error":"scope_invalid"}', 'invalid_scope'],
  ['oidc-provider: a grant that is not allowed', 400, '{"error":"invalid_request"}', 'invalid_request'],
  ['oidc-provider: a DPoP proof at fault', 400, '{"error":"invalid_grant"}', 'invalid_grant'],
  ['an unknown error', 400, '{"error":"teapot"}', 'refused_other'],
])('%s is a refusal', (_name, status, body, code) => {
  const judged = judge(status, body)
  expect(judged.kind).toBe('refused')
  expect(codes(judged)[0]).toBe(code)
})

test('an error with its own word is reported as sent, and the registered one beside it', () => {
  expect(said(judge(400, '{"error":"scope_invalid"}'))[0]).toContain('scope_invalid (registered is invalid_scope)')
})

test('invalid_grant says what is at fault when there is no grant', () => {
  expect(said(judge(400, '{"error":"invalid_grant"}'))[0]).toContain('DPoP proof')
})

test('the scope that oidc-provider names beside invalid_scope is reported', () => {
  expect(said(judge(400, '{"error":"invalid_scope","scope":"a"}'))[0]).toContain('Named by the server: a.')
})

test('the hint of Ory Hydra and the message of jmondi are reported', () => {
  expect(said(judge(400, '{"error":"invalid_target","error_hint":"Not whitelisted."}'))[0]).toContain(
    'Not whitelisted.',
  )
  expect(judge(400, '{"status":400,"error":"invalid_request","message":"Check the grant"}')).toMatchObject({
    kind: 'refused',
    error: { error: 'invalid_request', error_description: 'Check the grant' },
  })
})

test.each([400, 403])(
  '%i with an empty body, as glewlwyd answers, says what to check, without more noise',
  (status) => {
    const judged = judge(status, '')
    expect(judged.kind).toBe('nonconformant')
    expect(codes(judged)).toEqual(['status_unexpected', 'error_missing'])
    expect(said(judged)[1]).toMatch(/its body is empty.*client ID, secret/)
  },
)

test('500 with an empty body, as doorkeeper answers to a malformed Basic header, is the server’s own error', () => {
  const judged = judge(500, '')
  expect(codes(judged)).toEqual(['status_unexpected', 'error_missing'])
  expect(said(judged)[0]).toMatch(/inside of the server.*client_secret_post/)
})

test('500 with a web page, as authlib answers over http, names the page', () => {
  const judged = judge(500, '<!doctype html><title>500 Internal Server Error</title>', html)
  expect(codes(judged)).toEqual(['status_unexpected', 'error_missing', 'body_not_json'])
  expect(said(judged)[2]).toContain('titled “500 Internal Server Error”')
})

test('500 as text, as glewlwyd’s plugin answers, shows the text', () => {
  expect(said(judge(500, 'Internal Error', plain))[2]).toContain('It begins: Internal Error')
})

test('415 with {"message","code"} and no error, as better-auth answers, tells the message and what to switch', () => {
  const judged = judge(415, '{"message":"Unsupported Media Type","code":"UNSUPPORTED_MEDIA_TYPE"}')
  expect(codes(judged)).toEqual(['status_unexpected', 'error_missing'])
  expect(said(judged)[0]).toContain('Switch the body format')
  expect(said(judged)[1]).toContain('It says: “Unsupported Media Type”')
})

test('N7: 429 of better-auth (text/plain that holds JSON, X-Retry-After) is shown with the moment until which to wait', () => {
  const judged = judge(429, '{"message":"Too many requests."}', [...plain, ['X-Retry-After', '60']])
  expect(judged.kind).toBe('nonconformant')
  expect(codes(judged)).toEqual(['status_unexpected', 'error_missing', 'content_type_not_json', 'retry_after'])
  expect(judged.findings).toContainEqual(
    expect.objectContaining({ evidence: { header: 'X-Retry-After', retryAfter: '60', until: '60000', wait: '60' } }),
  )
})

test('N7: 503 with Retry-After is shown with the moment until which to wait', () => {
  const judged = judge(503, '<html>', [...html, ['Retry-After', '120']])
  expect(judged.findings).toContainEqual(
    expect.objectContaining({
      code: 'retry_after',
      evidence: { header: 'Retry-After', retryAfter: '120', until: '120000', wait: '120' },
    }),
  )
})

test('text/plain with JSON inside is a refusal, its content type is named', () => {
  const judged = judge(400, '{"error":"invalid_client"}', plain)
  expect(judged.kind).toBe('refused')
  expect(codes(judged)).toEqual(['invalid_client', 'content_type_not_json'])
})

test('WWW-Authenticate: Bearer at the token endpoint, as doorkeeper and django send, is named for what it is', () => {
  const judged = judge(401, '{"error":"invalid_client"}', [['WWW-Authenticate', 'Bearer realm="Doorkeeper"']])
  expect(codes(judged)).toEqual(['invalid_client', 'challenge_misplaced'])
  expect(codes(judge(401, '{"error":"invalid_client"}', [['WWW-Authenticate', 'Basic']]))).toEqual(['invalid_client'])
})

test('an error that is only in WWW-Authenticate is found there', () => {
  const judged = judge(401, '', [
    ['WWW-Authenticate', 'Basic realm="x", error="invalid_client", error_description="no"'],
  ])
  expect(judged).toMatchObject({ kind: 'refused', error: { error: 'invalid_client', error_description: 'no' } })
  expect(codes(judged)).toEqual(['invalid_client', 'error_in_challenge'])
})

test('of several WWW-Authenticate fields the one with the error counts, and Bearer among them is reported', () => {
  const judged = judge(401, '', [
    ['WWW-Authenticate', 'Basic realm="x"'],
    ['WWW-Authenticate', 'Bearer error="invalid_client"'],
  ])
  expect(judged).toMatchObject({ kind: 'refused', error: { error: 'invalid_client' } })
  expect(codes(judged)).toEqual(['invalid_client', 'error_in_challenge', 'challenge_misplaced'])
})

test.each([
  ['No required SSL certificate was sent', 'no', null],
  ['The SSL certificate error', 'yes', { subject: 'CN=client', fingerprint256: 'AA' }],
])(
  'nginx that says “%s” wants another client certificate, and nothing else is said',
  (text, presented, clientCertificate) => {
    const tls = {
      protocol: 'TLSv1.3',
      cipher: null,
      alpn: null,
      trusted: true,
      accepted: false,
      clientCertificate,
      problem: null,
      chain: [],
    }
    const page = `<html><head><title>400 ${text}</title></head><body>${text}</body></html>`
    expect(judgeTokenResponse(answered(400, page, html, { tls }), '')).toMatchObject({
      kind: 'nonconformant',
      findings: [{ code: 'client_certificate_required', evidence: { presented } }],
    })
  },
)

test('plain http to a TLS port, as nginx answers it, says to use https', () => {
  const page = '<html>400 The plain HTTP request was sent to HTTPS port</html>'
  expect(judge(400, page, html)).toMatchObject({ kind: 'nonconformant', findings: [{ code: 'https_expected' }] })
})

test.each(['{"error":""}', '{"error":null}', '{"error":{}}', '{"error":[1]}', '{"error":{"code":""}}'])(
  'an error without a code is none: %s',
  (body) => {
    expect(codes(judge(400, body))).toEqual(['status_unexpected', 'error_missing'])
  },
)

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('the error %s is an unknown one', (error) => {
  expect(codes(judge(400, JSON.stringify({ error })))).toEqual(['refused_other'])
})
