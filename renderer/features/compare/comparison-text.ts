import { comparisonSummary, meaningSentence, partTitles } from '../../../electron/wording/comparison.ts'
import type { Vocabulary } from '../../../electron/common/comparison-vocabulary.ts'
import type { Comparison, ComparisonRow } from '../../../electron/contract/comparison.ts'
import { visible } from '../../../electron/common/visible.ts'

export type Parts = Extract<Comparison, { kind: 'compared' }>['parts']

/** The rows that are shown as text for a ticket, after the headings of the sides and a summary of all. */
export function comparisonText(headings: readonly string[], all: Parts, shown: Parts, vocabulary: Vocabulary): string {
  const summary = comparisonSummary(
    all.flatMap(({ rows }) => rows),
    vocabulary,
  )
  const parts = shown
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, rows }) => [partTitles[name], ...rows.map((row) => rowText(row, vocabulary))].join('\n'))
  return visible([[...headings, summary].join('\n'), ...parts].join('\n\n'))
}

function rowText(row: ComparisonRow, vocabulary: Vocabulary): string {
  const { name, change, left, right } = row
  const meaning = meaningSentence(row, vocabulary)
  const values = change === 'same' ? [`    ${left}`] : [`    left:  ${left ?? '–'}`, `    right: ${right ?? '–'}`]
  return [`- ${name}: ${vocabulary.words[change]}${meaning === null ? '' : `, ${meaning}`}`, ...values].join('\n')
}
