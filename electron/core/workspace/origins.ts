import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type OriginBound, originBoundSchema } from '../../contract/secret.ts'

const boundSchema = z.strictObject({ name: originBoundSchema, origin: z.string() })
export type Bound = z.infer<typeof boundSchema>

export type OriginTable = ReturnType<typeof originTable>

/** The origins that each secret of an environment may be sent to. */
export function originTable(database: DatabaseSync) {
  const list = database.prepare(
    'SELECT origin FROM secret_origins WHERE environment_id = ? AND name = ? ORDER BY origin',
  )
  const ofEnvironment = database.prepare(
    'SELECT name, origin FROM secret_origins WHERE environment_id = ? ORDER BY name, origin',
  )
  const add = database.prepare('INSERT OR IGNORE INTO secret_origins (environment_id, name, origin) VALUES (?, ?, ?)')
  const remove = database.prepare('DELETE FROM secret_origins WHERE environment_id = ? AND name = ?')

  return {
    list: (environmentId: string, name: OriginBound): string[] =>
      list.all(environmentId, name).map((row) => String(row['origin'])),
    /** Of every secret. */
    all: (environmentId: string): Bound[] => ofEnvironment.all(environmentId).map((row) => boundSchema.parse(row)),
    add: (environmentId: string, name: OriginBound, origin: string): void => {
      add.run(environmentId, name, origin)
    },
    clear: (environmentId: string, name: OriginBound): void => {
      remove.run(environmentId, name)
    },
  }
}
