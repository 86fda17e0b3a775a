import { createHash } from 'node:crypto'
import { compactVerify, importJWK, type JWK, SignJWT, generateKeyPair } from 'jose'
import { expect, test } from 'vitest'
import type { DecodedToken } from '../../../../electron/contract/decoded-token.ts'
import { memberOf } from '../../../../electron/common/json-source.ts'
import { decodeToken } from '../../../../electron/core/token/decode/decode.ts'
import { findTokens } from '../../../../electron/core/token/find/find-tokens.ts'
import { pasetoVectors } from '../../../support/vectors/paseto.ts'
import {
  claims7515,
  content7515,
  flattened7515,
  general7515,
  jws7515,
  unsigned7515,
} from '../../../support/vectors/rfc7515.ts'
import { jwe7519 } from '../../../support/vectors/rfc7519.ts'
import { jwe7520, jws7520, jwsJson7520, payload7520 } from '../../../support/vectors/rfc7520.ts'
import { issuerKey9901, presentation9901, sdHash9901 } from '../../../support/vectors/rfc9901.ts'

const bytesOf = (text: string) => Buffer.from(text, 'base64url')

/** Fails unless the signature holds: a vector that was copied wrongly is none. */
async function expectSigned(compact: string, key: JWK): Promise<void> {
  const alg = String(JSON.parse(bytesOf(compact.split('.')[0] ?? '').toString()).alg)
  await compactVerify(compact, await importJWK(key, alg))
}

test.each(jws7515)('RFC 7515 appendix $name', async ({ compact, key, signatureBytes }) => {
  await expectSigned(compact, key)
  expect(decodeToken(compact)).toMatchObject({ kind: 'jws', claims: { source: claims7515 }, signatureBytes })
})

test('RFC 7515 appendix A.4: content that is no claims', async () => {
  await expectSigned(content7515.compact, content7515.key)
  expect(decodeToken(content7515.compact)).toMatchObject({
    kind: 'signed_content',
    content: { text: 'Payload', encoding: 'utf-8', bytes: 7 },
    signatureBytes: 132,
  })
})

test('RFC 7515 appendix A.5 and RFC 7519 §6.1: not signed', () => {
  expect(decodeToken(unsigned7515)).toMatchObject({ kind: 'jws', claims: { source: claims7515 }, signatureBytes: 0 })
})

test.each(jwe7519)('RFC 7519 appendix $name: encrypted', ({ compact, header, ciphertextBytes }) => {
  const expected = { kind: 'jwe', header: { source: header }, encryptedKeyBytes: 256, ciphertextBytes }
  expect(decodeToken(compact)).toMatchObject(expected)
})

test('RFC 7515 appendix A.6 and A.7: each signature in JSON is a token', () => {
  const [, rsa, ec] = jws7515.map(({ compact }) => compact)
  expect(findTokens(general7515)).toEqual([
    { as: 'jws_json', name: '', token: rsa },
    { as: 'jws_json', name: '', token: ec },
  ])
  expect(findTokens(flattened7515)).toEqual([{ as: 'jws_json', name: '', token: ec }])
})

test.each(jws7520)('RFC 7520 $name', ({ compact }) => {
  const [header = '', payload = '', signature = ''] = compact.split('.')
  const decoded = decodeToken(compact)
  // In §4.5 the payload is detached: it is not in the token.
  const text = payload === '' ? '' : payload7520
  expect(decoded).toMatchObject({
    kind: 'signed_content',
    header: { source: bytesOf(header).toString() },
    content: { text, encoding: 'utf-8', bytes: Buffer.byteLength(text) },
    signatureBytes: bytesOf(signature).length,
  })
})

const inJson = jwsJson7520.flatMap(({ name, general, flattened }) =>
  [general, flattened].flatMap((json) => (json === undefined ? [] : [{ name, json }])),
)

test.each(inJson)('RFC 7520 $name, in JSON: each signature with a protected header is a token', ({ json }) => {
  const count = json.match(/"protected"/g)?.length ?? 0
  expect(findTokens(json).map(({ as }) => as)).toEqual(count === 0 ? ['token'] : Array(count).fill('jws_json'))
})

test.each(jwe7520)('RFC 7520 $name', ({ compact, encryptedKey, ciphertext }) => {
  expect(decodeToken(compact)).toMatchObject({
    kind: 'jwe',
    header: { source: bytesOf(compact.split('.')[0] ?? '').toString() },
    encryptedKeyBytes: bytesOf(encryptedKey).length,
    ciphertextBytes: bytesOf(ciphertext).length,
  })
})

test('RFC 9068 §3: the example of an access token, signed here because the RFC shows it decoded', async () => {
  const claims = {
    iss: 'https://authorization-server.example.com/',
    sub: '5ba552d67',
    aud: 'https://rs.example.com/',
    exp: 1639528912,
    iat: 1618354090,
    jti: 'dbe39bf3a3ba4238a513f51d6e1691c4',
    client_id: 's6BhdRkqt3',
    scope: 'openid profile reademail',
  }
  const { privateKey } = await generateKeyPair('RS256')
  const token = await new SignJWT(claims)
    .setProtectedHeader({ typ: 'at+JWT', alg: 'RS256', kid: 'RjEwOwOA' })
    .sign(privateKey)
  const decoded = decodeToken(token)
  expect(decoded).toMatchObject({ kind: 'jws', claims: { source: JSON.stringify(claims) }, signatureBytes: 256 })
})

test('RFC 9901 §5.2: disclosures, their digests in the claims, and the key binding', async () => {
  await expectSigned(presentation9901.slice(0, presentation9901.indexOf('~')), issuerKey9901)
  const decoded = decodeToken(presentation9901)
  expect(decoded).toMatchObject({
    kind: 'sd_jwt',
    signatureBytes: 64,
    disclosures: [
      { name: 'family_name', source: '"Doe"', named: true, digest: 'TGf4oLbgwd5JQaHyKVQZU9UdGE0w5rtDsrZzfUaomLo' },
      { name: 'address', named: true, digest: 'XzFrzwscM6Gn6CJDc6vVK8BkMnfG8vOSKfpPIZdAfdE' },
      { name: 'given_name', source: '"John"', named: true, digest: 'jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4' },
      { name: null, source: '"US"', named: true, digest: 'pFndjkZ_VCzmyTa6UjlZo3dh-ko8aIKQc9DlGzhaVYo' },
    ],
    unreadable: 0,
  })
  const binding = decoded.kind === 'sd_jwt' ? decoded.keyBinding : null
  expect(binding && memberOf(binding.claims, 'sd_hash')?.source).toBe(JSON.stringify(sdHash9901))
  const presented = presentation9901.slice(0, presentation9901.lastIndexOf('~') + 1)
  expect(createHash('sha256').update(presented).digest('base64url')).toBe(sdHash9901)
})

test.each(pasetoVectors)('PASETO $name', ({ name, token, payload, footer }) => {
  const version = `v${name.charAt(0)}`
  const isPublic = name.includes('S')
  const expected: Partial<DecodedToken> = {
    kind: 'paseto',
    purpose: isPublic ? 'public' : 'local',
    footer: footer === '' ? null : { text: footer, encoding: 'utf-8', bytes: Buffer.byteLength(footer) },
  }
  expect(decodeToken(token)).toMatchObject({
    ...expected,
    version,
    claims: isPublic ? { source: payload } : null,
  })
})
