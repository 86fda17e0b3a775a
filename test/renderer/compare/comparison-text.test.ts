import { expect, test } from 'vitest'
import { tokenVocabulary } from '../../../electron/common/comparison-vocabulary.ts'
import { comparisonText, type Parts } from '../../../renderer/features/compare/comparison-text.ts'

const parts: Parts = [
  { name: 'header', rows: [{ name: 'alg', change: 'same', left: '"RS256"', right: '"RS256"', meaning: null }] },
  {
    name: 'claims',
    rows: [
      {
        name: 'scope',
        change: 'changed',
        left: '"a b"',
        right: '"a"',
        meaning: { kind: 'set', onlyLeft: ['b'], onlyRight: [] },
      },
      { name: 'x\u202e', change: 'added', left: null, right: '1', meaning: null },
    ],
  },
]

test('what is not shown is counted, and hidden characters are written out', () => {
  const shown = parts.map((part) => ({ ...part, rows: part.rows.filter(({ change }) => change !== 'same') }))
  expect(comparisonText(['Left: A', 'Right: B'], parts, shown, tokenVocabulary)).toBe(`Left: A
Right: B
1 changed, 1 added, 1 the same or equivalent

Claims
- scope: Changed, only on the left: b
    left:  "a b"
    right: "a"
- x\\u{202e}: Added
    left:  –
    right: 1`)
})

test('a value that is the same is written once', () => {
  expect(comparisonText([], parts, parts, tokenVocabulary)).toContain('- alg: Same\n    "RS256"\n')
})
