import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodedSentence } from '../../../../electron/wording/decoded.ts'
import { decodeToken } from '../../../../electron/core/token/decode/decode.ts'

const segment = (text: string | Uint8Array) => Buffer.from(text).toString('base64url')
const header = segment('{"alg":"RS256"}')
const jwt = `${header}.${segment('{"sub":"a"}')}.AAAA`
const jweHeader = segment('{"alg":"dir","enc":"A256GCM"}')
const sdClaims = segment('{"_sd":[]}')

test.each([
  ['nothing', ' \n ', { kind: 'empty' }],
  ['a UUID', '6f1ed002-ab5e-4f5a-9d1b-0d2c8f6f0a11', { kind: 'opaque', form: 'uuid' }],
  ['hexadecimal digits', 'deadbeef'.repeat(5), { kind: 'opaque', form: 'hex' }],
  ['a reference', 'mF_9.B5f-4.1JqM', { kind: 'opaque', form: 'reference', length: 15 }],
  ['a reference with tildes', 'mF_9~B5f-4~1JqM', { kind: 'opaque', form: 'reference' }],
  ['a reference that begins like a header with white space', 'eyAB.B5f4.1JqM', { kind: 'opaque' }],
  ['a SAML assertion', Buffer.from('<saml:Assertion x="">').toString('base64'), { kind: 'opaque', form: 'saml' }],
  ['a SAML response', Buffer.from('<?xml version="1.0"?><a/>').toString('base64'), { form: 'saml' }],
  ['SAML as XML', '<saml2p:Response Version="2.0"></saml2p:Response>', { form: 'saml' }],
  ['a token of GitHub', `ghp_${'a1'.repeat(18)}`, { form: 'prefixed', maker: 'GitHub (personal access token)' }],
  ['a token of Ory', `ory_at_${'a1'.repeat(18)}`, { form: 'prefixed', maker: 'Ory (access token)' }],
  ['a token of Salesforce', `00D${'x'.repeat(15)}!AQ4AQ.x`, { form: 'prefixed', maker: 'Salesforce (access token)' }],
  ['words that begin as a token of npm', 'npm_config_registry_url', { form: 'reference', maker: '' }],
])('says what it is: %s', (_name, token, expected) => {
  expect(decodeToken(token)).toMatchObject(expected)
})

