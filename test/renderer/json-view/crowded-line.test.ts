import { expect, test } from 'vitest'
import { hasCrowdedLine } from '../../../renderer/json-view/crowded-line.ts'

test.each([
  ['zeros', '\0'.repeat(262_144), true],
  ['UTF-16 that was taken for UTF-8', 'a\0'.repeat(3000), true],
  ['directions after a short line', `{\n"a": "${'\u202E'.repeat(3000)}"\n}`, true],
  ['tags outside the basic plane', '\u{E0041}'.repeat(3000), true],
  ['a long line of letters', 'a'.repeat(1 << 20), false],
  ['lines that each end with a carriage return', 'value\r\n'.repeat(100_000), false],
  ['tabs', '\t'.repeat(10_000), false],
  ['nothing', '', false],
])('%s', (_, text, crowded) => {
  expect(hasCrowdedLine(text)).toBe(crowded)
})

test('characters that join letters are hidden, but no control characters', () => {
  const joined = 'می\u200Cشود '.repeat(3000)
  expect(hasCrowdedLine(joined)).toBe(true)
  expect(hasCrowdedLine(joined, 'control')).toBe(false)
  expect(hasCrowdedLine('\0'.repeat(3000), 'control')).toBe(true)
})
