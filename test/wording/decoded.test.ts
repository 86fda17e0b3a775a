import { expect, test } from 'vitest'
import { decodedSentence } from '../../electron/wording/decoded.ts'
import { decodeToken } from '../../electron/core/token/decode/decode.ts'

const segment = (text: string) => Buffer.from(text).toString('base64url')
const header = segment('{"alg":"RS256"}')
const sentenceOf = (text: string) => decodedSentence(decodeToken(text))

test.each([
  ['claims', `${header}.${segment('{"a":x}')}.AA`, /claims, character 28, which is byte 6 of it decoded\. .*not JSON/],
  ['a token that is cut off', `${header}.e30`, /as a whole, character 25\. .*copied whole/],
  ['a wrong character', `${header}.e30.A+`, /signature, character 27\. .*base64url/],
  ['two tokens', `${header}.e30.AA${header}.e30.AA`, /character 28\. Here a second token begins/],
  [
    'a refresh token',
    `ory_rt_${'a1'.repeat(20)}`,
    /those of Ory \(refresh token\).*token endpoint.*Length: 47 characters/,
  ],
  ['a reference', 'mF_9.B5f-4.1JqM', /introspection/],
  ['an error response', '{"error":"invalid_client"}', /character 1\. .*No token/],
  ['SAML', '<saml:Assertion/>', /XML and not a JWT/],
  ['an encrypted token', `${segment('{"alg":"dir","enc":"A256GCM"}')}..AA.AA.AA`, /Encrypted JWT/],
  ['content', `${header}.AAAA.AA`, /no JWT/],
  ['detached content', `${header}..AA`, /detached/],
  ['an encrypted PASETO', 'v3.local.AAAA', /Encrypted PASETO, version 3/],
  ['a signed PASETO', `v4.public.${segment(`{}${'x'.repeat(64)}`)}`, /Signed PASETO, version 4/],
])('says what it is, where, and what to try: %s', (_name, text, sentence) => {
  expect(sentenceOf(text)).toMatch(sentence)
})

test('a readable JWT speaks for itself', () => {
  expect(sentenceOf(`${header}.e30.AA`)).toBeNull()
  expect(sentenceOf(`${header}.e30.AA~`)).toBeNull()
})