test.each([
  ['words', 'what is this', { segment: 'token', reason: 'no_token', offset: 4, near: 'what is this' }],
  ['an error response', '{"error":"invalid_client"}', { segment: 'token', reason: 'no_token', offset: 0 }],
  ['a placeholder', 'Bearer <token>', { segment: 'token', reason: 'no_token', offset: 0 }],
  ['an ellipsis', 'mF_9.B5f…', { segment: 'token', reason: 'no_token', offset: 8 }],
  ['two parts', `${header}.e30`, { segment: 'token', reason: 'segments', offset: header.length + 4 }],
  ['four parts', `${jwt}.AA`, { segment: 'token', reason: 'segments' }],
  ['six parts', `${jweHeader}.a.b.c.d.e`, { segment: 'token', offset: jweHeader.length + 8 }],
  ['a million parts', `${header}${'.'.repeat(1_000_000)}`, { reason: 'segments' }],
  [
    'a wrong character',
    `${header}.e!0.AA`,
    { segment: 'claims', offset: 22, reason: 'character', near: 'JSUzI1NiJ9.e!0.AA' },
  ],
  ['padding', `${header}.e30=.AA`, { segment: 'claims', offset: 24, reason: 'character' }],
  [
    'an impossible length',
    `${header}.${segment('{}')}.A`,
    { segment: 'signature', reason: 'length', byteOffset: null },
  ],
  ['stray bits', `${header}.${segment('{}')}.AB`, { segment: 'signature', reason: 'length' }],
  [
    'a header that is no JSON',
    `${segment('{"alg":x')}.e30.AA`,
    { segment: 'header', reason: 'json', byteOffset: 7, offset: 9 },
  ],
  ['a header that is empty', `e30.${header}`, { kind: 'opaque' }],
  [
    'claims that are no UTF-8',
    `${header}.${segment(Buffer.from('{"a":"é"}', 'latin1'))}.AA`,
    {
      segment: 'claims',
      reason: 'utf8',
      byteOffset: 6,
      offset: 29,
    },
  ],
  [
    'claims that are no JSON',
    `${header}.${segment('{"a":x}')}.AA`,
    {
      segment: 'claims',
      reason: 'json',
      offset: 27,
      byteOffset: 5,
      near: '{"a":x}',
    },
  ],
  ['claims behind text that is longer in bytes', `${header}.${segment('{"é":"…",x}')}.AA`, { byteOffset: 12 }],
  ['claims that are cut off', `${header}.${segment('{"a":"b')}.AA`, { reason: 'json', byteOffset: 7 }],
  ['claims with a line break in a text', `${header}.${segment('{"a":"b\nc"}')}.AA`, { byteOffset: 7 }],
  ['claims with an escape that is none', `${header}.${segment('{"a":"b\\x41"}')}.AA`, { byteOffset: 7 }],
  ['claims 200,000 levels deep', `${header}.${segment('{"a":'.repeat(200_000))}.AA`, { reason: 'too_deep' }],
  [
    'claims in one array too many',
    `${header}.${segment(`{"a":${'['.repeat(200)}${']'.repeat(200)}}`)}.AA`,
    {
      segment: 'claims',
      reason: 'too_deep',
    },
  ],
  ['an encrypted key', `${jweHeader}.A!.AA.AA.AA`, { segment: 'encrypted_key', reason: 'character' }],
  [
    'no initialization vector',
    `${jweHeader}...AA.AA`,
    { segment: 'iv', reason: 'empty', offset: jweHeader.length + 2 },
  ],
  ['a ciphertext', `${jweHeader}..AA.A.AA`, { segment: 'ciphertext', reason: 'length' }],
  ['a tag', `${jweHeader}..AA.AA.=`, { segment: 'tag', reason: 'character' }],
  [
    'an SD-JWT that ends in a disclosure',
    `${header}.${sdClaims}.AA~WyJh`,
    { segment: 'disclosure', reason: 'segments' },
  ],
  ['an SD-JWT of two parts', `${header}.${sdClaims}~`, { segment: 'token', reason: 'segments' }],
  ['an SD-JWT without claims', `${header}.${segment('[]')}.AA~`, { segment: 'claims', reason: 'not_object' }],
  ['a key binding', `${header}.${sdClaims}.AA~${header}.e!.AA`, { segment: 'key_binding', reason: 'character' }],
  ['a PASETO without a payload', 'v4.public.', { segment: 'claims', reason: 'length' }],
  ['a PASETO that is too short', 'v4.public.eyJkYXRh', { segment: 'claims', reason: 'length' }],
  ['a PASETO with a wrong footer', 'v4.local.AAAA.!', { segment: 'footer', reason: 'character', offset: 14 }],
  ['a PASETO of five parts', 'v4.local.AAAA.AAAA.AAAA', { segment: 'token', reason: 'segments' }],
])('says where it is malformed: %s', (_name, token, expected) => {
  expect(decodeToken(token)).toMatchObject({ kind: 'malformed', ...expected })
})

test.each([
  ['a character', `${header}.e!0.AA`, 'JSUzI1NiJ9.e', '!0.AA'],
  ['JSON near its end', `${header}.${segment('{"iss":"https://a.example","exp":17000000,}')}.AA`, 'p":17000000,', '}'],
  ['JSON near its beginning', `${header}.${segment('{"é":x,"name":"value"}')}.AA`, '{"é":', 'x,"name":"va'],
  ['bytes', `${header}.${segment(Buffer.from('{"a":"é"}', 'latin1'))}.AA`, '{"a":"', '\uFFFD"}'],
  ['a part that is missing', `${header}.e30`, 'UzI1NiJ9.e30', ''],
  ['halves of characters', `${header}.e30.A!😀`, `I1NiJ9.e30.A`, '!😀'],
])('cuts out what is around the place, and says where that is: %s', (_name, token, before, after) => {
  expect(decodeToken(token)).toMatchObject({ near: before + after, nearAt: before.length })
})

