import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { ZodError } from 'zod'
import { apiCallSchema } from '../../contract/api-call.ts'
import { environmentInputSchema } from '../../contract/environment.ts'
import { newEnvironment } from '../../contract/new-environment.ts'
import type { EnvironmentTable } from './environments.ts'
import { dated } from './files.ts'
import { salvage } from './salvage.ts'

interface Row {
  table: 'environments' | 'api_calls'
  id: string
  /** As it was found. */
  text: string
  repaired: string
}

/** What was done about rows that could not be read. */
export interface Repair {
  rows: number
  /** Where the rows are kept as they were found. */
  keptAs: string
}

/**
 * Rows whose value cannot be read any more would take every list with them that they are in. What can be read of them
 * stays, the rest becomes the default, and their names say so. Null when all is well.
 */
export function repairRows(
  database: DatabaseSync,
  environments: EnvironmentTable,
  workspace: string,
  now: number,
): Repair | null {
  // The table keeps what it parsed, so this costs a start nothing that would not be asked for next.
  const broken = isReadable(environments) ? [] : unreadableEnvironments(database)
  const rows = [...broken, ...unreadableApiCalls(database)]
  if (rows.length === 0) return null
  const keptAs = path.join(path.dirname(workspace), `unreadable rows ${dated(now)}.json`)
  const found = rows.map(({ table, id, text }) => ({ table, id, value: text }))
  if (workspace !== ':memory:')
    writeFileSync(keptAs, `${JSON.stringify(found, null, 2)}\n`, { mode: 0o600, flush: true })
  database.exec('BEGIN IMMEDIATE')
  for (const { table, id, repaired } of rows) {
    database.prepare(`UPDATE ${table} SET value = ? WHERE id = ?`).run(repaired, id)
  }
  database.exec('COMMIT')
  return { rows: rows.length, keptAs }
}

function isReadable(environments: EnvironmentTable): boolean {
  try {
    environments.list()
    return true
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ZodError) return false
    throw error
  }
}

function unreadableEnvironments(database: DatabaseSync): Row[] {
  return database
    .prepare('SELECT id, value FROM environments')
    .all()
    .flatMap(({ id, value }) => {
      const text = String(value)
      if (environmentInputSchema.safeParse(parse(text)).success) return []
      const { name, ...rest } = salvage(environmentInputSchema, parse(text), { ...newEnvironment, name: 'Environment' })
      const repaired = { ...rest, name: `${name.slice(0, 180)} (repaired)` }
      return [{ table: 'environments', id: String(id), text, repaired: JSON.stringify(repaired) }]
    })
}

/** SQLite looks for them: to parse 3,000 calls with their schema would hold a start up by a tenth of a second. */
const misshapenCalls = `
  SELECT id, environment_id, value FROM api_calls WHERE CASE WHEN json_valid(value) THEN
    json_type(value, '$.method') IS NOT 'text' OR json_type(value, '$.url') IS NOT 'text' OR
    json_type(value, '$.body') IS NOT 'text' OR json_type(value, '$.contentType') IS NOT 'text' ELSE TRUE END`

function unreadableApiCalls(database: DatabaseSync): Row[] {
  return database
    .prepare(misshapenCalls)
    .all()
    .flatMap((row) => {
      const text = String(row['value'])
      if (apiCallSchema.safeParse(parse(text)).success) return []
      const owner = { id: String(row['id']), environmentId: String(row['environment_id']) }
      const request = {
        method: 'GET',
        url: 'https://repaired.invalid/',
        body: '',
        contentType: '',
        followRedirects: false,
      }
      const call = salvage(apiCallSchema, parse(text), apiCallSchema.parse({ ...request, ...owner }))
      return [{ table: 'api_calls', id: owner.id, text, repaired: JSON.stringify({ ...call, ...owner }) }]
    })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
