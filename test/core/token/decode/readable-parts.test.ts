import { describe, expect, test } from 'vitest'
import { decodeToken } from '../../../../electron/core/token/decode/decode.ts'
import { decodedSentence, brokenPlace } from '../../../../electron/wording/decoded.ts'

const header = '{"alg":"RS256","typ":"JWT"}'
const claims = '{"iss":"https://id.example","name":"Zoë ???>>>","n":12345678901234567890}'
const url = (text: string | Buffer) => Buffer.from(text).toString('base64url')
const plain = (text: string) => Buffer.from(text).toString('base64')
const jwt = (first: string, second: string) => `${first}.${second}.c2lnbmF0dXJl`

function readOf(token: string) {
  const decoded = decodeToken(token)
  if (decoded.kind !== 'malformed') throw new Error(`It is ${decoded.kind}.`)
  const { broken, ...rest } = decoded
  return { header: rest.header?.source, claims: rest.claims?.source, broken: broken?.map(({ text, at }) => [text, at]) }
}

describe('nothing is made up', () => {
  test.each([
    ['of bytes that are no text', `eyJ${url(Buffer.from([0xff, 0xfe, 0xfd]))}.x`],
    ['of a part that is no JSON object', jwt(url(header), `${url('plain text')}=`)],
    ['of a reference', 'opaque-token.with-dots.in-it'],
  ])('%s', (_name, token) => {
    const decoded = decodeToken(token)
    expect(decoded).not.toHaveProperty('claims')
    expect(decoded).not.toHaveProperty('broken')
  })

  test('a member that is cut off is shown as text, and is no claim', () => {
    const cut = '{"iss":"https://id.example","exp":17'
    expect(readOf(jwt(url(header), url(cut)))).toEqual({ header, broken: [[cut, cut.length]] })
  })
})

describe('what is cut off is read up to there', () => {
  test.each([
    ['in the header', url(header).slice(0, 20), { broken: [['{"alg":"RS256",', 15]] }],
    ['behind the header', url(header), { header }],
    ['in the claims', `${url(header)}.${url(claims).slice(0, 20)}`, { header, broken: [['{"iss":"https:/', 15]] }],
    [
      'within a character of the claims',
      `${url(header)}.${url(Buffer.from('{"name":"Zo\u00eb"}').subarray(0, 12))}`,
      { header, broken: [['{"name":"Zo', 11]] },
    ],
    ['behind the claims', `${url(header)}.${url(claims)}`, { header, claims }],
    ['in the signature', `${url(header)}.${url(claims)}.c`, { header, claims }],
    ['before the claims', url(claims), { claims }],
    ['before the claims, with the signature', `${url(claims)}.c2lnbmF0dXJl`, { claims }],
    ['for dots', `${jwt(url(header), url(claims)).slice(0, 57)}...`, { header, broken: [['{"iss":"https:/', 15]] }],
    [
      'for an ellipsis',
      `${jwt(url(header), url(claims)).slice(0, 57)}…`,
      { header, broken: [['{"iss":"https:/', 15]] },
    ],
    [
      'in an encrypted token',
      `${url('{"alg":"dir","enc":"A256GCM"}')}..AAAA.AA`,
      { header: '{"alg":"dir","enc":"A256GCM"}' },
    ],
  ])('%s', (_name, token, read) => {
    expect(readOf(token)).toEqual(read)
  })
})

test('ordinary base64 with plus, slash and padding is read, no digit lost, and called what it is', () => {
  const token = jwt(plain(header), plain(claims))
  expect(token).toContain('/')
  expect(token).toContain('=.')
  expect(readOf(token)).toEqual({ header, claims })
  expect(decodedSentence(decodeToken(token))).toMatch(
    /belong to ordinary base64\. The header and the claims can be read all the same; nothing shows/,
  )
})

test.each([
  ['a comma too many', '{"iss":"a",}', 11],
  ['a word', '{"iss":a}', 7],
  ['a missing quotation mark', '{"iss":"a}', 10],
])('claims that are no JSON are shown as text, with the place where they break: %s', (_name, text, at) => {
  const token = jwt(url(header), url(text))
  expect(readOf(token)).toEqual({ header, broken: [[text, at]] })
  expect(decodedSentence(decodeToken(token))).toContain('The header can be read all the same, the claims in part')
})

test('claims in Latin-1 are shown as text up to the character that is none, and beyond it', () => {
  const token = jwt(url(header), url(Buffer.from('{"name":"Zo\u00eb","b":1}', 'latin1')))
  expect(readOf(token)).toEqual({ header, broken: [['{"name":"Zo\ufffd","b":1}', 11]] })
})

test('a wrong character within the claims ends what is read', () => {
  const token = jwt(url(header), `${url(claims).slice(0, 20)}!${url(claims).slice(21)}`)
  expect(readOf(token)).toEqual({ header, broken: [['{"iss":"https:/', 15]] })
})

test('a header and claims that both break are both shown', () => {
  expect(readOf(jwt(url('{"alg":"RS256",}'), url('{"iss":"a",}')))).toEqual({
    broken: [
      ['{"alg":"RS256",}', 15],
      ['{"iss":"a",}', 11],
    ],
  })
})

test('where it breaks is said in a short sentence', () => {
  const placeOf = (token: string) => {
    const decoded = decodeToken(token)
    return decoded.kind === 'malformed' ? brokenPlace(decoded) : ''
  }
  expect(placeOf(jwt(url(header), url('{"iss":"a",}')))).toBe(
    'It breaks in the claims, at character 52, which is byte 12 of it decoded.',
  )
  expect(placeOf(`${url(header)}.${url(claims)}`)).toMatch(/^It breaks at character \d+\.$/)
})
