import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonFaultAt } from '../../electron/common/json-fault-at.ts'

test.each([
  ['', 0, 'value'],
  ['{"a" 1}', 5, 'colon'],
  ['{"a":1 "b":2}', 7, 'comma'],
  ['{a:1}', 1, 'name'],
  ['{"a":1,}', 7, 'name'],
  ['{"a":}', 5, 'value'],
  ['[1,]', 3, 'value'],
  ['[01]', 1, 'number'],
  ['{"a":"b', 7, 'string_end'],
  ['["\n"]', 2, 'character'],
  [String.raw`["\x"]`, 2, 'escape'],
  ['{} {}', 3, 'end'],
  ['{"a":{]}', 6, 'name'],
  ['nul', 0, 'value'],
])('%j stops being JSON at %i, where %s was expected', (text, offset, expected) => {
  expect(jsonFaultAt(text)).toEqual({ offset, expected })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('a text has a fault exactly where JSON.parse refuses it', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '1',
    '-',
    '0.5',
    '1e',
    'null',
    ' ',
    '\n',
    '"',
    '\\',
    'tru',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
      const text = parts.join('')
      expect([text, jsonFaultAt(text) === null]).toEqual([text, isJson(text)])
    }),
    { numRuns: 5000 },
  )
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(jsonFaultAt(text)).toBeNull()
    }),
  )
})

test('a million levels are read without recursion', () => {
  expect(jsonFaultAt('['.repeat(1_000_000))).toEqual({ offset: 1_000_000, expected: 'value' })
})
