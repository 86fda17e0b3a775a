import type { JsonDifference, LineDifference } from '../../electron/contract/answer-comparison.ts'

/** What differs at one place of a body, as a table shows it. */
export interface DifferenceRow {
  place: string
  left: string | null
  right: string | null
}

export const valueRows = (rows: readonly JsonDifference[]): DifferenceRow[] =>
  rows.map(({ pointer, left, right }) => ({ place: pointer === '' ? '(the whole)' : pointer, left, right }))

export const lineRows = (rows: readonly LineDifference[]): DifferenceRow[] =>
  rows.map(({ leftLine, rightLine, left, right }) => ({
    place: leftLine === rightLine ? String(leftLine) : `${leftLine ?? '–'} / ${rightLine ?? '–'}`,
    left,
    right,
  }))
