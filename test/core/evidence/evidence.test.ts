import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EvidenceFormat } from '../../../electron/contract/evidence.ts'
import type { IntrospectionOutcome } from '../../../electron/contract/outcome.ts'
import type { HeldToken } from '../../../electron/contract/token.ts'
import type { Verification } from '../../../electron/contract/verification.ts'
import { maskOf } from '../../../electron/core/redaction/redact.ts'
import { evidenceText } from '../../../electron/core/evidence/evidence.ts'
import { evidenceFileName } from '../../../electron/core/evidence/file-name.ts'
import type { EvidenceSubject } from '../../../electron/wording/evidence/subject.ts'
import { decodeToken } from '../../../electron/core/token/decode/decode.ts'
import { madeToken } from '../../support/made-token.ts'
import { exchange } from './exchange.ts'

const signature = 'dGhlIHNpZ25hdHVyZSBvZiB0aGlzIHRva2VuIGlzIGhlcmU'
const madeAt = Date.parse('2026-11-24T12:00:00Z')

const subjectOf = (accessToken: string, change: Partial<EvidenceSubject> = {}): EvidenceSubject => ({
  accessToken,
  decoded: decodeToken(accessToken),
  origin: 'pasted',
  held: null,
  environment: null,
  verification: null,
  introspection: null,
  exchange: null,
  introspectionExchange: null,
  version: '1.2.3',
  runtime: { electron: '45.0.0' },
  madeAt,
  ...change,
})

const formats: EvidenceFormat[] = ['markdown', 'html']
const textOf = (subject: EvidenceSubject, format: EvidenceFormat, secrets: string[] = []) =>
  evidenceText(subject, format, { mask: maskOf(secrets), unreadable: 0 })
const markdown = (claims: object, change: Partial<EvidenceSubject> = {}, secrets: string[] = []) =>
  textOf(subjectOf(madeToken(claims, { alg: 'RS256' }, signature), change), 'markdown', secrets)

const verification = (evidence: Record<string, string>): Verification => ({
  verdict: 'not_genuine',
  checks: [{ name: 'issuer', result: 'failed', reason: 'issuer_other', evidence }],
  profile: [{ name: 'typ', result: 'noted', reason: 'type_missing', evidence: {} }],
  keys: { source: 'jwks', url: 'https://as.example/jwks', fetchedAt: madeAt, fetch: 'fetched', count: 2 },
  findings: [],
  checkedAt: madeAt,
  exchangeId: null,
})

const active = (source: string): IntrospectionOutcome => ({
  kind: 'active',
  response: { source, members: [] },
  comparison: [{ name: 'sub', change: 'changed', left: '"a"', right: source, meaning: null }],
  findings: [],
  exchangeId: 'x',
})

describe('what cannot be read', () => {
  test.each([
    ['an opaque token', 'AbCdEf0123456789-_AbCdEf0123456789', 'opaque, reference'],
    ['a short opaque token', 'secret-reference', 'opaque, reference'],
    ['a malformed JWT', `${madeToken({}, { alg: 'RS256' }, signature)}.too.many.segments.here`, 'malformed'],
    [
      'an encrypted JWT',
      `${madeToken({}, { alg: 'RSA-OAEP' }, 'aXZpdml2aXZpdml2aXZpdg')}.Y2lwaGVydGV4dA.dGFn`,
      'encrypted',
    ],
    ['nothing', '', 'empty'],
  ])('%s is named, and no piece of it is there', (_name, token, kind) => {
    for (const format of formats) {
      const text = textOf(subjectOf(token), format)
      expect(text).toContain(kind)
      expect(text).toContain(`${token.length} characters`)
      for (let at = 0; at + 10 <= token.length; at++) expect(text).not.toContain(token.slice(at, at + 10))
    }
  })
})

