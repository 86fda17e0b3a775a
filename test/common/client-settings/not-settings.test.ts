import fc from 'fast-check'
import { expect, test } from 'vitest'
import { basicHeader } from '../../../electron/core/oauth/client-auth/basic-encodings.ts'
import { readBasicHeader } from '../../../electron/common/client-settings/basic-credentials.ts'
import {
  mostSettingsCharacters,
  readClientSettings,
} from '../../../electron/common/client-settings/read-client-settings.ts'

test.each([
  ['nothing', ''],
  ['prose', 'Please use curl to get a token, and set the client ID first.'],
  ['a call of an API', `curl -H 'Authorization: Bearer eyJ.a.b' https://api.example/orders`],
  ['a call of an API with Basic', `curl -u user:pass https://api.example/orders`],
  ['a form of another kind', 'curl https://insomnia.rest/signup -F file=@/home/user/file.txt -F foo=bar'],
  ['a name alone', 'Orders staging'],
  ['an address alone', 'https://as.example/.well-known/openid-configuration'],
  ['a token', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln'],
  ['claims', '{"iss":"https://as.example","sub":"a","aud":"b","scope":"c"}'],
  ['a token response', '{"access_token":"a","token_type":"Bearer","expires_in":3600,"scope":"a"}'],
  ['a JWK', '{"kty":"EC","crv":"P-256","x":"a","y":"b","d":"c","kid":"k"}'],
  ['an app of Firebase', '{"apiKey":"x","authDomain":"p.firebaseapp.example","appId":"1:2:web:3"}'],
  ['YAML with several clients', 'a:\n  client_id: one\n  client_secret: x\nb:\n  client_id: two\n  client_secret: y\n'],
  ['JSON that is cut off', '{"client_id":"orders","client_secret":'],
  ['JSON of another kind', '[1, "client_id", null, {"a": {"__proto__": {"polluted": true}}}]'],
  ['variables of another kind', 'PATH=/bin\nHOME=/root\nDATABASE_URL=postgres://db'],
])('%s is not read as settings', (_name, text) => {
  expect(readClientSettings(text)).toEqual({ kind: 'unknown' })
})

test('a text over a megabyte is not read', () => {
  expect(readClientSettings(`CLIENT_ID=orders\n${'#'.repeat(mostSettingsCharacters)}`)).toEqual({ kind: 'too_long' })
})

test('the credentials of a Basic header give the same header again', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      fc.boolean(),
      (id, secret, isForm) => {
        fc.pre(!id.includes(':') || isForm)
        const header = basicHeader(id, secret, isForm ? 'form' : 'raw')
        const read = readBasicHeader(header)
        if (read === null) throw new Error(`Not read: ${header}`)
        expect(basicHeader(read.id, read.secret, read.encoding ?? 'form')).toBe(header)
        expect(basicHeader(read.id, read.secret, read.encoding ?? 'raw')).toBe(header)
      },
    ),
  )
})

const pieces = [
  'curl ',
  'curl.exe ',
  '-u ',
  "a:b'",
  '"',
  "'",
  "$'",
  '\\',
  '\\\n',
  '^',
  '^\n',
  '^"',
  '`',
  '`\n',
  ' \n',
  '$(',
  ')',
  '${',
  '}',
  '-d ',
  '--data-urlencode ',
  'grant_type=client_credentials',
  '&',
  ';',
  '|',
  '-H ',
  'Authorization: Basic ',
  'YTpi',
  '@',
  'https://as.example/token',
  '?',
  '#',
  '%',
  '%zz',
  '%41',
  '\\x4',
  '\\u00',
  '=',
  ':',
  'CLIENT_ID=',
  'export ',
  '{',
  '"client_id":"a"',
  '[',
  ']',
  ',',
  '-----BEGIN PRIVATE KEY-----',
  '\0',
  '\u{1F511}',
  '\uD800',
  '“',
  '”',
  '—',
  '--next ',
  '-x ',
  '--cert ',
  'C:\\a:b',
] as const

test('whatever is pasted, an answer comes, and no note is empty', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
      const outcome = readClientSettings(parts.join(''))
      if (outcome.kind !== 'read') return
      for (const { names } of outcome.settings.notes) expect(names.length).toBeGreaterThan(0)
    }),
    { numRuns: 3000 },
  )
  fc.assert(
    fc.property(fc.json(), (text) => readClientSettings(text).kind !== 'too_long'),
    { numRuns: 300 },
  )
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readClientSettings(text).kind !== 'too_long'))
})

// Nothing is timed: what takes the square of the time would not end before the test is given up.
test.each(pieces)('a megabyte that repeats %j is read', (piece) => {
  const text = `curl https://as.example/token ${piece.repeat(mostSettingsCharacters)}`.slice(0, mostSettingsCharacters)
  expect(readClientSettings(text).kind).not.toBe('too_long')
  expect(readClientSettings(piece.repeat(mostSettingsCharacters).slice(0, mostSettingsCharacters)).kind).toBeDefined()
})
