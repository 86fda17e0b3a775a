import { expect, test } from 'vitest'
import type { ExchangeComparison } from '../../electron/contract/exchange-comparison.ts'
import { changesSentence, differenceLabel } from '../../electron/wording/exchange-comparison.ts'

const same: ExchangeComparison = {
  request: [],
  requestBody: { kind: 'same' },
  token: { kind: 'none' },
  answer: { status: { left: 401, right: 200 }, headers: [], body: { kind: 'same' }, isPartial: false },
}
const row = (name: string, left: string | null, right: string | null) =>
  ({ part: 'parameter', name, isOfEach: false, left, right }) as const
const tokens = { left: 'a', right: 'b' }

test.each<[string, Partial<ExchangeComparison>, string]>([
  ['nothing differed', {}, 'the same request was sent again.'],
  ['another token', { token: { kind: 'unknown', ...tokens } }, 'the same request was sent with another token.'],
  [
    'a new token that says the same',
    {
      token: {
        kind: 'compared',
        ...tokens,
        header: [],
        claims: [{ name: 'jti', change: 'changed', left: '"1"', right: '"2"', meaning: null }],
      },
    },
    'the same request was sent with a new token.',
  ],
  [
    'a claim',
    {
      token: {
        kind: 'compared',
        ...tokens,
        header: [],
        claims: [{ name: 'aud', change: 'changed', left: '"a"', right: '"b"', meaning: null }],
      },
    },
    'the token’s aud was changed from "a" to "b".',
  ],
  ['a parameter that was set', { request: [row('audience', null, 'orders')] }, 'audience was set to orders.'],
  ['a parameter that was removed', { request: [row('scope', 'a', null)] }, 'scope was removed.'],
  ['a masked value', { request: [row('key', 'a', '••••••••')] }, 'key was changed.'],
  ['a body of JSON', { requestBody: { kind: 'bytes', leftBytes: 1, rightBytes: 2 } }, 'the body was changed.'],
  [
    'JSON that is written differently',
    { requestBody: { kind: 'json', rows: [], more: 0 } },
    'the same request was sent again.',
  ],
  [
    'what every request has its own of',
    { request: [{ ...row('client_assertion', 'a', 'b'), isOfEach: true }] },
    'the same request was sent again.',
  ],
  [
    'more than three things',
    { request: ['a', 'b', 'c', 'd'].map((name) => row(name, null, '1')) },
    'a was set to 1; b was set to 1; c was set to 1; 1 more difference.',
  ],
])('where %s, it says so', (_name, change, expected) => {
  expect(changesSentence({ ...same, ...change })).toBe(expected)
})

test('each place is named', () => {
  expect(differenceLabel({ part: 'query', name: 'tenant' })).toBe('Query parameter tenant')
  expect(differenceLabel({ part: 'authentication', name: '' })).toBe('Client authentication')
})
