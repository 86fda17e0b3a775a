import { z } from 'zod'
import { apiCallLabelSchema } from '../../../contract/api-call.ts'
import { readJson, type Row } from './checked-table.ts'

/** Where a saved call comes: after the one before it, into a folder. */
export interface Arranged {
  id: string
  folder: string
}

const inFolderSchema = z.looseObject({ folder: apiCallLabelSchema.shape.folder })

/**
 * Of rows in the order of their positions, those that differ once they are in this order. They share the positions that they
 * have, so that a row that was deleted still fits between. Rows that are not named come last. Null when one that is named is
 * not among them, or is named twice.
 */
export function arrangedRows(rows: readonly Row[], order: readonly Arranged[]): Row[] | null {
  const byId = new Map(rows.map((row) => [row['id'], row]))
  const placed = order.flatMap(({ id, folder }) => {
    const row = byId.get(id)
    byId.delete(id)
    return row === undefined ? [] : [inFolder(row, folder)]
  })
  if (placed.length !== order.length) return null
  const known = new Set(rows)
  let last = 0
  return [...placed, ...byId.values()].flatMap((row, at) => {
    const position = Math.max(last + 1, Number(rows[at]?.['position'] ?? 0))
    last = position
    const isSame = row['position'] === position && known.has(row)
    return isSame ? [] : [{ ...row, position }]
  })
}

/** The row itself where nothing changes. */
function inFolder(row: Row, folder: string): Row {
  const value = readJson(inFolderSchema, row['value'])
  return value === null || value.folder === folder ? row : { ...row, value: JSON.stringify({ ...value, folder }) }
}
