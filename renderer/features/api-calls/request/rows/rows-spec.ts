import type { CallValues } from '../call-values.ts'
import type { PastedRow } from '../pasted-rows.ts'

/** A name and a value that are sent or not. `value` is null where a parameter has no "=". */
export interface NamedRow {
  name: string
  value: string | null
  enabled: boolean
}

/** A list of rows of the form: what it is called, and where in the values it is. */
export interface RowsSpec {
  path: string
  /** What the list is called. */
  label: string
  /** What one of them is called. */
  one: string
  most: number
  rowsOf: (values: CallValues) => readonly NamedRow[]
  /** The values with these rows. */
  withRows: (rows: readonly NamedRow[], values: CallValues) => Partial<CallValues>
  problemOf: (row: NamedRow) => string | null
  /** Said of the value at its right. */
  noteOf?: (row: NamedRow) => string | null
  /** Names that are offered. */
  names?: readonly string[]
  /** What a pasted row means here. */
  fromPaste?: (row: PastedRow) => PastedRow
}

export const emptyRow: NamedRow = { name: '', value: null, enabled: true }
