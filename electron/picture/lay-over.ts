import { addedChange, changeWords } from '../wording/flow/changes.ts'
import type { Picture, Row } from './picture.ts'

/** A picture with what is different from an earlier one, and the rows of that by their ids, to be drawn faint. */
export interface LaidOver {
  picture: Picture
  earlier: ReadonlyMap<string, Row>
}

/** Lays an earlier run under a picture: each row says what is different. Rows of the earlier one alone are in `earlier`. */
export function layOver(picture: Picture, before: Picture): LaidOver {
  const earlier = new Map(before.rows.flatMap((row) => [row, ...row.folded]).map((row) => [row.id, row]))
  return { picture: { lanes: picture.lanes, rows: picture.rows.map(over) }, earlier }

  function over(row: Row): Row {
    const other = earlier.get(row.id)
    return { ...row, folded: row.folded.map(over), change: other === undefined ? addedChange : changeWords(row, other) }
  }
}
