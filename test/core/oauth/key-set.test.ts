import { expect, test } from 'vitest'
import { findingText } from '../../../electron/wording/findings.ts'
import { judgeKeySet } from '../../../electron/core/oauth/key-set.ts'
import { answered } from './transcript.ts'

const judge = (keys: unknown, status = 200) => judgeKeySet(answered(status, JSON.stringify({ keys })))
const bytes = (length: number) => Buffer.alloc(length, 7).toString('base64url')

/** The key of RFC 7638 §3.1. */
const rsa = {
  kty: 'RSA',
  n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
  e: 'AQAB',
  alg: 'RS256',
  kid: '2011-04-29',
}
/** The key of RFC 8037 A.1, and its thumbprint of A.3. */
const ed25519 = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }

test('keys are listed with kid, size, use, algorithm and the thumbprint of RFC 7638 §3.1', async () => {
  expect(await judge([rsa, ed25519])).toEqual({
    kind: 'keys',
    keys: [
      {
        kid: '2011-04-29',
        kty: 'RSA',
        size: '2048',
        use: null,
        alg: 'RS256',
        thumbprint: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
      },
      {
        kid: null,
        kty: 'OKP',
        size: 'Ed25519',
        use: null,
        alg: null,
        thumbprint: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
      },
    ],
    findings: [],
  })
})

test('A10: an empty key set is named', async () => {
  expect(await judge([])).toMatchObject({ kind: 'keys', keys: [], findings: [{ code: 'jwks_empty' }] })
})

test('A10: a duplicate kid is named, once', async () => {
  const judged = await judge([rsa, { ...ed25519, kid: rsa.kid }, { ...rsa }])
  expect(judged.findings).toMatchObject([{ code: 'jwks_duplicate_kid', evidence: { kid: rsa.kid } }])
})

test('A10: a mixed set is named: a shared secret has no place beside public keys, and is not repeated', async () => {
  const judged = await judge([ed25519, { kty: 'oct', k: 'c2VjcmV0', kid: 'shared' }])
  expect(judged.findings).toMatchObject([
    { code: 'jwks_private_key', evidence: { kid: 'shared', position: '2' } },
    { code: 'jwks_key_unusable', evidence: { kid: 'shared' } },
    { code: 'jwks_mixed', evidence: { shared: '1', count: '2' } },
  ])
  expect(judged).toMatchObject({ keys: [{}, { kty: 'oct', thumbprint: null }] })
  expect(JSON.stringify(judged)).not.toContain('c2VjcmV0')
})

test('A10: a private key inside is named, and its private part is repeated nowhere', async () => {
  const d = 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A'
  const judged = await judge([{ ...ed25519, d }])
  expect(judged.findings).toMatchObject([{ code: 'jwks_private_key', severity: 'error', evidence: { position: '1' } }])
  expect(JSON.stringify(judged)).not.toContain(d)
})

test.each([
  ['null', null, 'not a JSON object'],
  ['a string', 'key', 'not a JSON object'],
  ['an object without kty', { kid: 'a' }, 'no kty'],
  ['an unknown kty', { kty: 'AKP' }, 'kty AKP is not supported'],
  ['RSA without n', { kty: 'RSA', e: 'AQAB' }, 'missing'],
  ['RSA in base64 that was cut', { kty: 'RSA', n: `${bytes(256)}=A=`, e: 'AQAB' }, 'base64url'],
  ['RSA of 1024 bits', { kty: 'RSA', n: bytes(128), e: 'AQAB' }, 'too few'],
  ['an unknown curve', { kty: 'EC', crv: 'P-999', x: bytes(32), y: bytes(32) }, 'curve'],
  [
    'a coordinate that is too short',
    { kty: 'EC', crv: 'P-256', x: bytes(31), y: bytes(32) },
    'x is missing or does not fit',
  ],
  ['a prototype for a member', { kty: 'EC', ['__proto__']: { crv: 'P-256' } }, 'curve'],
])('%s is no key that can be used, and the reason is reported', async (_name, key, reason) => {
  const { findings } = await judge([key])
  expect(findings).toMatchObject([{ code: 'jwks_key_unusable', evidence: { position: '1' } }])
  expect(findings.map((finding) => findingText(finding).sentence)).toEqual([expect.stringContaining(reason)])
})

test('the size of an RSA key counts bits, not bytes', async () => {
  const n = Buffer.concat([Buffer.from([0, 0x01]), Buffer.alloc(256, 7)]).toString('base64url')
  expect(await judge([{ ...rsa, n }])).toMatchObject({ keys: [{ size: '2049' }] })
})

test('of more than 200 keys the first 200 are read, and that is reported', async () => {
  const judged = await judge(Array.from({ length: 201 }, () => ed25519))
  expect(judged).toMatchObject({ keys: { length: 200 }, findings: [{ code: 'jwks_key_unusable' }] })
})

test.each([
  ['JSON without keys', answered(200, '{}'), 'jwks_empty'],
  ['keys that are no array', answered(200, '{"keys":{}}'), 'jwks_empty'],
  ['a web page', answered(200, '<html>', [['Content-Type', 'text/html']]), 'body_not_json'],
  ['404', answered(404, '{"keys":[]}'), 'status_unexpected'],
  ['a redirect', answered(302, '', [['Location', 'https://elsewhere.example']]), 'redirect_refused'],
])('%s is no key set', async (_name, transcript, code) => {
  expect(await judgeKeySet(transcript)).toMatchObject({ kind: 'nonconformant', findings: [{ code }] })
})