test('a whole summary, as a ticket shows it', () => {
  const text = markdown(
    { iss: 'https://as.example', exp: 1_795_608_000, iat: 1_795_604_400_000 },
    {
      environment: { name: 'Orders', stage: 'production', issuer: '', client_id: 'auth0|orders' },
      verification: verification({ expected: 'https://a', actual: 'https://as.example' }),
      introspection: active('{"active":true}'),
      exchange,
    },
  )
  expect(text.match(/^#.*$/gm)).toEqual([
    '# Token evidence',
    '## In short',
    '## Token',
    '## Lifetime',
    '## Verification',
    '## Profile for access tokens, RFC 9068',
    '## Introspection',
    '## Header',
    '## Claims',
    '## Token request',
    '## Made',
    '## Removed',
  ])
  expect(text).toContain('| Kind | signed JWT (JWS) |')
  expect(text).toMatch(/\| Token \| eyJhbG… \(\d+ characters\) \|/)
  expect(text).toContain('| client_id of the environment | `auth0\\|orders` |')
  expect(text).toContain('| Verdict | not genuine |')
  expect(text).toContain('| Issuer | failed | `is https://as.example, configured is https://a` |')
  expect(text).toContain('```json\n{"iss": "https://as.example", "exp": 1795608000, "iat": 1795604400000}\n```')
  expect(text).toContain('| exp | `1795608000` | 2026-11-25T12:00:00Z |')
  expect(text).toContain('taken as milliseconds')
  expect(text).toContain('| Request | `POST https://server.example/token?tenant=a%20b&flag` |')
  expect(text).toContain('| electron | 45.0.0 |')
  expect(text).toContain('- The signature, 35 bytes.')
  expect(text).toContain('None was there.')
  expect(text).not.toContain(signature)
})

test('what was not verified, not asked and never sent is not made up', () => {
  const text = markdown({ sub: 'me' })
  expect(text).toContain('| Lifetime | unknown |\n| Verification | not done |\n| Introspection | not done |')
  expect(text).not.toContain('## Verification')
  expect(text).not.toContain('## Introspection')
  expect(text).not.toContain('## Token request')
})

describe('whether a token lives', () => {
  const held = (change: Partial<HeldToken> = {}): HeldToken => ({
    environmentId: 'a',
    masked: '',
    token_type: 'Bearer',
    expires_in: '3600',
    scopeAsked: '',
    scopeGranted: null,
    lifetime: { issuedAt: madeAt, expiresAt: madeAt + 3_600_000 },
    clockOffset: 0,
    revokedAt: null,
    response: { source: '{}', members: [] },
    decoded: { kind: 'empty' },
    binding: null,
    stale: false,
    previousIssuedAt: null,
    exchangeId: 'x',
    ...change,
  })
  const exp = (seconds: number) => ({ exp: madeAt / 1000 + seconds })

  test.each([
    ['expired by its exp, though its response says otherwise', exp(-420), {}, 'expired 7 min ago'],
    ['valid by exp and response', exp(3600), {}, 'valid for 60 min more'],
    ['valid by the clock of its server, which is behind', exp(-60), { clockOffset: -120_000 }, 'valid for 60 s more'],
    ['revoked', exp(3600), { revokedAt: madeAt }, 'revoked'],
  ])('%s', (_name, claims, change, status) => {
    expect(markdown(claims, { held: held(change) })).toContain(`| Lifetime | ${status} |`)
  })

  test('an exp that is another than the response says is reported beside it', () => {
    expect(markdown(exp(-420), { held: held() })).toContain('| Expires by its exp | 2026-11-24T11:53:00Z |')
    expect(markdown(exp(3601), { held: held() })).not.toContain('by its exp')
  })
})

