import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareObjects, compareWithAnswer } from '../../../../electron/core/token/compare/compare.ts'
import { readJsonObject } from '../../../../electron/core/json/json.ts'

function objectOf(text: string) {
  const reading = readJsonObject(text)
  if (reading.kind !== 'object') throw new Error(`${text} is ${reading.kind}`)
  return reading.object
}

const rows = (left: string, right: string) => compareObjects(objectOf(left), objectOf(right))
const only = (left: string, right: string) => {
  const [row, ...others] = rows(`{"claim":${left}}`, `{"claim":${right}}`)
  expect(others).toEqual([])
  return row
}
const claim = (name: string, left: string, right: string) => rows(`{"${name}":${left}}`, `{"${name}":${right}}`)[0]

test('names come in the order of the left one, then those that only the right one has', () => {
  expect(rows('{"b":1,"a":2,"gone":3}', '{"new":4,"a":2,"b":5}')).toEqual([
    { name: 'b', change: 'changed', left: '1', right: '5', meaning: null },
    { name: 'a', change: 'same', left: '2', right: '2', meaning: null },
    { name: 'gone', change: 'removed', left: '3', right: null, meaning: null },
    { name: 'new', change: 'added', left: null, right: '4', meaning: null },
  ])
})

test.each([
  ['digits beyond 2^53', '12345678901234567890', '12345678901234567891'],
  ['digits far behind the point', '0.10000000000000000001', '0.1'],
  ['a number and its digits as a string', '1', '"1"'],
  ['true and "true"', 'true', '"true"'],
  ['null and nothing in a list', 'null', '[]'],
  ['the sign', '-1', '1'],
  ['the order of a list that is no set', '[1,2]', '[2,1]'],
  ['a list in a list', '[["a"]]', '"a"'],
  ['exponents out of all reason', '1e99999999999999999999', '1e99999999999999999998'],
  ['a member within', '{"a":{"b":1}}', '{"a":{"b":2}}'],
])('%s makes a difference', (_name, left, right) => {
  expect(only(left, right)).toMatchObject({ change: 'changed', left, right, meaning: null })
})

test.each([
  ['1 and 1.0', '1', '1.0'],
  ['a number with an exponent', '1500', '1.5e3'],
  ['zeros', '-0', '0.00'],
  ['members in another order', '{"a":1,"b":[2]}', '{ "b": [2.0], "a": 1 }'],
])('%s mean the same', (_name, left, right) => {
  expect(only(left, right)).toMatchObject({ change: 'equivalent', meaning: null })
})

test.each([
  ['white space', '{"a":[1, 2]}', '{ "a": [1,2] }'],
  ['an escape in a string', '"caf\\u00e9"', '"café"'],
])('%s is no difference at all', (_name, left, right) => {
  expect(only(left, right)).toMatchObject({ change: 'same', left, right })
})

test.each([
  ['scope', '"api:read api:write"', '["api:write","api:read"]'],
  ['scp', '["a","b","a"]', '"b a"'],
  ['aud', '["https://a","https://b"]', '["https://b","https://a"]'],
  ['aud', '"https://a"', '["https://a"]'],
  ['groups', '[1,{"a":1}]', '[{"a":1.0},1]'],
  ['azp', '"me"', '["me"]'],
])('%s: %s and %s are one set', (name, left, right) => {
  expect(claim(name, left, right)).toMatchObject({
    change: 'equivalent',
    meaning: { kind: 'set', onlyLeft: [], onlyRight: [] },
  })
})

test('the words of a role are one role', () => {
  expect(claim('roles', '["Order Manager"]', '["Order","Manager"]')).toMatchObject({ change: 'changed' })
  expect(claim('roles', '["b","a"]', '["a","b"]')).toMatchObject({ change: 'equivalent' })
})

test('of a set that changed, what only one side has is named', () => {
  expect(claim('scope', '"read write"', '["write","admin"]')).toMatchObject({
    change: 'changed',
    meaning: { kind: 'set', onlyLeft: ['read'], onlyRight: ['admin'] },
  })
  // An audience is one value, no matter what is in it.
  expect(claim('aud', '"a b"', '["a","b"]')).toMatchObject({
    change: 'changed',
    meaning: { onlyLeft: ['a b'], onlyRight: ['a', 'b'] },
  })
})

