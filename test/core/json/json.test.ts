import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJsonArray, readJsonObject } from '../../../electron/core/json/json.ts'

const membersOf = (text: string) => {
  const reading = readJsonObject(text)
  return reading.kind === 'object' ? reading.object.members : null
}

test.each([
  ['nothing', ' \r\n\t ', { kind: 'empty' }],
  ['an array', '[]', { kind: 'not_object' }],
  ['a text', '"{}"', { kind: 'not_object' }],
  ['a number', '1', { kind: 'not_object' }],
  ['a byte order mark', '\uFEFF{}', { kind: 'invalid', offset: 0 }],
  ['a comment', '{}//', { kind: 'invalid', offset: 2 }],
  ['a comma too many', '{"a":1,}', { kind: 'invalid', offset: 7 }],
  ['two objects', '{}{}', { kind: 'invalid', offset: 2 }],
  ['a leading zero', '{"a":01}', { kind: 'invalid', offset: 6 }],
  ['a plus sign', '{"a":+1}', { kind: 'invalid', offset: 5 }],
  ['a number that is cut off', '{"a":1.}', { kind: 'invalid', offset: 5 }],
  ['NaN', '{"a":NaN}', { kind: 'invalid', offset: 5 }],
  ['single quotes', "{'a':1}", { kind: 'invalid', offset: 1 }],
  ['a text that does not end', '{"a":"b', { kind: 'invalid', offset: 7 }],
  ['a control character in a text', '{"a":"b\u0001"}', { kind: 'invalid', offset: 7 }],
  ['an escape that is none', '{"a":"b\\x"}', { kind: 'invalid', offset: 7 }],
  ['an escape of three digits', '{"a":"\\u12G4"}', { kind: 'invalid', offset: 6 }],
  ['an object that does not end', '{"a":1', { kind: 'invalid', offset: 6 }],
  ['201 levels', `${'['.repeat(201)}${']'.repeat(201)}`, { kind: 'too_deep' }],
  ['a million levels that do not end', '{"a":['.repeat(500_000), { kind: 'too_deep' }],
  ['a million commas', `{${','.repeat(1_000_000)}`, { kind: 'invalid', offset: 1 }],
])('refuses %s, and says where', (_name, text, expected) => {
  expect(readJsonObject(text)).toMatchObject(expected)
})

test('200 levels are read', () => {
  expect(readJsonObject(`{"a":${'['.repeat(199)}${']'.repeat(199)}}`)).toMatchObject({ kind: 'object' })
})

test('keeps sources as they are, without the white space around them', () => {
  expect(membersOf(' { "a" : 1.10 , "b":\t-0\n,"c" : [ 1 , 2 ] ,"d":"}\\",{" , "e":{ } , "f" : null } ')).toEqual([
    { name: 'a', source: '1.10', duplicate: false },
    { name: 'b', source: '-0', duplicate: false },
    { name: 'c', source: '[ 1 , 2 ]', duplicate: false },
    { name: 'd', source: '"}\\",{"', duplicate: false },
    { name: 'e', source: '{ }', duplicate: false },
    { name: 'f', source: 'null', duplicate: false },
  ])
})

test('names are compared as they read, not as they are written', () => {
  expect(membersOf('{"\\u0061":1,"a":2,"\\"":3,"__proto__":4,"constructor":5}')).toEqual([
    { name: 'a', source: '1', duplicate: true },
    { name: 'a', source: '2', duplicate: true },
    { name: '"', source: '3', duplicate: false },
    { name: '__proto__', source: '4', duplicate: false },
    { name: 'constructor', source: '5', duplicate: false },
  ])
})

test.each([
  ['{"a":{"b":1,"b":2,"b":3}}', ['/b']],
  ['{"a":[{"b":1},{"b":1,"c":[{"d/e":1,"d~f":2,"d~f":3,"\\u0064/e":4}]}]}', ['/1/c/0/d~0f', '/1/c/0/d~1e']],
  ['{"a":{"":1,"":2}}', ['/']],
  ['{"a":{"a":{"a":1},"b":{"a":1}}}', undefined],
  ['{"a":[["a","a"],{"a":"a"},{"a":"a"}]}', undefined],
])('names that occur twice further down are pointed at: %s', (text, pointers) => {
  expect(membersOf(text)?.map(({ duplicatesWithin }) => duplicatesWithin)).toEqual([pointers])
})

test('of a hostile number of names that occur twice, some are reported', () => {
  const twice = Array.from({ length: 1000 }, (_, index) => `"${index}":1,"${index}":2`).join()
  expect(
    membersOf(`{"a":{${twice}},"b":{"c":1,"c":2}}`)?.map(({ duplicatesWithin }) => duplicatesWithin?.length),
  ).toEqual([20, 1])
})

test('cuts an array into the sources of its elements', () => {
  expect(readJsonArray(' [ "a" , {"b":[1]} ,[], 2.0 ] ')).toEqual(['"a"', '{"b":[1]}', '[]', '2.0'])
  expect(readJsonArray('[]')).toEqual([])
  expect(readJsonArray('{}')).toBeNull()
  expect(readJsonArray('["a"')).toBeNull()
})

test('reads what JSON.parse reads and nothing else, and every member says what JSON.parse says', () => {
  const json = fc
    .tuple(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), fc.constantFrom(0, 2, '\t'))
    .map(([value, indent]) => JSON.stringify(value, null, indent))
  const spoilt = fc
    .tuple(
      json,
      fc.nat(),
      fc.string({ unit: fc.constantFrom(...'{}[]:,"\\u0aetn1-.+ /*\n\u0001é'.split('')), maxLength: 3 }),
    )
    .map(
      ([text, at, piece]) => text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + 1),
    )
  const agrees = (text: string): boolean => {
    const reading = readJsonObject(text)
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return (
        reading.kind === 'empty' || (reading.kind === 'invalid' && reading.offset >= 0 && reading.offset <= text.length)
      )
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return reading.kind === 'not_object'
    if (reading.kind !== 'object' || reading.object.source !== text) return false
    const members = reading.object.members.map(({ name, source }): [string, unknown] => [name, JSON.parse(source)])
    // As JSON.parse, fromEntries takes the last of duplicates, and makes `__proto__` a member like any other.
    expect(Object.fromEntries(members)).toStrictEqual(value)
    return true
  }
  const details = fc.check(fc.property(fc.oneof(json, spoilt, fc.string()), agrees), { numRuns: 5000 })
  expect(details.counterexample).toBeNull()
})

test('the reported place is where the text stops being the beginning of JSON', () => {
  const objects = fc
    .dictionary(fc.string({ unit: 'grapheme-ascii' }), fc.jsonValue(), { minKeys: 1 })
    .map((value) => JSON.stringify(value))
  const places = fc.tuple(objects, fc.nat()).map(([text, at]) => ({ text, at: at % text.length }))
  const isAtEnd = ({ text, at }: { text: string; at: number }): boolean => {
    const reading = readJsonObject(text.slice(0, at))
    return at === 0 ? reading.kind === 'empty' : reading.kind === 'invalid' && reading.offset <= at
  }
  expect(fc.check(fc.property(places, isAtEnd), { numRuns: 1000 }).counterexample).toBeNull()
})