test.each([
  ['run together', `${jwt}${jwt}`, jwt.length],
  ['with a dot between', `${jwt}.${jwt}`, jwt.length + 1],
  ['on two lines', `${jwt}\n${jwt}`, jwt.length + 1],
  ['with a comma between', `${jwt},${jwt}`, jwt.length + 1],
  ['the second behind half of the first', `${header}.${segment('{"sub":"a"}').slice(0, 8)}${jwt}`, header.length + 9],
  ['encrypted', `${jweHeader}..AAAA.AAAA.AAAA${jweHeader}..AA.AA.AA`, jweHeader.length + 16],
])('finds two tokens in one: %s', (_name, token, offset) => {
  expect(decodeToken(token)).toMatchObject({ kind: 'malformed', segment: 'token', reason: 'two_tokens', offset })
})

test.each([
  ['an array', '[1]', { text: '[1]', encoding: 'utf-8', bytes: 3 }],
  ['200,000 open brackets', '['.repeat(200_000), { bytes: 200_000 }],
  ['nothing, because it is detached', '', { text: '', encoding: 'utf-8', bytes: 0 }],
  ['bytes that are no text', Buffer.from([0xff, 0]), { text: '_wA', encoding: 'base64url', bytes: 2 }],
])('a JWS of something else than claims is signed content: %s', (_name, payload, content) => {
  expect(decodeToken(`${header}.${segment(payload)}.AA`)).toMatchObject({ kind: 'signed_content', content })
})

test('a payload that is not encoded is read as it is', () => {
  const token = `${segment('{"alg":"HS256","b64":false,"crit":["b64"]}')}.a payload!.AA`
  expect(decodeToken(token)).toMatchObject({ kind: 'signed_content', content: { text: 'a payload!' } })
})

test('J8: every digit, the order and duplicates are kept, with Authorization: Bearer in front', () => {
  const source = '{"n":12345678901234567890,"d":1.10,"z":-0,"n":2,"__proto__":{"a":1,"\\u0061":2}}'
  expect(decodeToken(`Authorization: Bearer ${header}.${segment(source)}.AA`)).toMatchObject({
    kind: 'jws',
    claims: {
      source,
      members: [
        { name: 'n', source: '12345678901234567890', duplicate: true },
        { name: 'd', source: '1.10', duplicate: false },
        { name: 'z', source: '-0' },
        { name: 'n', source: '2', duplicate: true },
        { name: '__proto__', source: '{"a":1,"\\u0061":2}', duplicate: false, duplicatesWithin: ['/a'] },
      ],
    },
    signatureBytes: 1,
  })
})

test('measures the parts of a JWE', () => {
  expect(decodeToken(`${jweHeader}.AAAA.AA..AA`)).toMatchObject({
    kind: 'jwe',
    encryptedKeyBytes: 3,
    ciphertextBytes: 0,
  })
})

test('throws for no text', () => {
  const bytes = fc.uint8Array({ maxLength: 60 }).map(segment)
  const json = fc.json({ maxDepth: 4 }).map(segment)
  const part = fc.oneof(bytes, json, fc.constantFrom(header, jweHeader, sdClaims, '', 'eyJ', 'v4.public'), fc.string())
  const parts = fc.array(part, { maxLength: 8 })
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    bytes.map((claims) => `${header}.${claims}.AA`),
    fc.tuple(parts, fc.constantFrom('.', '~', ' ', '')).map(([all, separator]) => all.join(separator)),
    fc.tuple(parts, parts).map(([jws, rest]) => `${header}.${jws.slice(0, 2).join('.')}~${rest.join('~')}`),
  )
  const isNamed = (token: string) => typeof decodeToken(token).kind === 'string'
  const details = fc.check(fc.property(text, isNamed), { numRuns: 3000 })
  expect(details.counterexample).toBeNull()
})

