import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { z } from 'zod'

const textsSchema = z.array(z.string())

/** The column `text` of what a query gives, as one row of JSON: thousands of rows would cost ten times as much. */
export function textsOf(database: DatabaseSync, sql: string, ...given: SQLInputValue[]): string[] {
  const row = database.prepare(`SELECT json_group_array(text) AS texts FROM (${sql})`).get(...given)
  return textsSchema.parse(JSON.parse(String(row?.['texts'])))
}
