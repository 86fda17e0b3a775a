import { expect, test } from 'vitest'
import { indexInMemory } from '../../../electron/core/history/index-file.ts'
import { wordsIn } from '../../../electron/common/words-in.ts'
import { hasTerm, queryOf, searchTerms } from '../../../electron/core/history/search-text.ts'

const index = indexInMemory()
index.exec(`INSERT INTO words (rowid, url, head, body, said) VALUES
  (1, 'POST https://login.example/oauth2/token', 'Content-Type: application/json', '{"error":"invalid_client"}', '401 Unauthorized'),
  (2, 'GET https://api.example/orders/7', 'Accept: */*', 'Größe 12,5 €', '200 OK nice note')`)
const matches = index.prepare('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid')

function found(typed: string): number[] | null {
  const terms = searchTerms(typed)
  return terms.length === 0 ? null : matches.all(queryOf(terms)).map(({ rowid }) => Number(rowid))
}

test.each([
  ['token', [1]],
  ['tok', [1]],
  ['TOKEN', [1]],
  ['401', [1]],
  ['40', [1]],
  ['invalid_client', [1]],
  ['login.exa', [1]],
  ['https://login.example/oauth2/token', [1]],
  ['example', [1, 2]],
  ['example orders', [2]],
  ['orders example', [2]],
  ['grosse', []],
  ['große', [2]],
  ['größe', [2]],
  ['groß', [2]],
  ['content-type:', [1]],
  ['"application json"', [1]],
  ['"json application"', []],
  ['"applic json"', []],
  ['"application js', [1]],
  ['a/b nothing', []],
])('words are beginnings and quotes are phrases: %s', (typed, expected) => {
  expect(found(typed)).toEqual(expected)
})

test.each(['', '   ', '"', '""', '***', '()', '-', '^', ':', '€', '\0', "'", '\u{1f600}', '\ud800'])(
  'what has no word looks for everything: %j',
  (typed) => {
    expect(searchTerms(typed)).toEqual([])
  },
)

const odd = [
  ...Array.from('"*()-+^:{}[]\'\\/%_.,;<>=!?&|~#@$`\0\n\t'),
  ' AND ',
  ' OR ',
  ' NOT ',
  'NEAR(',
  'a',
  'é',
  '7',
  '\ud800',
  'words:',
]

test('nothing that is typed is an error of the query', () => {
  let seed = 1
  const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below
  for (let run = 0; run < 5000; run += 1) {
    const typed = Array.from({ length: next(12) }, () => odd[next(odd.length)] ?? '').join('')
    expect(() => found(typed)).not.toThrow()
  }
})

test('a long text is searched', () => {
  expect(found('word '.repeat(100))).toEqual([])
})

test.each([
  ['Orders of the EU', 'eu', true],
  ['Orders of the EU', 'ord', true],
  ['Orders of the EU', '"ord"', false],
  ['Orders of the EU', '"orders of"', true],
  ['Orders of the EU', '"of orders"', false],
  ['Köln (test)', 'koln', true],
  ['Köln (test)', 'köln-t', true],
  ['', 'a', false],
])('a name is found as a text of the index is: %s by %s', (name, typed, isFound) => {
  expect(searchTerms(typed).every((term) => hasTerm(wordsIn(name), term))).toBe(isFound)
})
