import { expect, test } from 'vitest'
import { findingSentence, findingText } from '../../../electron/wording/findings.ts'
import type { Finding } from '../../../electron/contract/finding.ts'
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
  const warned = judged.findings.find((finding) => finding.code === code)
  expect(warned?.evidence['expires_in'] ?? null).toBe(expires_in)
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

test('N6: captive portal HTML 200 is not JSON, with the place and a preview', () => {
  const page = '<!doctype html><html><title>\n Welcome to\n Café WiFi </title></html>'
  const judged = judge(page, '', 200, html)
  const [first] = judged.findings
  expect(first).toMatchObject({ code: 'body_not_json', evidence: { page: 'Welcome to Café WiFi', preview: page } })
  expect(first === undefined ? '' : findingSentence(first)).toContain(
    '(text/html; charset=utf-8) is not JSON: line 1, column 1, byte 0',
  )
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

const noon = Date.parse('2026-11-28T12:00:00Z')
const dated: [string, string][] = [['Date', new Date(noon).toUTCString()]]
const issuedAt = (members: object, headers = dated, asked = '') =>
  judgeTokenResponse(answered(200, token(members), headers, { startedAt: noon }), asked)
const evidenceOf = (judged: { findings: readonly Finding[] }, code: string) =>
  judged.findings.find((found) => found.code === code)?.evidence
const segment = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims: object) => `${segment({ alg: 'RS256' })}.${segment(claims)}.AA`

test.each([
  ['blanks only', '   ', 'blank'],
  ['a no-break space only', '\u00a0', 'blank'],
  ['a tab', 'a\tb', 'unsendable'],
  ['an umlaut', 'ä', 'unsendable'],
])('C1: a token that is %s is not issued', (_, access_token, is) => {
  expect(judge(token({ access_token }))).toMatchObject({
    kind: 'nonconformant',
    findings: [{ code: 'access_token_not_string', evidence: { is } }],
  })
})

test.each([
  ['a space', 'abc def', 'space', '4'],
  ['a space at its end', 'abc ', 'space', '4'],
  ['an angle bracket', '<token>', '<', '1'],
  ['an equals sign in the middle', 'ab=cd', '=', '3'],
  ['quotes around it', '"abc"', '"', '1'],
  ['nothing but padding', '==', '=', '1'],
])('C1: a token with %s is issued, and the character is named', (_, access_token, character, position) => {
  const judged = judge(token({ access_token }))
  expect(judged).toMatchObject({ kind: 'issued', access_token })
  expect(evidenceOf(judged, 'token_characters')).toEqual({ character, position })
})

test.each(['2YotnFZFEjr1zCsicMWpAA', 'a.b-c_d~e+f/g==', jwt({ iss: 'x' })])(
  'C1: %s is a Bearer token as it should be',
  (access_token) => {
    expect(codes(judge(token({ access_token })))).not.toContain('token_characters')
  },
)

test.each(['Bearer eyJ.e30.x', 'bearer  eyJ.e30.x', 'DPoP eyJ.e30.x', 'Bearer Bearer eyJ.e30.x'])(
  'C1: the scheme before the token (%s) is named and left out, so that no header has it twice',
  (access_token) => {
    const judged = judge(token({ access_token }))
    expect(judged).toMatchObject({ kind: 'issued', access_token: 'eyJ.e30.x' })
    expect(codes(judged)[0]).toBe('token_has_scheme')
  },
)

test.each([
  ['later', 7200, 3600, { left: '7200', is: 'ahead', expires_in: '3600' }],
  ['earlier', 60, 3600, { left: '60', is: 'ahead' }],
  ['in the past', -5, 3600, { left: '5', is: 'past' }],
])('C2: an exp that is %s than expires_in says is a contradiction', (_, seconds, expires_in, evidence) => {
  const access_token = jwt({ exp: noon / 1000 + seconds })
  expect(evidenceOf(issuedAt({ access_token, expires_in }), 'times_contradict')).toMatchObject(evidence)
})

test('C2: a few seconds are no contradiction, and neither is the clock of a server that does not say its time', () => {
  const at = (exp: number, claims = {}) => jwt({ exp: noon / 1000 + exp, ...claims })
  expect(codes(issuedAt({ access_token: at(3590), expires_in: 3600 }))).not.toContain('times_contradict')
  const token = at(7200, { iat: noon / 1000 + 3600 })
  expect(codes(issuedAt({ access_token: token, expires_in: 3600 }, []))).not.toContain('times_contradict')
  expect(codes(issuedAt({ access_token: token, expires_in: 3600 }))).toContain('times_contradict')
})

test.each([
  noon / 1000 + 3600,
  noon + 3_600_000,
  '2026-11-28T13:00:00Z',
  'Sat, 28 Nov 2026 13:00:00 GMT',
  `${noon / 1000 + 3600}`,
])('C2: an expires_in that is a date (%s) is no lifetime of decades', (expires_in) => {
  const judged = issuedAt({ expires_in })
  expect(judged).toMatchObject({ kind: 'issued', lifetime: null })
  expect(evidenceOf(judged, 'expires_in_out_of_range')).toMatchObject({ date: '2026-11-28T13:00:00Z' })
})

test.each([1e-7, 0.5, 0])('C2: an expires_in of %d makes no sense', (expires_in) => {
  expect(issuedAt({ expires_in })).toMatchObject({ kind: 'issued', lifetime: null })
})

test.each([86_400, 315_360_000, 2_147_483_647, 3599.5])('C2: a long lifetime is one: %d', (expires_in) => {
  expect(issuedAt({ expires_in })).toMatchObject({ kind: 'issued', lifetime: expires_in })
})

test.each([
  ['commas', 'a,b', 'commas'],
  ['commas and spaces', 'a, b', 'commas'],
  ['line breaks', 'a\nb', 'lines'],
  ['an array', ['a', 'b'], 'array'],
])('C3: scopes that are written with %s are read, and nothing is missing', (_, scope, form) => {
  const judged = issuedAt({ scope }, dated, 'a b')
  expect(judged).toMatchObject({ kind: 'issued', scopeGranted: 'a b' })
  expect(evidenceOf(judged, 'scope_form')).toMatchObject({ form })
  expect(codes(judged).filter((code) => /^scope_(?:narrowed|widened)/.test(code))).toEqual([])
})

test('C3: a scope with a comma in its name that was asked for stays one', () => {
  const judged = issuedAt({ scope: 'a,b c' }, dated, 'a,b c')
  expect(judged).toMatchObject({ scopeGranted: 'a,b c' })
  expect(codes(judged).filter((code) => code.startsWith('scope'))).toEqual([])
})

test.each([7, {}, true, [1]])('C3: a scope that is %j is not "as asked"', (scope) => {
  const judged = issuedAt({ scope }, dated, 'a')
  expect(judged).toMatchObject({ kind: 'issued', scopeGranted: null })
  expect(evidenceOf(judged, 'scope_form')).toMatchObject({ form: 'unreadable' })
})

test('C3: a scope of 100 KB makes sentences that can be read, and they say how much is left out', () => {
  const scope = Array.from({ length: 10_000 }, (_, index) => `scope:${index}`).join(' ')
  const sentences = issuedAt({ scope }, dated, 'a').findings.map(findingSentence)
  expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThan(2000)
  expect(sentences.join('\n')).toMatch(/… and 99\d\d more/)
})

test.each([0, 400, 500, 999])('C4: a token inside of an answer with status %i is named, and not used', (status) => {
  const judged = judge(token({}), '', status)
  expect(judged.kind).toBe('nonconformant')
  expect(evidenceOf(judged, 'token_elsewhere')).toMatchObject({ as: 'refusal', place: '/access_token' })
  expect(JSON.stringify(judged)).not.toContain('mF_9')
  expect(codes(judged).includes('status_invalid')).toBe(status === 0 || status === 999)
})

test('C4: an error beside a token is named; an empty one is none', () => {
  const judged = judge(token({ error: 'server_error', error_description: 'try later' }))
  expect(judged.kind).toBe('issued')
  expect(evidenceOf(judged, 'error_beside_token')).toEqual({ error: 'server_error', error_description: 'try later' })
  for (const error of [null, '', {}]) expect(codes(judge(token({ error })))).not.toContain('error_beside_token')
})

test.each([
  [{ data: { access_token: 'abc-def' } }, '/data/access_token'],
  [{ result: [{ 'access/token': 'x', accessToken: 'abc' }] }, '/result/0/access~1token'],
  [{ id_token: jwt({}) }, '/id_token'],
  [{ anything: jwt({}) }, '/anything'],
  [[{ access_token: 'abc' }], '/0/access_token'],
  [{ statusCode: 200, body: JSON.stringify({ access_token: 'abc-def' }) }, '/body (JSON in a string) /access_token'],
  [{ access_token: { token: 'abc-def-ghi' } }, '/access_token/token'],
  [jwt({}), ''],
])('C5: a token in another place is found, and only the place is said: %j', (body, place) => {
  const judged = judge(JSON.stringify(body))
  expect(judged.kind).toBe('nonconformant')
  expect(evidenceOf(judged, 'token_elsewhere')).toMatchObject({ as: 'success', place })
  expect(JSON.stringify(judged.findings)).not.toMatch(/abc|eyJ/)
})

test.each([
  [{ status: 'error', msg: 'invalid client_secret', data: null }, 'invalid client_secret', '/msg'],
  [{ success: false, errors: [{ code: 1010, message: 'Client disabled' }] }, 'Client disabled', '/errors/0/message'],
  [{ type: 'https://x.example/p', title: 'Forbidden', detail: 'No such client.' }, 'No such client.', '/detail'],
  [
    { fault: { faultstring: 'Failed to resolve', detail: { errorcode: 'a.b' } } },
    'Failed to resolve',
    '/fault/faultstring',
  ],
  [{ meta: { anything: 'The client is not known here' } }, 'The client is not known here', '/meta/anything'],
  [{ scope: 'read write', Message: 'Forbidden' }, 'Forbidden', '/Message'],
  [{ error: 42, message: `The token ${jwt({})} is bad` }, 'The token •••••••• is bad', '/message'],
])('C5: the words of a server are found wherever they are: %j', (body, message, place) => {
  expect(evidenceOf(judge(JSON.stringify(body)), 'access_token_missing')).toMatchObject({ message, place })
  expect(evidenceOf(judge(JSON.stringify(body), '', 500), 'error_missing')).toMatchObject({ message, place })
})

test('C5: words that repeat a token or a secret are shown without it', () => {
  const said = [
    { message: 'The token tYGB6-nested-token was issued', data: { access_token: 'tYGB6-nested-token' } },
    { message: '{"access_token": "tYGB6-nested-token"}' },
    { message: 'Got {"client_secret": "tYGB6-nested-token"} and refused it' },
    { body: '{"token": "tYGB6-nested-token"}' },
  ]
  for (const body of said) {
    const found = JSON.stringify(judge(JSON.stringify(body)).findings)
    expect(found).toContain('access_token_missing')
    expect(found).not.toContain('tYGB6')
  }
})

test('C5: answers without words are given none, however large they are', () => {
  for (const body of [
    '{}',
    '{"scope":"read write","token_type":"Bearer"}',
    '{"access_tokens":"a b c"}',
    '[[[]]]',
    '{"a":7}',
  ]) {
    expect(evidenceOf(judge(body, '', 500), 'error_missing')?.['message']).toBeUndefined()
  }
  const large = JSON.stringify({
    list: Array.from({ length: 50_000 }, () => ({ x: 'y' })),
    message: 'Too late to be seen',
  })
  expect(judge(large, '', 500).kind).toBe('nonconformant')
})

test('C5: a form-encoded answer is named for what it is, and its error is the answer’s error', () => {
  const form: [string, string][] = [['Content-Type', 'application/x-www-form-urlencoded']]
  expect(judge('access_token=abcdef&token_type=bearer', '', 200, form)).toMatchObject({
    kind: 'nonconformant',
    findings: [
      { code: 'body_form_encoded', evidence: { names: 'access_token, token_type' } },
      { code: 'token_elsewhere' },
    ],
  })
  expect(judge('error=bad_client&error_description=No+such+client', '', 200, form)).toMatchObject({
    kind: 'refused',
    error: { error: 'bad_client', error_description: 'No such client' },
  })
})

test.each(['42', 'null', '" "', '""', '[1]', '{}', 'true'])('B2: an error that is %s is not called absent', (error) => {
  const judged = judge(`{"error":${error}}`, '', 400)
  const [sentence] = judged.findings.filter(({ code }) => code === 'error_missing').map(findingSentence)
  expect(sentence).toContain('its member error is')
})

test.each([301, 302, 303, 307, 308])('B4: %i without Location does not point to nowhere', (status) => {
  const [found] = judge('', '', status).findings
  expect(found).toMatchObject({ code: 'redirect_refused', evidence: { status: String(status) } })
  expect(found === undefined ? '' : JSON.stringify(findingText(found))).not.toMatch(/nowhere|final URL/)
})

test.each([300, 304, 305])('B4: %i is no redirect', (status) => {
  expect(judge('', '', status)).toMatchObject({ kind: 'nonconformant', findings: [{ code: 'status_unexpected' }] })
})

test('invalid_target is cited from the standard that defines it', () => {
  expect(judge('{"error":"invalid_target"}', '', 400).findings[0]?.section).toBe('RFC 8707 §2')
})