test('secrets are found in every text, also where they would be escaped, and it is said how many texts held one', () => {
  const secret = 'p|ss<w`rd&123'
  const token = madeToken({ note: secret, same: signature.slice(5, 30) }, { alg: 'RS256' }, signature)
  for (const format of formats) {
    const subject = subjectOf(token, {
      environment: { name: secret, stage: 'other', issuer: '', client_id: 'me' },
      verification: verification({ expected: secret, actual: token }),
      introspection: active(JSON.stringify({ secret })),
    })
    const text = evidenceText(subject, format, { mask: maskOf([secret]), unreadable: 3 })
    expect(text).not.toMatch(/p\S{1,4}ss\S{1,4}w\S{1,4}rd/)
    expect(text).not.toContain(signature.slice(10, 30))
    expect(text).toMatch(/Found in \d texts: ••••••••/)
    expect(text).toMatch(/cannot be read now (?:`?)\(3\)/)
  }
})

test.each([
  ['signature of a JWS', madeToken({}, { alg: 'RS256' }, signature)],
  [
    'encrypted key of a JWE',
    `${madeToken({}, { alg: 'RSA-OAEP' }, 'aXZpdml2')}.Y2lwaGVydGV4dA.dGFn`.replace(/\.[^.]*/, `.${signature}`),
  ],
  ['ciphertext of a PASETO', `v4.local.${signature}`],
  ['opaque token', signature],
])('a piece of the %s is hidden where an answer repeats it', (_name, token) => {
  for (const format of formats) {
    const text = textOf(subjectOf(token, { introspection: active(`{"told": "${signature.slice(3, 35)}"}`) }), format)
    expect(text).toContain('told')
    expect(text).not.toContain(signature.slice(10, 30))
  }
})

test('digits, duplicates and characters that hide something are there to be seen', () => {
  const claims = '{"n":12345678901234567890,"a":1,"a":2,"bidi":"\u202Eevil\u202C\u0085"}'
  const token = `${madeToken({}).split('.')[0]}.${Buffer.from(claims).toString('base64url')}.${signature}`
  for (const format of formats) {
    const text = textOf(subjectOf(token), format)
    expect(text).toContain('12345678901234567890')
    expect(text).toContain('Duplicate names:')
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u0085\r]/)
  }
})

describe('Markdown', () => {
  test.each([
    ['a mention', '@everyone'],
    ['a reference', '#1'],
    ['a link', '[x](https://evil.example)'],
    ['an address', 'https://evil.example'],
    ['an address without a scheme', 'www.evil.example'],
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['emphasis', '_no_'],
    ['a pipe', 'a|b'],
    ['a pipe behind a backslash', 'a\\|b'],
    ['code', '``x` `'],
    ['a heading', '# x'],
    ['a new line', 'x\n# y'],
    ['an emoji by its name', 'well done :tada: all'],
    ['a space at the end', 'x '],
  ])('%s from elsewhere is in code, in one cell', (_name, hostile) => {
    const text = markdown({}, { environment: { name: hostile, stage: 'other', issuer: '', client_id: '' } })
    const line = text.split('\n').find((one) => one.startsWith('| Judged by the environment |')) ?? ''
    const [, cell = ''] = /^\| Judged by the environment \| (.*) \|$/.exec(line) ?? []
    expect(cell).toMatch(/^(`+)(?!`)[^]*\1$/)
    // No pipe ends the cell early, whether a reader takes two backslashes for one or not.
    expect(cell.replaceAll(/(?<!\\)\\\|/g, '')).not.toContain('|')
  })

  test('a fence is longer than any run of backticks in it', () => {
    expect(markdown({ a: '````', b: '```' })).toContain('`````json\n{"a": "````", "b": "```"}\n`````')
  })
})

test('the file name is one that every system takes', () => {
  expect(evidenceFileName('Orders: prod/eu "1"', madeAt, 'markdown')).toBe(
    'token-evidence-Orders-prod-eu-1-2026-11-24T12-00-00Z.md',
  )
  expect(evidenceFileName(null, madeAt, 'html')).toBe('token-evidence-pasted-2026-11-24T12-00-00Z.html')
  expect(evidenceFileName('../..', madeAt, 'html')).toBe('token-evidence-environment-2026-11-24T12-00-00Z.html')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const file = evidenceFileName(name, madeAt, 'html')
      expect(file).toMatch(/^token-evidence-[\p{L}\p{N}-]+Z\.html$/u)
      expect(Buffer.byteLength(file)).toBeLessThan(255)
    }),
  )
})

