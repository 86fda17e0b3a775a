import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeToken } from '../../../../electron/core/token/decode/decode.ts'
import { findTokens } from '../../../../electron/core/token/find/find-tokens.ts'
import { jws7515 } from '../../../support/vectors/rfc7515.ts'
import { jwe7520 } from '../../../support/vectors/rfc7520.ts'
import { presentation9901 } from '../../../support/vectors/rfc9901.ts'

const [hmac = '', rsa = '', ec = ''] = jws7515.map(({ compact }) => compact)
const jwe = jwe7520[0]?.compact ?? ''
const opaque = 'mF_9.B5f-4.1JqM-2YotnFZFEjr1zCsicMWpAA'
const segment = (text: string) => Buffer.from(text).toString('base64url')

const wrapped = (token: string, width: number, newline = '\n', before = '') =>
  (token.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(newline + before)
const tokensIn = (text: string) => findTokens(text).map(({ token }) => token)

test.each([
  ['as it is', rsa],
  ['with white space around it', `\n\t ${rsa} \r\n`],
  ['in quotes', `"${rsa}",`],
  ['in typographic quotes', `“${rsa}”`],
  ['in backticks', `\`${rsa}\``],
  ['with a byte order mark', `\uFEFF${rsa}`],
  ['with zero-width characters in it', rsa.replaceAll('.', '\u200B.\u00AD')],
  ['broken over lines of 76', wrapped(rsa, 76)],
  ['broken over lines of 64, with carriage returns', wrapped(rsa, 64, '\r\n')],
  ['broken over lines, quoted in a mail', wrapped(rsa, 70, '\n', '> ')],
  ['broken over lines of quoted-printable', wrapped(rsa, 75, '=\r\n')],
  ['broken over lines with backslashes', wrapped(rsa, 80, '\\\n')],
  ['broken over lines that are indented', wrapped(rsa, 60, '\n', '    ')],
  ['broken with spaces', wrapped(rsa, 72, ' ')],
  ['broken behind every dot', rsa.replaceAll('.', '.\n')],
  ['broken before every dot', rsa.replaceAll('.', '\n.')],
])('a bare token is found %s', (_name, text) => {
  expect(findTokens(text)).toEqual([{ as: 'token', name: '', token: rsa }])
})

test.each([7, 20, 43, 63, 64, 65, 76, 80, 100, 120, 171, 342])(
  'tokens broken over lines of %i characters are put together, no matter their kind',
  (width) => {
    for (const token of [hmac, rsa, ec, jwe]) expect(tokensIn(wrapped(token, width))).toEqual([token])
  },
)

test.each([
  ['a word', `${rsa}\nthanks`, [rsa]],
  ['a sentence', `${rsa}\nthanks for a look`, [rsa]],
  ['a sentence on the same line', `${rsa} thanks for a look`, [rsa]],
  ['another token', `${rsa}\n${ec}`, [rsa, ec]],
  ['the same token', `${rsa}\n${rsa}`, [rsa]],
  ['two wrapped tokens', `${wrapped(rsa, 76)}\n${wrapped(ec, 76)}`, [rsa, ec]],
  ['a signature behind an empty line', `${wrapped(rsa, 76)}\n\n--\nAnn`, [rsa]],
])('a token is not joined with what is below it: %s', (_name, text, tokens) => {
  expect(tokensIn(text)).toEqual(tokens)
})

test.each([
  ['that is cut off', (token: string) => wrapped(token.slice(0, 200), 40)],
  ['whose signature is too short', (token: string) => wrapped(token.slice(0, -9), 40)],
  ['that a mail quotes', (token: string) => `> ${wrapped(token.slice(0, 200), 40).replaceAll('\n', '\n> ')}`],
])('a broken token over lines of one width is put together: one %s', (_name, broken) => {
  const [found] = tokensIn(broken(rsa))
  expect(rsa).toContain(found)
  expect(found?.length).toBeGreaterThan(160)
})

test.each([
  ['the dots', (token: string) => token.replaceAll('.', '%2E')],
  ['every character', (token: string) => token.replaceAll(/./g, (one) => `%${one.charCodeAt(0).toString(16)}`)],
])('a bare token in percent-encoding is found: %s', (_name, encoded) => {
  expect(tokensIn(encoded(rsa))).toEqual([rsa])
})

test('two tokens without a line break between them are reported by the decoder', () => {
  expect(tokensIn(`${rsa}${ec}`)).toEqual([`${rsa}${ec}`])
  expect(decodeToken(`${rsa}${ec}`)).toMatchObject({ reason: 'two_tokens' })
  expect(tokensIn(`${rsa},${ec}`)).toEqual([rsa, ec])
})

test('a malformed token is found whole, so that the decoder says where', () => {
  const broken = `${rsa.slice(0, 40)}!${rsa.slice(41)}`
  expect(tokensIn(`${broken} `)).toEqual([broken])
  expect(tokensIn(`Authorization: Bearer ${broken}`)).toEqual([broken])
  expect(tokensIn('"eyJhbGciOiJSUzI1NiJ9.eyJ"')).toEqual(['eyJhbGciOiJSUzI1NiJ9.eyJ'])
})

test.each([
  ['a header', `Authorization: Bearer ${ec}`, 'Authorization', ec],
  ['a header in small letters', `authorization:bearer ${ec}`, 'Authorization', ec],
  ['a DPoP header', `Authorization: DPoP ${ec}`, 'Authorization', ec],
  ['the value of a header', `Bearer ${opaque}`, '', opaque],
  [
    'among other headers',
    `GET / HTTP/1.1\r\nHost: api.example\r\nAuthorization: Bearer ${opaque}\r\nAccept: */*`,
    'Authorization',
    opaque,
  ],
  ['in an object of a script', `headers = {"Authorization": "Bearer ${opaque}"}`, 'Authorization', opaque],
  ['in PowerShell', `-Headers @{"Authorization"="Bearer ${opaque}"}`, 'Authorization', opaque],
  ['broken over lines', `Authorization: Bearer ${wrapped(rsa, 60)}\nAccept: */*`, 'Authorization', rsa],
])('finds the token of an Authorization header: %s', (_name, text, name, token) => {
  expect(findTokens(text)).toEqual([{ as: 'authorization_header', name, token }])
})

/** Commands as browsers, consoles and the documentation of other tools write them. */
const commands: readonly (readonly [string, (token: string) => string])[] = [
  ['braces of a template left', (token) => `curl -H "Authorization: Bearer {${token}}" https://api.example/`],
  ['angle brackets left', (token) => `curl -H "Authorization: Bearer <${token}>" https://api.example/`],
  ['brackets left in a header', (token) => `Authorization: Bearer <${token}>`],
  ['Bearer twice', (token) => `curl -H 'Authorization: Bearer Bearer ${token}' https://api.example/`],
  ['Bearer twice in a header', (token) => `GET / HTTP/1.1\nAuthorization: Bearer bearer ${token}`],
  ['a cookie in percent-encoding', (token) => `Cookie: auth=${encodeURIComponent(`{"access_token":"${token}"}`)}; a=b`],
  [
    'an address in a log, in percent-encoding',
    (token) => `302 to https://app.example/cb?state=${encodeURIComponent(`{"a":1,"access_token":"${token}"}`)} in 3 ms`,
  ],
  ['JSON with the escapes of PowerShell', (token) => `irm $url -Body "{\`"access_token\`": \`"${token}\`"}"`],
  ['wget', (token) => `wget --header="Authorization: Bearer ${token}" https://api.example/`],
  ['httpie', (token) => `http GET https://api.example 'Authorization:Bearer ${token}'`],
  ['fetch', (token) => `fetch("https://api.example/", { headers: { "authorization": "Bearer ${token}" } });`],
  ['carets', (token) => `curl ^"https://api.example/^" ^\r\n  -H ^"authorization: Bearer ${token}^"`],
]

test.each(
  commands.flatMap(([name, write]) =>
    [rsa, ec, '2YotnFZFEjr1zCsicMWpAA'].map((token) => [name, write, token] as const),
  ),
)('finds the token, and nothing else with it: %s', (_name, write, token) => {
  expect(tokensIn(write(token))).toEqual([token])
})

test.each(['{token}', '<access_token>', '${TOKEN}', '[token]'])('the placeholder %s is no token', (placeholder) => {
  const text = `curl -H "Authorization: Bearer ${placeholder}" https://api.example/`
  expect(findTokens(text)).toEqual([{ as: 'token', name: '', token: text }])
})

test('the proof of a DPoP request is found behind the token', () => {
  expect(findTokens(`DPoP: ${ec}\nAuthorization: DPoP ${hmac}`)).toEqual([
    { as: 'authorization_header', name: 'Authorization', token: hmac },
    { as: 'text', name: 'DPoP', token: ec },
  ])
})

test.each(['Basic dXNlcjpwYXNzd29yZA==', 'Digest username="a"', 'Bearer realm="api", error="invalid_token"'])(
  'no token is made of %s',
  (value) => {
    const text = `WWW-Authenticate: ${value}`
    expect(findTokens(text)).toEqual([{ as: 'token', name: '', token: text }])
  },
)

test('the words of a sentence are no tokens', () => {
  const text = 'Send a bearer authorization-token-like thing, access_token: missing, token=expired'
  expect(findTokens(text)).toEqual([{ as: 'token', name: '', token: text }])
})

test('of a token response the access token is first', () => {
  const text = JSON.stringify({
    refresh_token: 'r',
    id_token: ec,
    token_type: 'Bearer',
    expires_in: 1,
    access_token: 'a',
  })
  expect(findTokens(text)).toEqual([
    { as: 'json', name: 'access_token', token: 'a' },
    { as: 'json', name: 'id_token', token: ec },
    { as: 'json', name: 'refresh_token', token: 'r' },
  ])
})

test.each([
  ['nested', { data: { token: 'abc' } }, 'token', 'abc'],
  ['in an array', [{ accessToken: 'abc' }], 'accessToken', 'abc'],
  ['under any name', { credential: [ec] }, 'credential', ec],
  ['with its scheme', { token: `Bearer ${ec}` }, 'token', ec],
  ['of an archive of requests', { headers: [{ name: 'authorization', value: `Bearer ${ec}` }] }, 'authorization', ec],
])('finds tokens in JSON: %s', (_name, value, name, token) => {
  expect(findTokens(JSON.stringify(value, null, 2))).toEqual([{ as: 'json', name, token }])
})

test('JSON that a terminal broke over lines, or that is cut off, is read all the same', () => {
  const json = JSON.stringify({ access_token: rsa, id_token: ec, token_type: 'Bearer' })
  expect(tokensIn(wrapped(json, 80))).toEqual([rsa, ec])
  expect(tokensIn('HTTP/1.1 200 OK\n\n{"access_token":"abc","token_type":"Bearer"}')).toEqual(['abc'])
  expect(findTokens(`{"expires_in":60,"access_token":"${opaque}","sco`)).toEqual([
    { as: 'text', name: 'access_token', token: opaque },
  ])
})

test.each([
  ['a header', `curl -H 'Authorization: Bearer ${opaque}' https://api.example/`, opaque],
  ['a header that is attached', `curl -sSH"authorization: bearer ${opaque}" https://api.example/`, opaque],
  [
    'a long option',
    `curl https://api.example \\\n  --header "Authorization: Bearer ${opaque}" \\\n  --compressed`,
    opaque,
  ],
  ['an option of its own', `curl --oauth2-bearer ${opaque} https://api.example/`, opaque],
  ['data', `curl -u 'id:secret' -d token=${opaque} -d token_type_hint=access_token https://as.example/i`, opaque],
  ['encoded data', `curl --data-urlencode 'token=${opaque}' https://as.example/introspect`, opaque],
  ['data with an equals sign', `curl --data-raw='access_token=${opaque}' https://as.example/`, opaque],
  ['JSON', `curl --json '{"token":"${opaque}"}' https://as.example/`, opaque],
  ['a query', `curl "https://api.example/?a=b&access_token=${opaque}"`, opaque],
  [
    'what a browser copies',
    `curl 'https://api.example/' -H $'authorization: Bearer ${opaque}' -H 'x: it'\\''s'`,
    opaque,
  ],
  [
    'what a browser copies for Windows',
    `curl ^"https://api.example/^" ^\r\n  -H ^"authorization: Bearer ${opaque}^"`,
    opaque,
  ],
])('finds the token of a curl command: %s', (_name, text, token) => {
  expect(findTokens(text)).toMatchObject([{ as: 'curl', token }])
})

test.each([
  ['url', 'access_token', `https://app.example/cb#access_token=${opaque}&token_type=bearer&expires_in=3600`, opaque],
  ['url', 'id_token', `app://callback?state=1&id_token=${ec}`, ec],
  ['url', 'access_token', `#access_token=${opaque}&state=1`, opaque],
  ['form', 'token', `token=${encodeURIComponent('a+b/c==')}&token_type_hint=access_token`, 'a+b/c=='],
  ['form', 'assertion', `grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=${ec}`, ec],
])('finds the token of a %s under %s', (as, name, text, token) => {
  expect(findTokens(text)).toEqual([{ as, name, token }])
})

test('finds tokens in a log, once each', () => {
  const log = [
    `2026-01-01T00:00:00Z INFO  got token=${rsa} for client a`,
    `2026-01-01T00:00:01Z DEBUG {"msg":"\\"jwt\\":\\"${ec}\\""}`,
    `2026-01-01T00:00:02Z WARN  (${rsa}) refused. Also <${jwe}>.`,
    `2026-01-01T00:00:03Z INFO  ghp_${'a1'.repeat(18)}, v4.local.${'A'.repeat(60)}.`,
    `2026-01-01T00:00:04Z INFO  presented ${presentation9901}.`,
  ].join('\n')
  const expected = [rsa, ec, jwe, `ghp_${'a1'.repeat(18)}`, `v4.local.${'A'.repeat(60)}`, presentation9901]
  expect(tokensIn(log).toSorted()).toEqual(expected.toSorted())
  expect(findTokens(log)[0]).toEqual({ as: 'text', name: 'token', token: rsa })
})

test.each([
  ['JSON', JSON.stringify({ client_secret: ec, password: rsa, access_token: 'a' }), ['a']],
  ['JSON with several', JSON.stringify({ client_secrets: [ec, [rsa]], message: `got ${hmac}` }), [hmac]],
  ['a form', `client_secret=${ec}&token=abc`, ['abc']],
  ['text', `client_secret: ${ec}\nclientSecret="${rsa}"\ntoken: ${hmac}`, [hmac]],
  ['a curl command', `curl -u a:${ec} -d client_secret=${rsa} -d token=abc https://as.example`, ['abc']],
])('a secret is no token, even when it looks like one: %s', (_name, text, tokens) => {
  expect(tokensIn(text)).toEqual(tokens)
})

test('of very many tokens fifty are listed, the likeliest first', () => {
  const many = Array.from({ length: 200 }, (_, index) => `${segment('{"alg":"none"}')}.${segment(`{"n":${index}}`)}.`)
  expect(findTokens(many.join(' '))).toHaveLength(50)
  expect(findTokens(`${many.join('\n')}\nrefresh_token=${opaque}`)[0]).toMatchObject({ name: 'refresh_token' })
})

test.each([
  ['nothing', ' \n\u200B ', []],
  ['a reference', opaque, [opaque]],
  ['a UUID', ' 6f1ed002-ab5e-4f5a-9d1b-0d2c8f6f0a11\n', ['6f1ed002-ab5e-4f5a-9d1b-0d2c8f6f0a11']],
  ['base64 with padding', 'YWJjZGVmZ2g=', ['YWJjZGVmZ2g=']],
  ['words', ' what is this? ', ['what is this?']],
])('when nothing looks like a token, the text is the only find: %s', (_name, text, tokens) => {
  expect(tokensIn(text)).toEqual(tokens)
})

const size = 4 << 20
const jsonHeader = segment('{"alg":"RS256"}')

// Each would take minutes and more if the work grew with the square of the text.
test.each([
  ['dots', '.'],
  ['eyJ', 'eyJ'],
  ['eyJ and dots', 'eyJ.'],
  ['headers', `${jsonHeader}.`],
  ['headers on lines', `${jsonHeader}.\n`],
  ['headers on lines, with text between', `${jsonHeader}.\nab\n`],
  ['headers behind tildes', `~${jsonHeader}`],
  ['lines of letters', `abcdefgh\n`],
  ['Bearer', 'Bearer '],
  ['authorization', 'authorization: '],
  ['names', 'access_token='],
  ['names in quotes', '"token":"'],
  ['ampersands', '&a=b'],
  ['backslashes', '\\"'],
  ['quotation marks', `'"`],
  ['brackets', '['],
  ['brackets of JSON', '{"a":'],
  ['curl', `curl -H 'a: b' `],
  ['carets', '^"'],
  ['spaces', ' '],
  ['line breaks', '\n'],
  ['zero-width characters', '\u200Ba'],
  ['letters', 'a'],
  ['dashes', '-'],
  ['letters', 'a', `${jsonHeader}.`],
  ['dots', '.', `${jsonHeader}.`],
  ['lines of letters', `abcdefgh\n`, `${jsonHeader}.`],
  ['backslashes', '\\"', 'curl "'],
  ['quotation marks', `'"`, 'curl '],
  ['tildes', '~', `${jsonHeader}.e30.`],
  ['Bearer and spaces', '          ', 'Bearer '],
  ['percent-encoding', '%7B%22', 'access_token='],
  ['percent signs', '%a'],
])('a hostile text of 4 MB is read all the same: %s', (_name, piece, start = '') => {
  const text = start + piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
  const [first] = findTokens(text)
  expect(typeof decodeToken(first?.token ?? '').kind).toBe('string')
})

test('throws for no text, and never finds what is not there', () => {
  const word = fc.constantFrom(
    hmac,
    ec,
    opaque,
    jsonHeader,
    '{',
    '}',
    '"',
    "'",
    '\\',
    '\n',
    ' ',
    '.',
    '~',
    ':',
    '=',
    '&',
    '#',
    'curl ',
    '-H',
    'Authorization',
    'Bearer ',
    'access_token',
    'client_secret',
    '\u200B',
    '$',
  )
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(word, { maxLength: 12 }).map((words) => words.join('')),
  )
  const property = fc.property(text, (pasted) => {
    const found = findTokens(pasted)
    const distinct = new Set(found.map(({ token }) => token))
    return found.length <= 50 && distinct.size === found.length && found.every(({ token }) => token !== '')
  })
  expect(fc.check(property, { numRuns: 5000 }).counterexample).toBeNull()
})

