import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type EnvironmentInput, environmentInputSchema } from '../../../contract/environment.ts'
import { checkedTable, type DamageListener, readJson, type Row } from './checked-table.ts'
import { movedRows, type Place } from './move-rows.ts'
import { transactionOf } from './transaction.ts'

/** An environment as it is stored: without its secret and its state. */
export interface StoredEnvironment {
  id: string
  builtIn: boolean
  value: EnvironmentInput
  /** What a shared file held beyond `value` and this version does not know; kept for when it is shared again. */
  unknown?: JsonTree
}

/** What a list needs: to read no more of 1,000 rows is most of what listing them costs. */
const namedSchema = z.object({
  name: environmentInputSchema.shape.name,
  stage: environmentInputSchema.shape.stage,
  provider: environmentInputSchema.shape.provider,
  issuer: environmentInputSchema.shape.issuer,
  folder: environmentInputSchema.shape.folder,
})
export type ListedEnvironment = z.infer<typeof namedSchema> & Pick<StoredEnvironment, 'id' | 'builtIn'>

/** Members by name; the values are JSON. */
const jsonTreeSchema = z.record(z.string(), z.unknown())
export type JsonTree = z.infer<typeof jsonTreeSchema>

export type EnvironmentTable = ReturnType<typeof environmentTable>

export function environmentTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  // By source text: parsing a row again for every request is a tenth of what core adds to one.
  const parsed = new Map<string, { text: string; value: EnvironmentInput }>()
  const fromRow = (row: Row): StoredEnvironment[] => {
    const id = String(row['id'])
    const text = String(row['value'])
    let known = parsed.get(id)
    if (known?.text !== text) {
      const value = readJson(environmentInputSchema, text)
      if (value === null) {
        noticed('environments', row)
        return []
      }
      known = { text, value }
      parsed.set(id, known)
    }
    // What a file held beside is not worth an environment.
    const unknown = readJson(jsonTreeSchema, row['unknown']) ?? {}
    return [{ id, builtIn: row['built_in'] === 1, value: known.value, unknown }]
  }
  const summaryOf = (row: Row): ListedEnvironment[] => {
    const named = readJson(namedSchema, row['value'])
    if (named !== null) return [{ id: String(row['id']), builtIn: row['built_in'] === 1, ...named }]
    noticed('environments', row)
    return []
  }
  const rows = checkedTable(database, 'environments', ['id'], noticed)
  const transaction = transactionOf(database)
  const list = rows.select('WHERE deleted_at IS NULL ORDER BY built_in DESC, position')
  const present = rows.select('WHERE id = ? AND deleted_at IS NULL')
  const any = rows.select('WHERE id = ?')
  const has = database.prepare('SELECT 1 FROM environments WHERE id = ? AND deleted_at IS NULL')
  const taken = database.prepare('SELECT 1 FROM environments WHERE id = ?')
  const last = database.prepare('SELECT coalesce(max(position), 0) AS position FROM environments')
  const erase = database.prepare('DELETE FROM environments WHERE id = ? AND built_in = 0')
  const purge = database.prepare('DELETE FROM environments WHERE deleted_at IS NOT NULL')

  /** Writes a row that was read, with something other in it; false when there was none. */
  function change([row]: readonly Row[], changed: Row): boolean {
    if (row !== undefined) rows.put({ ...row, ...changed })
    return row !== undefined
  }

  return {
    /** Built-in ones first, then in the order they were added. A row that cannot be read, or is not as it was written, stays, and is left out. */
    list: (): StoredEnvironment[] => list().flatMap(fromRow),
    summaries: (): ListedEnvironment[] => list().flatMap(summaryOf),
    get: (id: string): StoredEnvironment | null => present(id).flatMap(fromRow)[0] ?? null,
    /** `asideAt` sets it aside at once, as if it had been deleted then: it can be restored, or erased. */
    add: ({ id, builtIn, value, unknown = {} }: StoredEnvironment, asideAt: number | null = null): void => {
      transaction(() => {
        if (taken.get(id) !== undefined) throw new Error(`There is an environment with the id ${id}.`)
        const position = Number(last.get()?.['position'] ?? 0) + 1
        const own = { id, position, built_in: Number(builtIn), deleted_at: asideAt }
        rows.put({ ...own, value: JSON.stringify(value), unknown: JSON.stringify(unknown) })
      })
    },
    keepUnknown: (id: string, unknown: JsonTree): void => {
      transaction(() => change(any(id), { unknown: JSON.stringify(unknown) }))
    },
    has: (id: string): boolean => has.get(id) !== undefined,
    /** Whether an environment has this id, or had it and can be restored. */
    isTaken: (id: string): boolean => taken.get(id) !== undefined,
    /** For good, with all that belongs to it. */
    erase: (id: string): void => {
      erase.run(id)
    },
    /** False when it is not there. */
    update: (id: string, value: EnvironmentInput): boolean =>
      transaction(() => change(present(id), { value: JSON.stringify(value) })),
    /** Sets it aside so that it can be restored while the app runs. False when it is built in or not there. */
    delete: (id: string, now: number): boolean =>
      transaction(() =>
        change(
          present(id).filter((row) => row['built_in'] === 0),
          { deleted_at: now },
        ),
      ),
    /** Into a folder, before another of the list or, for null, behind all of the folder. False when either is built in or not there. */
    move: (id: string, place: Place): boolean =>
      transaction(() => {
        const movable = list().filter((row) => row['built_in'] === 0)
        const moved = movedRows(movable, id, place)
        for (const row of moved ?? []) rows.put(row)
        return moved !== null
      }),
    restore: (id: string): boolean => transaction(() => change(any(id), { deleted_at: null })),
    purgeDeleted: (): void => {
      purge.run()
    },
  }
}
