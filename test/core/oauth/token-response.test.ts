import { expect, test } from 'vitest'
import { findingSentence } from '../../../electron/contract/finding-sentences.ts'
import { judgeTokenResponse } from '../../../electron/core/oauth/token-response.ts'
import { answered, html } from './transcript.ts'

const judge = (body: string | Uint8Array, asked = '', status = 200, headers: [string, string][] = []) =>
  judgeTokenResponse(answered(status, body, headers), asked)
const codes = (judged: { findings?: readonly { code: string }[] }) => judged.findings?.map(({ code }) => code) ?? []
const token = (members: object) => JSON.stringify({ access_token: 'mF_9.B5f-4.1JqM', token_type: 'Bearer', ...members })

test.each([
  ['empty', '', 'body_empty', '0'],
  ['white space', ' \n', 'body_empty', '0'],
  ['truncated', '{"access_token":"a"', 'body_not_json', '19'],
  ['HTML', '<html></html>', 'body_not_json', '0'],
  ['not JSON after a BOM', '\uFEFF{"ä":x}', 'body_not_json', '9'],
  ['non-UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'body_not_utf8', '2'],
  [
    'non-UTF-8 after a genuine replacement character',
    Buffer.from([0xef, 0xbf, 0xbd, 0x41, 0xc3]),
    'body_not_utf8',
    '4',
  ],
  ['UTF-16', Buffer.from('{}', 'utf16le'), 'body_not_json', '1'],
  ['UTF-16 with its BOM', Buffer.from('\uFEFF{}', 'utf16le'), 'body_not_utf8', '0'],
])('A1: a body that is %s names the byte offset', (_name, body, code, offset) => {
  const judged = judge(body)
  expect(judged).toMatchObject({ kind: 'nonconformant', findings: [{ code, evidence: { offset } }] })
})

test('A1: the preview of a truncated answer does not show its token', () => {
  const judged = judge('{"access_token":"canary-2YotnFZFEjr1zCsicMWpAA","token_type":"Bear')
  expect(judged.kind).toBe('nonconformant')
  expect(JSON.stringify(judged)).not.toContain('canary')
})

test('A1: a body with a BOM is read, and the BOM is named at byte 0', () => {
  expect(judge(`\uFEFF${token({ expires_in: 1 })}`).findings).toContainEqual(
    expect.objectContaining({ code: 'body_has_bom', evidence: { offset: '0' } }),
  )
})

test('A1: JSON under a wrong content type is read, and the content type is named', () => {
  const judged = judge(token({}), '', 200, [['Content-Type', 'text/plain']])
  expect(judged).toMatchObject({ kind: 'issued' })
  expect(judged.findings).toContainEqual(
    expect.objectContaining({ code: 'content_type_not_json', evidence: { contentType: 'text/plain' } }),
  )
})

test('A2: 200,000 levels are refused', () => {
  for (const open of ['[', '{"a":']) expect(codes(judge(open.repeat(200_000)))).toContain('body_too_deep')
})

test('A2: duplicate keys are flagged, __proto__ pollutes nothing', () => {
  const judged = judge('{"access_token":"a","access_token":"a","token_type":"Bearer","__proto__":{"polluted":1}}')
  expect(codes(judged)).toContain('duplicate_member')
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

test.each([
  ['`token_type` missing', '{"access_token":"a"}', 'issued', 'token_type_missing'],
  ['`token_type` unknown', '{"access_token":"a","token_type":"mac"}', 'issued', 'token_type_unknown'],
  ['`token_type` a number', '{"access_token":"a","token_type":1}', 'issued', 'token_type_unknown'],
  ['token missing', '{"token_type":"Bearer"}', 'nonconformant', 'access_token_missing'],
  ['token empty', '{"access_token":"","token_type":"Bearer"}', 'nonconformant', 'access_token_not_string'],
  ['token a number', '{"access_token":7,"token_type":"Bearer"}', 'nonconformant', 'access_token_not_string'],
  ['token null', '{"access_token":null,"token_type":"Bearer"}', 'nonconformant', 'access_token_not_string'],
  ['token an object', '{"access_token":{},"token_type":"Bearer"}', 'nonconformant', 'access_token_not_string'],
  [
    'token with a line break',
    '{"access_token":"a\\r\\nX: y","token_type":"Bearer"}',
    'nonconformant',
    'access_token_not_string',
  ],
])('A3: %s names the field', (_name, body, kind, code) => {
  const judged = judge(body)
  expect(judged.kind).toBe(kind)
  expect(codes(judged)[0]).toBe(code)
  const [first] = judged.findings
  expect(first === undefined ? '' : findingSentence(first)).toContain(
    code.startsWith('token_type') ? 'token_type' : 'access_token',
  )
})

test('an array is no token response', () => {
  expect(judge('[]')).toMatchObject({ kind: 'nonconformant', findings: [{ code: 'body_not_object' }] })
})

test.each([
  ['absent', '', null, null, 'expires_in_missing'],
  ['null', ',"expires_in":null', null, null, 'expires_in_missing'],
  ['"3600"', ',"expires_in":"3600"', '"3600"', 3600, 'expires_in_not_number'],
  ['−1', ',"expires_in":-1', '-1', null, 'expires_in_out_of_range'],
  ['1e400', ',"expires_in":1e400', '1e400', null, 'expires_in_out_of_range'],
  ['a word', ',"expires_in":"soon"', '"soon"', null, 'expires_in_out_of_range'],
])('A4: `expires_in` %s: unknown is not never; the raw value is shown', (_name, member, expires_in, lifetime, code) => {
  const judged = judge(`{"access_token":"a","token_type":"Bearer"${member}}`)
  expect(judged).toMatchObject({ kind: 'issued', expires_in, lifetime })
  const told = judged.findings.find((finding) => finding.code === code)
  expect(told?.evidence['expires_in'] ?? null).toBe(expires_in)
})

test('A5: error text with HTML, ANSI, bidi is kept as it is, as evidence and never as part of a code', () => {
  const hostile = '<img src=x onerror=alert(1)>\u001b[31m\u202Eevil'
  const judged = judge(
    JSON.stringify({ error: hostile, error_description: hostile, error_uri: 'javascript:alert(1)' }),
    '',
    400,
  )
  expect(judged).toMatchObject({
    kind: 'refused',
    error: { error: hostile, error_description: hostile, error_uri: 'javascript:alert(1)' },
    findings: [{ code: 'refused_other', evidence: { error: hostile, error_description: hostile } }],
  })
})

test.each([
  [301, 'https://evil.example/token'],
  [302, '/login'],
  [307, 'https://evil.example/token'],
  [308, 'http://evil.example/token'],
])('N5: %i on a protocol endpoint is refused, target shown', (status, location) => {
  const judged = judge('', '', status, [['Location', location]])
  expect(judged).toMatchObject({
    kind: 'nonconformant',
    findings: [{ code: 'redirect_refused', evidence: { status: String(status), location } }],
  })
})

test('N6: captive portal HTML 200 is “not JSON: text/html”, with a preview', () => {
  const page = '<!doctype html><html><title>\n Welcome to\n Café WiFi </title></html>'
  const judged = judge(page, '', 200, html)
  const [first] = judged.findings
  expect(first).toMatchObject({ code: 'body_not_json', evidence: { page: 'Welcome to Café WiFi', preview: page } })
  expect(first === undefined ? '' : findingSentence(first)).toContain('Not JSON: text/html')
})

test('N6: proxy 407 to a request that the proxy read itself is a failure at the proxy, which is named', () => {
  const connection = {
    reused: false,
    proxy: 'http://proxy.example:3128',
    remoteAddress: '127.0.0.1',
    remotePort: 3128,
    localAddress: null,
    localPort: null,
  }
  const challenge: [string, string][] = [...html, ['Proxy-Authenticate', 'Basic realm="office"']]
  expect(judgeTokenResponse(answered(407, '<html>', challenge, { connection }), '')).toMatchObject({
    kind: 'unreachable',
    failure: { code: 'proxy_authentication', phase: 'proxy', host: 'proxy.example', port: 3128 },
  })
  expect(judgeTokenResponse(answered(407, '<html>', challenge), '')).toMatchObject({
    kind: 'nonconformant',
    findings: [{ code: 'status_unexpected', evidence: { status: '407' } }, {}, {}],
  })
})

test.each([
  ['scope', { scope: 'a extra' }],
  ['an array scopes (cidaas)', { scopes: ['a', 'extra'] }],
  ['an array scopes beside scope: null', { scope: null, scopes: ['a', 'extra'] }],
])('scopes that were not granted are named, and scopes nobody asked for, when the answer has %s', (_name, members) => {
  const judged = judge(token(members), 'a b')
  expect(judged).toMatchObject({ kind: 'issued', scopeGranted: 'a extra' })
  expect(judged.findings).toContainEqual(
    expect.objectContaining({ code: 'scope_narrowed', evidence: { asked: 'a b', granted: 'a extra', missing: 'b' } }),
  )
  expect(codes(judged)).toContain('scope_widened')
})

test.each([
  ['null (authlib)', { scope: null }, null],
  ['absent (lemonldap)', {}, null],
  ['"" (jmondi)', { scope: '' }, ''],
])('a scope that is %s is not taken for another', (_name, members, granted) => {
  const judged = judge(token(members))
  expect(judged).toMatchObject({ kind: 'issued', scopeGranted: granted })
  expect(codes(judged)).not.toContain('scope_narrowed')
})

test('the lifetime of cidaas is a day', () => {
  expect(judge(token({ expires_in: 86_400 }))).toMatchObject({ lifetime: 86_400, expires_in: '86400' })
})

test('the example of RFC 6749 §5.1 is issued without an error', () => {
  const body =
    '{"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"example","expires_in":3600,"example_parameter":"example_value"}'
  const judged = judge(body.replace('"example",', '"Bearer",'), '', 200, [['Cache-Control', 'no-store']])
  expect(judged).toMatchObject({ kind: 'issued', access_token: '2YotnFZFEjr1zCsicMWpAA', lifetime: 3600 })
  expect(judged.findings.filter(({ severity }) => severity !== 'info')).toEqual([])
})