test('an array of two million elements is read like any other', () => {
  const text = `[${'0,'.repeat(2_000_000)}{"access_token":"2YotnFZFEjr1zCsicMWpAA"}]`
  expect(findTokens(text)[0]).toMatchObject({ name: 'access_token', token: '2YotnFZFEjr1zCsicMWpAA' })
})

test('a thousand beginnings that are none do not hide the token behind them', () => {
  expect(findTokens(`log ${'eyJhbGciOiJSUzI1.'.repeat(1000)} ${hmac}`).map(({ token }) => token)).toEqual([hmac])
})

test('one token many times, and as a part of a longer one, is one find beside the others', () => {
  const text = `access_token=${'a'.repeat(100)}${hmac} ${`to ${hmac} `.repeat(1000)} ${ec}`
  expect(findTokens(text).map(({ token }) => token)).toEqual([`${'a'.repeat(100)}${hmac}`, ec])
})

test('one token 140,000 times in one text of a JSON is one find', () => {
  const log = 'eyJhbGciOiJIUzI1NiJ9.e30.x '.repeat(140_000)
  expect(findTokens(JSON.stringify({ log }))).toHaveLength(1)
})

test('a token that occurs twice without white space is no bare token', () => {
  expect(findTokens(`${rsa},${rsa}`).map(({ token }) => token)).toEqual([rsa])
})

test('thousands of repeats of one token do not hide another behind them', () => {
  const other = rsa.replace(/.{4}$/, 'AAAA')
  expect(findTokens(`${`${rsa} `.repeat(3000)}${other}`).map(({ token }) => token)).toEqual([rsa, other])
})
