import type { DatabaseSync } from 'node:sqlite'
import { builtInEnvironments } from '../../../catalogue/built-in-environments.ts'
import { newApiRequest, newCallLabel } from '../../../catalogue/new-api-request.ts'
import { newEnvironment } from '../../../catalogue/new-environment.ts'
import { apiCallSchema } from '../../../contract/api-call.ts'
import { environmentInputSchema } from '../../../contract/environment.ts'
import type { DamagedRow } from './damaged-rows.ts'
import { salvage } from './salvage.ts'
import { checkedTable, readJson, type Row } from '../tables/checked-table.ts'

/** What can be mended, by its key. The rest cannot be distinguished from what was never there, and is kept outside the workspace only. */
const keys: Readonly<Record<string, readonly string[]>> = {
  environments: ['id'],
  api_calls: ['id'],
  // What seals these notices damage to them itself, so they may stay as they are.
  data_key: ['id'],
  secrets: ['environment_id', 'name', 'slot'],
  sealed_values: ['name'],
  audit_head: ['id'],
  // A note was typed; and damage does not switch recording on.
  exchange_marks: ['exchange_id'],
  unrecorded_environments: ['environment_id'],
  history_limits: ['id'],
  // Without it, what came with a file would pass for what a person typed, and nobody would be asked.
  from_files: ['environment_id', 'part', 'value'],
}

/** Makes a damaged row one that can be read, or removes it. */
export function mendRow(database: DatabaseSync, { table, rowid, row }: DamagedRow): void {
  const remove = database.prepare(`DELETE FROM ${table} WHERE rowid = ?`)
  const key = keys[table]
  if (key === undefined) remove.run(rowid)
  else if (key.every((name) => row[name] !== null)) checkedTable(database, table, key).put(mended(table, row))
  else remove.run(rowid)
}

function mended(table: string, row: Row): Row {
  switch (table) {
    case 'environments':
      return { ...row, ...mendedEnvironment(row) }
    case 'api_calls':
      return { ...row, position: row['position'] ?? 0, value: mendedCall(row) }
    // Damage deletes nothing.
    case 'history_limits':
      return { ...row, days: 0, megabytes: 0 }
    default:
      return row
  }
}

/** What can be read stays, the rest becomes the default, and the name says what happened. It is not taken for a deleted one. */
function mendedEnvironment({ id, value, position, unknown }: Row): Row {
  const parsed = readJson(environmentInputSchema, value)
  const { name, ...rest } =
    parsed ?? salvage(environmentInputSchema, parse(value), { ...newEnvironment, name: 'Environment' })
  const marked = { ...rest, name: `${name.slice(0, 180)} (${parsed === null ? 'repaired' : 'damaged'})` }
  return {
    position: position ?? 0,
    built_in: Number(builtInEnvironments.some((builtIn) => builtIn.id === id)),
    deleted_at: null,
    value: JSON.stringify(marked),
    unknown: parse(unknown) === null ? '{}' : (unknown ?? '{}'),
  }
}

function mendedCall({ id, environment_id, value }: Row): string {
  const owner = { id: String(id), environmentId: String(environment_id) }
  const request = { ...newApiRequest, ...newCallLabel, url: 'https://repaired.invalid/' }
  const call = salvage(apiCallSchema, parse(value), apiCallSchema.parse({ ...request, ...owner }))
  return JSON.stringify({ ...call, ...owner })
}

function parse(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}
