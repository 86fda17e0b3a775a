import { z } from 'zod'
import { environmentInputSchema } from '../../../contract/environment.ts'
import { readJson, type Row } from './checked-table.ts'

/** Where an environment goes to in the list. */
export interface Place {
  folder: string
  /** The id of the one it comes before; null for behind all of the folder. */
  before: string | null
}

const inFolderSchema = z.looseObject({ folder: environmentInputSchema.shape.folder })

/**
 * Of rows in the order of their positions, those that differ once one has moved: it and those that it passes, which share the
 * positions that they have. Null when it or the one it comes before is not among them.
 */
export function movedRows(rows: readonly Row[], id: string, { folder, before }: Place): Row[] | null {
  const moved = rows.find((row) => row['id'] === id)
  const others = rows.filter((row) => row !== moved)
  const value = moved === undefined ? null : readJson(inFolderSchema, moved['value'])
  const index = before === null ? endOf(others, folder) : others.findIndex((row) => row['id'] === before)
  if (moved === undefined || value === null || index < 0) return null
  const placed = value.folder === folder ? moved : { ...moved, value: JSON.stringify({ ...value, folder }) }
  return others.toSpliced(index, 0, placed).flatMap((row, at) => {
    const position = rows[at]?.['position'] ?? null
    return row['position'] === position && (row !== placed || row === moved) ? [] : [{ ...row, position }]
  })
}

/** Behind the last of the folder; for a folder without any, at the end. */
function endOf(rows: readonly Row[], folder: string): number {
  const last = rows.findLastIndex((row) => readJson(inFolderSchema, row['value'])?.folder === folder)
  return last < 0 ? rows.length : last + 1
}
