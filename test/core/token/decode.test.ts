import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeToken } from '../../../electron/core/token/decode.ts'

const segment = (text: string | Uint8Array) => Buffer.from(text).toString('base64url')
const header = segment('{"alg":"RS256"}')

test.each([
  ['nothing', ' \n ', { kind: 'empty' }],
  ['a UUID', '6f1ed002-ab5e-4f5a-9d1b-0d2c8f6f0a11', { kind: 'opaque', form: 'uuid' }],
  ['hexadecimal digits', 'deadbeef'.repeat(5), { kind: 'opaque', form: 'hex' }],
  ['a reference', 'mF_9.B5f-4.1JqM', { kind: 'opaque', form: 'reference', length: 15 }],
  ['PASETO', 'v4.public.eyJkYXRh', { kind: 'opaque', form: 'paseto' }],
  ['an SD-JWT', `${header}.${segment('{}')}.AA~WyJh~`, { kind: 'opaque', form: 'sd_jwt' }],
  ['two segments', `${header}.e30`, { kind: 'malformed', segment: 'token', reason: 'segments' }],
  ['a wrong character', `${header}.e!0.AA`, { kind: 'malformed', segment: 'claims', offset: 22, reason: 'character' }],
  [
    'an impossible length',
    `${header}.${segment('{}')}.A`,
    { kind: 'malformed', segment: 'signature', reason: 'length' },
  ],
  ['claims that are not UTF-8', `${header}.${segment(Buffer.from([0xff]))}.AA`, { reason: 'utf8' }],
  ['claims that are not JSON', `${header}.${segment('{"a":x}')}.AA`, { segment: 'claims', reason: 'json', offset: 27 }],
  ['claims that are an array', `${header}.${segment('[]')}.AA`, { reason: 'not_object' }],
  ['claims 200,000 levels deep', `${header}.${segment('['.repeat(200_000))}.AA`, { reason: 'too_deep' }],
  ['a JWE', `${segment('{"alg":"dir","enc":"A256GCM"}')}..AA.AA.AA`, { kind: 'jwe' }],
])('says what it is: %s', (_name, token, expected) => {
  expect(decodeToken(token)).toMatchObject(expected)
})

test('keeps every digit, the order and duplicates, with Authorization: Bearer in front', () => {
  const source = '{"n":12345678901234567890,"d":1.10,"z":-0,"n":2,"__proto__":{"a":1}}'
  expect(decodeToken(`Authorization: Bearer ${header}.${segment(source)}.AA`)).toMatchObject({
    kind: 'jws',
    claims: {
      source,
      members: [
        { name: 'n', source: '12345678901234567890', duplicate: true },
        { name: 'd', source: '1.10', duplicate: false },
        { name: 'z', source: '-0' },
        { name: 'n', source: '2', duplicate: true },
        { name: '__proto__', source: '{"a":1}' },
      ],
    },
    signatureBytes: 1,
  })
})

test('the example of RFC 7519 §3.1', () => {
  const token =
    'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
  expect(decodeToken(token)).toMatchObject({
    kind: 'jws',
    claims: { members: [{ source: '"joe"' }, { source: '1300819380' }, { source: 'true' }] },
    signatureBytes: 32,
  })
})

test('never throws, whatever the text', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.uint8Array().map((bytes) => `${header}.${segment(bytes)}.AA`),
  )
  const isNamed = (token: string) => typeof decodeToken(token).kind === 'string'
  const details = fc.check(fc.property(text, isNamed), { numRuns: 2000 })
  expect(details.counterexample).toBeNull()
})
