import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type OriginBound, originBoundSchema } from '../../contract/secret.ts'
import { checkedTable, type DamageListener } from './checked-table.ts'

const boundSchema = z.object({ name: originBoundSchema, origin: z.string() })
export type Bound = z.infer<typeof boundSchema>

export type OriginTable = ReturnType<typeof originTable>

/** The origins that each secret of an environment may be sent to. A row that is not as it was written allows nothing. */
export function originTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'secret_origins', ['environment_id', 'name', 'origin'], noticed)
  const list = rows.select('WHERE environment_id = ? AND name = ? ORDER BY origin')
  const ofEnvironment = rows.select('WHERE environment_id = ? ORDER BY name, origin')
  const remove = database.prepare('DELETE FROM secret_origins WHERE environment_id = ? AND name = ?')

  return {
    list: (environmentId: string, name: OriginBound): string[] =>
      list(environmentId, name).map((row) => String(row['origin'])),
    /** Of every secret. */
    all: (environmentId: string): Bound[] =>
      ofEnvironment(environmentId).flatMap((row) => boundSchema.safeParse(row).data ?? []),
    add: (environmentId: string, name: OriginBound, origin: string): void => {
      rows.put({ environment_id: environmentId, name, origin })
    },
    clear: (environmentId: string, name: OriginBound): void => {
      remove.run(environmentId, name)
    },
  }
}
