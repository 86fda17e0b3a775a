import type { Picture } from './picture.ts'

/** With the rows of these ids followed by what they hide. */
export function unfolded({ lanes, rows }: Picture, ids: ReadonlySet<string>): Picture {
  return { lanes, rows: rows.flatMap((row) => (ids.has(row.id) ? [row, ...row.folded] : [row])) }
}
