import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type EnvironmentInput, environmentInputSchema } from '../../contract/environment.ts'
import { readJson } from './read-json.ts'

/** An environment as it is stored: without its secret and its state. */
export interface StoredEnvironment {
  id: string
  builtIn: boolean
  value: EnvironmentInput
  /** What a shared file held beyond `value` and this version does not know; kept for when it is shared again. */
  unknown?: JsonTree
}

/** Members by name; the values are JSON. */
const jsonTreeSchema = z.record(z.string(), z.unknown())
export type JsonTree = z.infer<typeof jsonTreeSchema>

export type EnvironmentTable = ReturnType<typeof environmentTable>

const columns = 'id, built_in, value, unknown'

export function environmentTable(database: DatabaseSync) {
  // By source text: parsing a row anew for every request is a tenth of what core adds to one.
  const parsed = new Map<string, { text: string; value: EnvironmentInput }>()
  const fromRow = (row: Record<string, unknown>): StoredEnvironment => {
    const id = String(row['id'])
    const text = String(row['value'])
    let known = parsed.get(id)
    if (known?.text !== text) {
      known = { text, value: environmentInputSchema.parse(JSON.parse(text)) }
      parsed.set(id, known)
    }
    // What a file held beside is not worth an environment.
    const unknown = readJson(jsonTreeSchema, row['unknown']) ?? {}
    return { id, builtIn: row['built_in'] === 1, value: known.value, unknown }
  }
  const list = database.prepare(
    `SELECT ${columns} FROM environments WHERE deleted_at IS NULL ORDER BY built_in DESC, position`,
  )
  const one = database.prepare(`SELECT ${columns} FROM environments WHERE id = ? AND deleted_at IS NULL`)
  const taken = database.prepare('SELECT 1 FROM environments WHERE id = ?')
  const insert = database.prepare(
    `INSERT INTO environments (id, position, built_in, value, unknown)
     VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM environments), ?, ?, ?)`,
  )
  const update = database.prepare('UPDATE environments SET value = ? WHERE id = ? AND deleted_at IS NULL')
  const keepUnknown = database.prepare('UPDATE environments SET unknown = ? WHERE id = ?')
  const erase = database.prepare('DELETE FROM environments WHERE id = ? AND built_in = 0')
  const remove = database.prepare(
    'UPDATE environments SET deleted_at = ? WHERE id = ? AND built_in = 0 AND deleted_at IS NULL',
  )
  const restore = database.prepare('UPDATE environments SET deleted_at = NULL WHERE id = ?')
  const purge = database.prepare('DELETE FROM environments WHERE deleted_at IS NOT NULL')

  return {
    /** Built-in ones first, then in the order they were added. */
    list: (): StoredEnvironment[] => list.all().map(fromRow),
    get: (id: string): StoredEnvironment | null => {
      const row = one.get(id)
      return row === undefined ? null : fromRow(row)
    },
    add: ({ id, builtIn, value, unknown = {} }: StoredEnvironment): void => {
      insert.run(id, Number(builtIn), JSON.stringify(value), JSON.stringify(unknown))
    },
    keepUnknown: (id: string, unknown: JsonTree): void => {
      keepUnknown.run(JSON.stringify(unknown), id)
    },
    /** Whether an environment has this id, or had it and can be restored. */
    isTaken: (id: string): boolean => taken.get(id) !== undefined,
    /** For good, with all that belongs to it. */
    erase: (id: string): void => {
      erase.run(id)
    },
    /** False when it is not there. */
    update: (id: string, value: EnvironmentInput): boolean => update.run(JSON.stringify(value), id).changes === 1,
    /** Sets it aside so that it can be restored while the app runs. False when it is built in or not there. */
    delete: (id: string, now: number): boolean => remove.run(now, id).changes === 1,
    restore: (id: string): boolean => restore.run(id).changes === 1,
    purgeDeleted: (): void => {
      purge.run()
    },
  }
}
