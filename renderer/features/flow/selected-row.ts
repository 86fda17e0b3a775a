import type { Row } from '../../../electron/picture/picture.ts'

/** Which row a person chose, and in the picture of what: a run, by its id, or a plan. */
export interface RowChoice {
  rowId: string
  of: string
}

/** The row that is selected: the chosen one while the same is shown, else the one that matters. */
export function selectedRow(rows: readonly Row[], choice: RowChoice | null, of: string): Row | null {
  const chosen = choice?.of === of ? rowOf(rows, choice.rowId) : null
  return chosen ?? mattering(rows)
}

/** A row by its id, folded or not. */
export const rowOf = (rows: readonly Row[], id: string): Row | null =>
  allRows(rows).find((row) => row.id === id) ?? null

/** What is under way, else where it stopped, else what happened last, else the first. */
function mattering(rows: readonly Row[]): Row | null {
  return (
    rows.find(({ state }) => state === 'running') ??
    rows.find(({ state }) => state === 'failed' || state === 'cancelled' || state === 'interrupted') ??
    rows.findLast(({ state }) => state === 'done' || state === 'noted') ??
    rows[0] ??
    null
  )
}

const allRows = (rows: readonly Row[]): Row[] => rows.flatMap((row) => [row, ...row.folded])
