import { expect, test } from 'vitest'
import { judgeTokenResponse } from '../../../electron/core/oauth/token-response.ts'
import { answered } from './transcript.ts'

const judge = (body: string | Uint8Array, asked = '', status = 200, headers: [string, string][] = []) =>
  judgeTokenResponse(answered(status, body, headers), asked)
const codes = (judged: { findings?: readonly { code: string }[] }) => judged.findings?.map(({ code }) => code) ?? []
const token = (members: object) => JSON.stringify({ access_token: 'mF_9.B5f-4.1JqM', token_type: 'Bearer', ...members })

test.each([
  ['an empty body', '', 'body_empty'],
  ['white space', ' \n', 'body_empty'],
  ['a truncated body', '{"access_token":"a"', 'body_not_json'],
  ['an HTML page', '<html></html>', 'body_not_json'],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'body_not_utf8'],
  ['an array', '[]', 'body_not_object'],
  ['200,000 levels', '['.repeat(200_000), 'body_too_deep'],
  ['no access_token', '{"token_type":"Bearer"}', 'access_token_missing'],
  ['an empty access_token', '{"access_token":"","token_type":"Bearer"}', 'access_token_not_string'],
  ['a number as access_token', '{"access_token":7,"token_type":"Bearer"}', 'access_token_not_string'],
])('%s is no token response, and the finding says so', (_name, body, code) => {
  const judged = judge(body)
  expect(judged.kind).toBe('nonconformant')
  expect(codes(judged)).toContain(code)
})

test('names the byte at which JSON breaks, after a byte order mark too', () => {
  const judged = judge(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('{"ä":x}')]))
  expect(judged).toMatchObject({ findings: [{ code: 'body_not_json', evidence: { offset: '9' } }] })
})

test.each([
  ['absent', {}, null, 'expires_in_missing'],
  ['a string of digits', { expires_in: '3600' }, 3600, 'expires_in_not_number'],
  ['negative', { expires_in: -1 }, null, 'expires_in_out_of_range'],
  ['a word', { expires_in: 'soon' }, null, 'expires_in_out_of_range'],
])(
  'expires_in that is %s gives a lifetime that is known or unknown, never for ever',
  (_name, members, lifetime, code) => {
    const judged = judge(token(members))
    expect(judged).toMatchObject({ kind: 'issued', lifetime })
    expect(codes(judged)).toContain(code)
  },
)

test('expires_in of 1e400 is unknown and shown as it is', () => {
  const judged = judge('{"access_token":"a","token_type":"Bearer","expires_in":1e400}')
  expect(judged).toMatchObject({ kind: 'issued', expires_in: '1e400', lifetime: null })
})

test.each([
  ['missing', '{"access_token":"a"}', 'token_type_missing'],
  ['unknown', '{"access_token":"a","token_type":"mac"}', 'token_type_unknown'],
  ['a number', '{"access_token":"a","token_type":1}', 'token_type_unknown'],
])('token_type that is %s is named', (_name, body, code) => {
  expect(codes(judge(body))).toContain(code)
})

test('scopes that were not granted are named, and scopes nobody asked for', () => {
  const judged = judge(token({ scope: 'a extra' }), 'a b')
  expect(judged.findings).toContainEqual(
    expect.objectContaining({ code: 'scope_narrowed', evidence: { asked: 'a b', granted: 'a extra', missing: 'b' } }),
  )
  expect(codes(judged)).toContain('scope_widened')
})

test('duplicate members are flagged, __proto__ is plain data', () => {
  const judged = judge('{"access_token":"a","access_token":"a","token_type":"Bearer","__proto__":{"polluted":1}}')
  expect(codes(judged)).toContain('duplicate_member')
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

test('a redirect is refused, and its target shown', () => {
  const judged = judge('', '', 307, [['Location', 'https://evil.example/token']])
  expect(judged).toMatchObject({
    kind: 'nonconformant',
    findings: [{ evidence: { location: 'https://evil.example/token' } }],
  })
})

test.each([
  ['RFC 6749 §5.2', 400, '{"error":"invalid_client","error_description":"no"}', 'invalid_client'],
  ['cidaas, nested', 401, '{"error":{"error":"invalid_client"}}', 'invalid_client'],
  ['an error with status 200', 200, '{"error":"invalid_scope"}', 'invalid_scope'],
  ['an unknown error', 400, '{"error":"teapot"}', 'refused_other'],
])('%s is a refusal', (_name, status, body, code) => {
  const judged = judge(body, '', status)
  expect(judged.kind).toBe('refused')
  expect(codes(judged)[0]).toBe(code)
})

test('403 with an empty body, as glewlwyd answers, is nonconformant and names the status', () => {
  expect(judge('', '', 403)).toMatchObject({ kind: 'nonconformant', findings: [{ code: 'status_unexpected' }, {}] })
})

test('the example of RFC 6749 §5.1 is issued without an error', () => {
  const body =
    '{"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"example","expires_in":3600,"example_parameter":"example_value"}'
  const judged = judge(body.replace('"example",', '"Bearer",'), '', 200, [['Cache-Control', 'no-store']])
  expect(judged).toMatchObject({ kind: 'issued', access_token: '2YotnFZFEjr1zCsicMWpAA', lifetime: 3600 })
  expect(judged.findings.filter(({ severity }) => severity !== 'info')).toEqual([])
})