describe('for any claims', () => {
  const nasty = fc.constantFrom(
    '</pre><script>alert(1)</script>',
    '```\n# out',
    '\n```\n',
    '~~~',
    '<!--',
    ']]>',
    '&lt;',
    '"><img>',
    '\u2028# x',
    '\r```\r',
    signature,
    signature.slice(3, 25),
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    nasty,
    fc.tuple(nasty, nasty).map(([a, b]) => a + b),
  )
  const claims = fc.dictionary(text, fc.oneof(text, fc.array(text), fc.dictionary(text, text)))
  const subject = fc.tuple(claims, text, text).map(([object, one, other]) =>
    subjectOf(madeToken(object, { alg: one }, signature), {
      environment: { name: one, stage: 'other', issuer: other, client_id: one },
      verification: verification({ expected: one, actual: other }),
      introspection: active(JSON.stringify(object)),
    }),
  )

  test('HTML holds the tags of the app and no other', () => {
    const own =
      /<(?:!doctype html|\/?(?:html|head|body|title|style|h[12]|p|pre|ul|li|table|tr|th|td)|html lang="en"|th scope="row"|meta (?:charset|http-equiv|name)="[^<>]*)>/g
    fc.assert(
      fc.property(subject, (about) => {
        const html = textOf(about, 'html')
        expect(html.replaceAll(own, '')).not.toMatch(/[<>]/)
        expect(html.match(/<pre>/g)).toHaveLength(html.match(/<\/pre>/g)?.length ?? 0)
        expect(html).not.toMatch(/<(?:script|img|link|iframe|a)\b/)
      }),
    )
  })

  test('Markdown outside of fences holds lines of the app only', () => {
    fc.assert(
      fc.property(subject, (about) => {
        const outside: string[] = []
        let fence: string | null = null
        for (const line of textOf(about, 'markdown').split(/\r\n|\r|\n/)) {
          const [, ticks] = /^ {0,3}(`{3,})/.exec(line) ?? []
          if (fence === null) {
            if (ticks === undefined) outside.push(line)
            else fence = ticks
          } else if (ticks !== undefined && ticks.length >= fence.length && line.trim() === ticks) fence = null
        }
        expect(fence).toBeNull()
        const odd = outside.filter(
          (line) => !/^(?:$|# Token evidence$|## [A-Z][A-Za-z0-9 ,]*$|\| |- |[A-Z`])/.test(line),
        )
        expect(odd).toEqual([])
      }),
    )
  })

  test('twenty characters of the signature in a row are nowhere', () => {
    fc.assert(
      fc.property(subject, fc.constantFrom(...formats), (about, format) => {
        const evidence = textOf(about, format)
        for (let at = 0; at + 20 <= signature.length; at++) expect(evidence).not.toContain(signature.slice(at, at + 20))
      }),
    )
  })
})

describe('the lifetime of a pasted token', () => {
  test('that was written in milliseconds is not 50,000 years', () => {
    const text = markdown({ iat: madeAt - 60_000, exp: madeAt + 60_000 })
    expect(text).toMatch(/\| Expires \| 2026-11-24T12:01:00Z/)
    expect(text).toContain('valid for 60 s more')
  })

  test('that is out of all reason is left to the claims, and one that has not begun is not called valid', () => {
    expect(markdown({ exp: 1e300 })).not.toContain('| Expires |')
    const early = markdown({ nbf: madeAt / 1000 + 60, exp: madeAt / 1000 + 600 })
    expect(early).toContain('| Lifetime | not valid yet')
  })
})

test('what ticket systems make a picture of stays text', () => {
  expect(markdown({}, { environment: { name: 'a :key: b', stage: 'other', issuer: '', client_id: '' } })).toContain(
    '`a :key: b`',
  )
})
