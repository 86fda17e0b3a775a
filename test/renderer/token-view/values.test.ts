import fc from 'fast-check'
import { expect, test } from 'vitest'
import { duplicateNote } from '../../../renderer/token-view/duplicate-note.ts'
import { fold } from '../../../renderer/token-view/fold.ts'
import { pieces } from '../../../renderer/ui/pieces.ts'
import { listedIn } from '../../../renderer/token-view/listed.ts'
import { markedPlace } from '../../../renderer/token-view/marked-place.ts'
import { membersLike } from '../../../renderer/token-view/members-like.ts'
import { numberNote } from '../../../renderer/token-view/number-note.ts'

const text = fc.string({ unit: 'binary', maxLength: 400 })
const smallLines = fc.array(fc.string({ maxLength: 12 }), { maxLength: 30 }).map((lines) => lines.join('\n'))
/** Ends within a character of two units. */
const isCut = (part: string) => /[\uD800-\uDBFF]$/.test(part)

test('a fold is the beginning of the text, within both limits', () => {
  fc.assert(
    fc.property(
      fc.oneof(text, smallLines),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 2, max: 90 }),
      (whole, lines, characters) => {
        const folded = fold(whole, { lines, characters })
        expect(whole.startsWith(folded.shown)).toBe(true)
        expect(folded.shown.length).toBeLessThanOrEqual(characters)
        expect(folded.shown.split('\n').length).toBeLessThanOrEqual(lines)
        expect(folded.isWhole).toBe(folded.shown === whole)
        expect(folded.lines).toBe(whole.split('\n').length)
      },
    ),
  )
})

test('nothing is folded that fits', () => {
  expect(fold('a\nb', { lines: 2, characters: 3 })).toEqual({ shown: 'a\nb', lines: 2, characters: 3, isWhole: true })
})

test('a fold does not cut a character in two', () => {
  expect(fold('ab😀', { lines: 1, characters: 3 }).shown).toBe('ab')
})

test('the pieces of a text are the text, and no piece is cut within a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 2, max: 40 }), (whole, size) => {
      const parts = pieces(whole, size)
      expect(parts.join('')).toBe(whole)
      expect(parts.some(isCut)).toBe(false)
      expect(parts.every((part) => part.length <= size + 1)).toBe(true)
    }),
  )
})

test.each([
  ['12345678901234567890', '20 digits, kept exactly'],
  ['-9007199254740993', '16 digits, kept exactly'],
  ['0.12345678901234567', '18 digits, kept exactly'],
  ['-0', 'minus zero, as sent'],
  ['-0.0', 'minus zero, as sent'],
  ['1E3', 'with an exponent, as sent'],
  ['1e400', 'larger than most programs can hold'],
])('%s: %s', (source, note) => expect(numberNote(source)).toBe(note))

test.each(['1.10', '9007199254740991', '0', '"12345678901234567890"', '[1e3]'])('%s needs no note', (source) => {
  expect(numberNote(source)).toBeNull()
})

const member = (name: string, duplicate: boolean, within: string[] = []) => ({
  name,
  source: '1',
  duplicate,
  ...(within.length === 0 ? {} : { duplicatesWithin: within }),
})

test('without duplicates there is nothing to note', () => {
  expect(duplicateNote([member('iss', false), member('aud', false)])).toBeNull()
})

test('each duplicate is counted, in the order they come, nested ones by their place', () => {
  const members = [member('b', true), member('a', true), member('b', true), member('b', true), member('a', true)]
  expect(duplicateNote(members)).toMatch(/^“b” stands 3 times and “a” stands 2 times\. Most parsers take the last/)
  expect(duplicateNote([member('realm_access', false, ['/roles'])])).toMatch(
    /^“\/roles” within “realm_access” stands more than once\./,
  )
})

test('of many duplicates the first are named and the rest counted', () => {
  const members = [...Array(9).keys()].flatMap((index) => [member(`n${index}`, true), member(`n${index}`, true)])
  expect(duplicateNote(members)).toContain('and 4 more names do so.')
})

test('scopes are listed from a string or an array; one alone, and anything else, is not', () => {
  expect(listedIn('scope', '"api:read  api:write"')).toEqual(['api:read', 'api:write'])
  expect(listedIn('scopes', '["a","b"]')).toEqual(['a', 'b'])
  for (const [name, source] of [
    ['scope', '"api:read"'],
    ['scope', '12'],
    ['roles', '[1,2]'],
    ['sub', '"a b"'],
  ] as const)
    expect(listedIn(name, source)).toBeNull()
})

test('a masked value, which is no JSON, is no list either', () => {
  expect(listedIn('scope', '"api•••')).toBeNull()
})

test('the filter finds names and values, no matter their case, and keeps their places', () => {
  const members = [member('iss', false), { ...member('sub', false), source: '"ISSUES"' }, member('aud', false)]
  expect(membersLike(members, ' Iss ').map(({ index }) => index)).toEqual([0, 1])
  expect(membersLike(members, '')).toHaveLength(3)
  expect(membersLike(members, '(')).toEqual([])
})

test('the place of an error is one character, however many units it has, or the end', () => {
  expect(markedPlace({ near: 'ab😀c', nearAt: 2 })).toEqual({ before: 'ab', place: '😀', after: 'c' })
  expect(markedPlace({ near: 'ab', nearAt: 2 })).toEqual({ before: 'ab', place: '', after: '' })
  expect(markedPlace({ near: 'ab', nearAt: 99 })).toEqual({ before: 'ab', place: '', after: '' })
})