test('decoding and then encoding again gives the same bytes', () => {
  const object = fc.tuple(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), fc.constantFrom(0, 1, 4))
  const text = object.map(([value, indent]) => JSON.stringify(value, null, indent))
  const isSame = (head: string, body: string, signature: Uint8Array): boolean => {
    const token = [head, body, signature].map(segment).join('.')
    const decoded = decodeToken(token)
    if (decoded.kind !== 'jws') return false
    const again = [segment(decoded.header.source), segment(decoded.claims.source), segment(signature)].join('.')
    return again === token && decoded.signatureBytes === signature.length
  }
  const isHeader = (head: string) => /^e(?:y|w|30)/.test(segment(head))
  const property = fc.property(text.filter(isHeader), text, fc.uint8Array(), isSame)
  expect(fc.check(property, { numRuns: 1000 }).counterexample).toBeNull()
})

test.each([
  ['a signed JWT', jwt, 'jws'],
  ['a signed JWT as a string of JSON', JSON.stringify(jwt), 'jws'],
  ['an encrypted JWT', `${jweHeader}..AAAA.AAAA.AAAA`, 'jwe'],
])('a JWS of %s is named as nested', (_name, payload, nested) => {
  const decoded = decodeToken(`${header}.${segment(payload)}.AA`)
  expect(decoded).toMatchObject({ kind: 'signed_content', nested, content: { text: payload } })
  expect(decodedSentence(decoded)).toMatch(/^Nested JWT: what is signed is itself an? (?:signed|encrypted) JWT/)
})

test.each([
  ['is a string', segment('"JWT"')],
  ['is a list', segment('["RS256"]')],
  ['is no JSON', segment('alg')],
  ['is no base64url', '!!!'],
  ['is no text', segment(Buffer.from([0xff, 0xfe]))],
  ['is empty', ''],
  ['is cut off', header.slice(0, 9)],
  ['has a character too many', `${header.slice(0, 9)}!${header.slice(9)}`],
])('three parts whose header %s are a broken JWT with its claims', (_name, broken) => {
  const decoded = decodeToken(`${broken}.${segment('{"sub":"a"}')}.AA`)
  expect(decoded).toMatchObject({ kind: 'malformed', segment: 'header', claims: { source: '{"sub":"a"}' } })
  expect(decodedSentence(decoded)).toMatch(/^Malformed token: header.* The claims can be read all the same/)
})

test.each([
  ['the signature', `${header}.${segment('{"sub":"a"}')}.!`],
  ['its end', `${header}.${segment('{"sub":"a"}')}`],
])('a JWT whose claims can be read shows them though %s is broken', (_name, token) => {
  expect(decodeToken(token)).toMatchObject({ kind: 'malformed', claims: { source: '{"sub":"a"}' } })
})

test.each(['a.b.c', 'abc.e30.def', 'abc', 'SG.x.y', '2YotnFZFEjr1zCsicMWpAA.x.y'])('%s stays opaque', (token) => {
  expect(decodeToken(token)).toMatchObject({ kind: 'opaque' })
})

test.each([
  'v4.public.',
  'v4.public.eyJkYXRh',
  'v4.local.AAAA.!',
  'v4.local.AAAA.AAAA.AAAA',
  'v1.public.!',
  'v2.local.A',
])('%s is a damaged PASETO, and no JWT', (token) => {
  const decoded = decodeToken(token)
  expect(decoded).toMatchObject({ kind: 'malformed', format: 'paseto' })
  expect(decodedSentence(decoded)).toMatch(/^Damaged PASETO: /)
  expect(decodedSentence(decoded)).not.toContain('JWT')
})
