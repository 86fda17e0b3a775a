import fc from 'fast-check'
import { expect, test } from 'vitest'
import { challengeOf, challengesOf, readChallenges } from '../../../electron/core/oauth/challenge.ts'

const challenge = (scheme: string, said: object = {}) => ({
  scheme,
  error: null,
  error_description: null,
  scope: null,
  ...said,
})

test.each([
  ['', []],
  ['  , ,', []],
  ['realm="a"', []],
  ['(Bearer)', []],
  ['Bearer', [challenge('Bearer')]],
  ['Negotiate YIIJ+/w==', [challenge('Negotiate')]],
  ['Negotiate YII=, Bearer error="x"', [challenge('Negotiate'), challenge('Bearer', { error: 'x' })]],
  [
    'Newauth realm="apps", type=1, title="Login to \\"apps\\"", Basic realm="simple"',
    [challenge('Newauth'), challenge('Basic')],
  ],
  ['Basic , Bearer error = "x"', [challenge('Basic'), challenge('Bearer', { error: 'x' })]],
  ['Bearer realm="a, DPoP error=b", error=c', [challenge('Bearer', { error: 'c' })]],
  [
    'DPoP algs="ES256 PS256", Bearer realm="a" error="invalid_token",scope="a b"',
    [challenge('DPoP'), challenge('Bearer', { error: 'invalid_token', scope: 'a b' })],
  ],
  ['Bearer error="a", error="b"', [challenge('Bearer', { error: 'a' })]],
  ['Bearer error_description="no end', [challenge('Bearer', { error_description: 'no end' })]],
  ['Bearer =, error="x"', [challenge('Bearer', { error: 'x' })]],
] as const)('reads every challenge of RFC 9110 §11.6.1 in %s', (header, expected) => {
  expect(readChallenges(header)).toEqual(expected)
})

test('of several fields, each with several challenges, all are read', () => {
  const headers: [string, string][] = [
    ['WWW-Authenticate', 'Basic realm="a", DPoP algs="ES256"'],
    ['www-authenticate', 'Negotiate, Bearer error="invalid_token"'],
  ]
  expect(challengesOf({ headers }).map((each) => each.challenge.scheme)).toEqual([
    'Basic',
    'DPoP',
    'Negotiate',
    'Bearer',
  ])
  expect(challengeOf({ headers })).toMatchObject({ scheme: 'Bearer', error: 'invalid_token' })
})

test('any text is read without an error, and never more challenges than it has items', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('"', ',', ' ', '=', '\\', 'a', 'Bearer ', '\t', '('),
    maxLength: 60,
  })
  fc.assert(
    fc.property(hostile, (header) => {
      expect(readChallenges(header).length).toBeLessThanOrEqual(header.split(',').length)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['blanks', (count: number) => `Bearer ${' '.repeat(count)}x`],
  ['blanks before an equals sign that is none', (count: number) => `Bearer a${' '.repeat(count)}b`],
  ['commas', (count: number) => `Bearer ${','.repeat(count)}`],
  ['equals signs', (count: number) => `Bearer a${'='.repeat(count)}x`],
  ['names', (count: number) => `Bearer ${'a,'.repeat(count)}`],
  ['quotes', (count: number) => `Bearer a="${'\\"'.repeat(count)}`],
  ['quotes where none belong', (count: number) => `Bearer ${'"'.repeat(count)}`],
  ['pairs', (count: number) => `Bearer ${'a=b '.repeat(count)}`],
])(
  'a field of many %s takes time in proportion to its length: 2 MB are read within the limit of this test',
  (_, make) => {
    expect(readChallenges(make(500_000)).length).toBeGreaterThan(0)
  },
)
