import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type OriginBound, originBoundSchema } from '../../../contract/secret.ts'
import { type Way, waySchema } from '../../../contract/way.ts'
import { checkedTable, type DamageListener, readJson } from './checked-table.ts'

const boundSchema = z.strictObject({ name: originBoundSchema, origin: z.string(), way: waySchema })
/** What may be sent where, and how. */
export type Bound = z.infer<typeof boundSchema>

const withoutWaySchema = z.strictObject({ environmentId: z.string(), name: originBoundSchema, origin: z.string() })

export type OriginTable = ReturnType<typeof originTable>

/**
 * The origins that each secret of an environment may be sent to, and the way there. A row that is not as it was written
 * allows nothing.
 */
export function originTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'secret_origins', ['environment_id', 'name', 'origin', 'way'], noticed)
  const ofEnvironment = rows.select('WHERE environment_id = ? ORDER BY name, origin, way')
  const withoutWay = rows.select("WHERE way = ''")
  const remove = database.prepare('DELETE FROM secret_origins WHERE environment_id = ? AND name = ?')
  const removeOne = database.prepare(
    'DELETE FROM secret_origins WHERE environment_id = ? AND name = ? AND origin = ? AND way = ?',
  )
  const removeWithoutWay = database.prepare("DELETE FROM secret_origins WHERE way = ''")
  const removeAll = database.prepare('DELETE FROM secret_origins WHERE environment_id = ?')
  const all = (environmentId: string): Bound[] =>
    ofEnvironment(environmentId).flatMap(({ name, origin, way }) => {
      const { data } = boundSchema.safeParse({ name, origin, way: readJson(waySchema, way) })
      return data === undefined ? [] : [data]
    })

  return {
    /** Of every secret. */
    all,
    list: (environmentId: string, name: OriginBound): Bound[] =>
      all(environmentId).filter((bound) => bound.name === name),
    add: (environmentId: string, { name, origin, way }: Bound): void => {
      rows.put({ environment_id: environmentId, name, origin, way: wayText(way) })
    },
    remove: (environmentId: string, { name, origin, way }: Bound): void => {
      removeOne.run(environmentId, name, origin, wayText(way))
    },
    clear: (environmentId: string, name: OriginBound): void => {
      remove.run(environmentId, name)
    },
    /** What an earlier version of the app allowed, which bound no ways. */
    withoutWay: () =>
      withoutWay().flatMap(({ environment_id: environmentId, name, origin }) => {
        const { data } = withoutWaySchema.safeParse({ environmentId, name, origin })
        return data === undefined ? [] : [data]
      }),
    clearWithoutWay: (): void => {
      removeWithoutWay.run()
    },
    clearAll: (environmentId: string): void => {
      removeAll.run(environmentId)
    },
  }
}

/** The members in one order: the text is part of the row's key. */
function wayText({ proxy, bypass, ca, caFile, acceptedCertificate }: Way): string {
  return JSON.stringify({ proxy, bypass, ca, caFile, acceptedCertificate })
}