describe('times of two tokens', () => {
  test('are the same at the same distance from iat; another iat and jti are what every new token has', () => {
    const issued = (iat: number, lifetime: number) => `{"iat":${iat},"exp":${iat + lifetime},"jti":"${iat}"}`
    expect(rows(issued(1_700_000_000, 300), issued(1_700_000_060, 300))).toMatchObject([
      { name: 'iat', change: 'equivalent', meaning: { kind: 'later', seconds: 60 } },
      { name: 'exp', change: 'equivalent', meaning: { kind: 'after_issue', left: 300, right: 300 } },
      { name: 'jti', change: 'changed', meaning: null },
    ])
    expect(rows(issued(1_700_000_000, 300), issued(1_700_000_060, 600))).toMatchObject([
      {},
      { name: 'exp', change: 'changed', meaning: { kind: 'after_issue', left: 300, right: 600 } },
      {},
    ])
  })

  test('in milliseconds are those in seconds', () => {
    const [iat, exp] = rows('{"iat":1700000000,"exp":1700000300}', '{"iat":1700000000123,"exp":1700000300123}')
    expect(iat).toMatchObject({ change: 'equivalent', meaning: { kind: 'later', seconds: 0.123 } })
    expect(exp).toMatchObject({ change: 'equivalent', meaning: { kind: 'after_issue', left: 300, right: 300 } })
  })

  test('without iat on one side are compared as they are', () => {
    expect(rows('{"exp":1700000000}', '{"iat":1,"exp":1700000010}')[0]).toMatchObject({
      change: 'changed',
      meaning: { kind: 'later', seconds: 10 },
    })
    expect(claim('exp', '1700000000', '1700000000000')).toMatchObject({ change: 'equivalent' })
  })

  test('that are none, or out of all reason, are compared digit by digit', () => {
    expect(claim('exp', '12345678901234567890', '12345678901234567891')).toMatchObject({ change: 'changed' })
    expect(claim('exp', '"never"', '1700000000')).toMatchObject({ change: 'changed', meaning: null })
    expect(claim('iat', '1700000000.00000001', '1700000000.00000002')).toMatchObject({ change: 'changed' })
  })
})

test('an introspection response is about the same token: its times are compared as they are', () => {
  const claims = objectOf('{"iss":"https://a","iat":1700000000,"exp":1700000300}')
  const answer = objectOf('{"active":true,"iat":1700000060,"exp":1700000300000,"iss":"https://a","client_id":"me"}')
  expect(compareWithAnswer(claims, answer)).toMatchObject([
    { name: 'iss', change: 'same' },
    { name: 'iat', change: 'changed', meaning: { kind: 'later', seconds: 60 } },
    { name: 'exp', change: 'equivalent' },
    { name: 'active', change: 'added', left: null, right: 'true' },
    { name: 'client_id', change: 'added' },
  ])
})

test('of duplicates the last counts; where both sides have several, all of them', () => {
  expect(rows('{"a":1,"a":2}', '{"a":2}')).toMatchObject([{ change: 'same', left: '2', right: '2' }])
  expect(rows('{"a":1,"a":2}', '{"a":3,"a":2}')).toMatchObject([{ change: 'changed', left: '[1, 2]', right: '[3, 2]' }])
  expect(rows('{"a":1,"a":2}', '{"a":1, "a":2}')).toMatchObject([{ change: 'same' }])
})

describe('for any claims', () => {
  const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(0, 1, 1.5, 'a b', ['b', 'a'], 1_700_000_000))
  const name = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom('scope', 'aud', 'iat', 'exp', 'nbf', 'jti', '__proto__', 'constructor'),
  )
  // Written by hand: names may occur twice.
  const object = fc
    .array(fc.tuple(name, value), { maxLength: 12 })
    .map((members) =>
      objectOf(`{${members.map(([one, other]) => `${JSON.stringify(one)}:${JSON.stringify(other)}`).join()}}`),
    )

  test('a token is the same as itself', () => {
    fc.assert(
      fc.property(object, (claims) => {
        for (const compare of [compareObjects, compareWithAnswer])
          expect(compare(claims, claims).filter(({ change }) => change !== 'same')).toEqual([])
      }),
    )
  })

  test('every name of either side has exactly one row', () => {
    fc.assert(
      fc.property(object, object, (left, right) => {
        const names = new Set([...left.members, ...right.members].map((member) => member.name))
        expect(compareObjects(left, right).map((row) => row.name)).toEqual([...names])
      }),
    )
  })

  test('swapped sides swap added and removed, and change nothing else', () => {
    const swapped = { added: 'removed', removed: 'added', same: 'same', equivalent: 'equivalent', changed: 'changed' }
    fc.assert(
      fc.property(object, object, (left, right) => {
        const there = new Map(compareObjects(left, right).map((row) => [row.name, row]))
        for (const row of compareObjects(right, left)) {
          expect(there.get(row.name)).toMatchObject({ change: swapped[row.change], left: row.right, right: row.left })
        }
      }),
    )
  })
})
