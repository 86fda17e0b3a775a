import type { Row } from '../../../electron/picture/picture.ts'

/** A row as an item of the list of steps. */
export interface Step {
  row: Row
  /** The row that it is folded under; null at the top. */
  parent: string | null
  /** Whether what is folded under it is shown; null where nothing is. */
  isUnfolded: boolean | null
  /** Among those beside it, from 1. */
  position: number
  count: number
}

/** The rows one after the other, with those that are folded where their row is unfolded. */
export function stepsOf(rows: readonly Row[], unfolded: ReadonlySet<string>): Step[] {
  return rows.flatMap((row, index) => {
    const isUnfolded = row.folded.length === 0 ? null : unfolded.has(row.id)
    const step: Step = { row, parent: null, isUnfolded, position: index + 1, count: rows.length }
    return isUnfolded === true ? [step, ...foldedSteps(row)] : [step]
  })
}

const foldedSteps = ({ id, folded }: Row): Step[] =>
  folded.map((row, index) => ({ row, parent: id, isUnfolded: null, position: index + 1, count: folded.length }))
