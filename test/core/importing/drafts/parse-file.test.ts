import { describe, expect, test } from 'vitest'
import { ImportRefused } from '../../../../electron/core/importing/drafts/import-refused.ts'
import { parseFile } from '../../../../electron/core/importing/drafts/parse-file.ts'
import { refusalOf } from '../../../support/import-refusal.ts'

const yaml = (text: string) => parseFile({ path: 'a.yaml', text })

describe('a file that cannot be read', () => {
  test('JSON that breaks off says its line and has no value', () => {
    const file = parseFile({ path: 'a.json', text: '{\n  "a": 1,\n  "b": [2' })
    expect(file).toMatchObject({ value: undefined, syntax: 'text', faultLine: 3 })
  })

  test('YAML with a fault says its line and has no value', () => {
    expect(yaml('a: 1\nb: "open\n')).toMatchObject({ value: undefined, syntax: 'yaml', faultLine: 3 })
  })

  test('a name that its map has already is a fault, at its second line', () => {
    expect(yaml('a:\n  b: 1\n  c: 2\n  b: 3\n')).toMatchObject({ value: undefined, faultLine: 4 })
  })

  test('a second document is a fault', () => {
    expect(yaml('a: 1\n---\nb: 2\n')).toMatchObject({ value: undefined, faultLine: 2 })
  })

  test('aliases that multiply each other are refused', () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`).join(', ')}]`,
    )
    expect(() => yaml(`a0: &a0 [x]\n${levels.join('\n')}\n`)).toThrow(ImportRefused)
  })

  test('more aliases than a text of people has are refused', () => {
    expect(() => yaml(`a: &a 1\nb: [${Array(5001).fill('*a').join(', ')}]\n`)).toThrow(ImportRefused)
  })

  test('nesting that no stack holds is refused', () => {
    expect(() => yaml(`a: ${'['.repeat(100_000)}`)).toThrow(ImportRefused)
  })

  test('JSON that is nested without end has a fault and no value', () => {
    expect(parseFile({ path: 'a.json', text: '['.repeat(1_000_000) })).toMatchObject({ value: undefined, faultLine: 1 })
  })
})

describe('places', () => {
  test('YAML says the line of a name or item with its pointer', () => {
    const file = yaml('# about\na:\n  b/c:\n    - x\n    - y: 1\n')
    expect(file.at('a', 'b/c', 1, 'y')).toEqual({ file: 'a.yaml', line: 5, pointer: '/a/b~1c/1/y' })
    expect(file.at('a', 'b/c')).toMatchObject({ line: 3 })
  })

  test('what is not there has the line of what would hold it', () => {
    expect(yaml('a:\n  b: 1\n').at('a', 'z', 'y')).toMatchObject({ line: 1, pointer: '/a/z/y' })
  })

  test('an alias leads to the lines of what it repeats', () => {
    expect(yaml('base: &b\n  x: 1\nother: *b\n').at('other', 'x')).toMatchObject({ line: 2 })
  })

  test('JSON says the pointer alone', () => {
    expect(parseFile({ path: '', text: '{"a": 1}' }).at('a')).toEqual({ file: '', line: null, pointer: '/a' })
  })
})

describe('values', () => {
  test('merge keys bring their members, and the own ones win', () => {
    expect(yaml('base: &b {x: 1, y: 2}\nother:\n  <<: *b\n  y: 3\n').value).toMatchObject({ other: { x: 1, y: 3 } })
  })

  test('an unknown tag is passed over', () => {
    expect(yaml('a: !Ref name\n').value).toEqual({ a: 'name' })
  })

  test('__proto__ is a name as every other', () => {
    const { value } = yaml('__proto__: {x: 1}\n')
    expect(Object.keys(Object(value))).toEqual(['__proto__'])
  })

  test('numbers keep the digits that are written', () => {
    expect(yaml('a: [12345678901234567890, 1.10]\n').numberAt(['a', 0])).toBe('12345678901234567890')
    expect(yaml('a: [12345678901234567890, 1.10]\n').numberAt(['a', 1])).toBe('1.10')
    const json = parseFile({ path: '', text: '{"a": [12345678901234567890], "b": "x"}' })
    expect(json.numberAt(['a', 0])).toBe('12345678901234567890')
    expect(json.numberAt(['b'])).toBeNull()
    expect(json.numberAt(['a', 7, 'z'])).toBeNull()
  })
})

test.each([
  ['a merge key with what is no map', 'a: 1\n<<: 1', 2],
  ['an alias of nothing', 'a: &x 1\nb: *y', 2],
])('YAML with %s has a fault at its line', (_what, text, line) => {
  expect(parseFile({ path: 'a.yaml', text })).toMatchObject({ value: undefined, faultLine: line })
})

test.each([
  ['within itself', 'a: &x [*x]'],
  ['merged with itself', 'a: &a\n  <<: *a'],
  ['repeated 6,000 times', `a: &x 1\nb: [${'*x, '.repeat(6000)}]`],
])('YAML with a part that is %s is refused by name', (_what, text) => {
  expect(refusalOf(() => parseFile({ path: 'a.yaml', text }))).toBe('repeats_itself')
})

test('lines may end with CR alone', () => {
  expect(parseFile({ path: '.env', text: 'A=1\rB=2' }).text).toBe('A=1\nB=2')
})
