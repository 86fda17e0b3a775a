import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine } from '../../../electron/core/audit/csv.ts'

/** Reads a line as RFC 4180 says, or with another separator, as a spreadsheet of another country does. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] ?? ''
    if (isQuoted && character === '"' && line[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (character === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted
    else if (!isQuoted && character === separator) {
      cells.push(cell)
      cell = ''
    } else cell += character
  }
  return [...cells, cell]
}

test.for([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '"=1',
  '" =1',
  "'=1",
  '“=1',
  '＝1',
  '＋1',
  '－1',
  '＠A',
  '\uFEFF=1',
  '\u200B=1',
  '\u00A0=1',
  'a;=1',
  'a;"=1',
  'a,=1',
  'a\t=1',
  'a\n=1',
  'a|@x',
])('a spreadsheet takes %j for a text, at whichever character it splits', (text) => {
  for (const separator of [',', ';', '\t', '|']) {
    for (const cell of cellsOf(csvLine(['x', text, 'y']).trimEnd(), separator)) {
      expect(cell).not.toMatch(/^["'“\s\u200B\uFEFF]*(?<!')[=+\-@＝＋－＠]/u)
    }
  }
})

test('no cell of any text begins as a formula does', () => {
  const character = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '＝',
    ' ',
    '"',
    "'",
    ';',
    ',',
    '\t',
    '\r',
    '\n',
    'a',
    '\u200B',
    '1',
  )
  fc.assert(
    fc.property(fc.array(fc.array(character).map((all) => all.join(''))), (cells) => {
      const line = csvLine(cells)
      expect(line.endsWith('\r\n')).toBe(true)
      expect(line.slice(0, -2)).not.toMatch(/[\r\n\t]/)
      const read = cellsOf(line.slice(0, -2), ',')
      expect(read).toHaveLength(Math.max(cells.length, 1))
      for (const cell of [...read, ...cellsOf(line.slice(0, -2), ';')])
        expect(cell.trimStart()).not.toMatch(/^[=+\-@＝]/)
    }),
  )
})

test('a text that is none of this comes back as it was', () => {
  const texts = [
    'Client secret of “Orders” was set.',
    'a "quoted" word, and a comma',
    'https://as.example/token',
    'a-b',
    '2026-11-30T01:00:00.000Z',
  ]
  expect(cellsOf(csvLine(texts).trimEnd(), ',')).toEqual(texts)
})
