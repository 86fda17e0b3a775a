import { expect, test } from 'vitest'
import { wordsIn } from '../../../electron/common/words-in.ts'
import { foundParts } from '../../../renderer/features/history/found-parts.ts'

const marked = (text: string, sought: string) =>
  foundParts(text, wordsIn(sought))
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('')

test('a word is marked where it begins with what was looked for', () => {
  expect(marked('Audience refused: other audiences', 'audience')).toBe('[Audience] refused: other [audience]s')
  expect(marked('reaudience', 'audience')).toBe('reaudience')
})

test('words in quotes are marked one by one, the longest wins', () =>
  expect(marked('No audience requested', '"audience requested" aud')).toBe('No [audience] [requested]'))

test('case and accents do not count, in either direction', () => {
  expect(marked('Prüfung', 'pruf')).toBe('[Prüf]ung')
  expect(marked('Pru\u0308fung', 'prüf')).toBe('[Pru\u0308f]ung')
  expect(marked('İstanbul', 'ist')).toBe('[İst]anbul')
})

test('nothing is marked without words, and no letter is lost', () => {
  expect(foundParts('a\u{1F600}b', [])).toEqual([{ text: 'a\u{1F600}b', isMatch: false }])
  expect(marked('', 'x')).toBe('')
  expect(marked('x-y_z', 'y')).toBe('x-[y]_z')
  expect(marked('GET /orders?a=1', '** //')).toBe('GET /orders?a=1')
})
