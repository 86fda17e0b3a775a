import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type SecretName, secretNameSchema } from '../../contract/secret.ts'

/** `current` is the secret in use, `next` one that waits to prove itself. */
export type Slot = 'current' | 'next'

const rowSchema = z.strictObject({
  environmentId: z.string(),
  name: secretNameSchema,
  slot: z.enum(['current', 'next']),
  version: z.number(),
  /** Milliseconds since 1970. */
  setAt: z.number(),
  sealed: z.instanceof(Uint8Array),
})
export type SealedSecret = z.infer<typeof rowSchema>
/** Everything about a stored secret but itself. */
export type SecretFacts = Omit<SealedSecret, 'sealed'>

export type SecretTable = ReturnType<typeof secretTable>

export function secretTable(database: DatabaseSync) {
  const facts = 'environment_id AS environmentId, name, slot, version, set_at AS setAt'
  const all = database.prepare(`SELECT ${facts}, sealed FROM secrets`)
  const ofEnvironment = database.prepare(`SELECT ${facts} FROM secrets WHERE environment_id = ?`)
  const one = database.prepare(
    `SELECT ${facts}, sealed FROM secrets WHERE environment_id = ? AND name = ? AND slot = ?`,
  )
  const newest = database.prepare('SELECT max(version) AS version FROM secrets WHERE environment_id = ? AND name = ?')
  const put = database.prepare(
    `INSERT INTO secrets (environment_id, name, slot, version, set_at, sealed) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (environment_id, name, slot)
     DO UPDATE SET version = excluded.version, set_at = excluded.set_at, sealed = excluded.sealed`,
  )
  const remove = database.prepare('DELETE FROM secrets WHERE environment_id = ? AND name = ? AND slot = ?')
  const promote = database.prepare(
    "UPDATE OR REPLACE secrets SET slot = 'current' WHERE environment_id = ? AND name = ? AND slot = 'next'",
  )
  const count = database.prepare('SELECT count(*) AS count FROM secrets')
  const clear = database.prepare('DELETE FROM secrets')
  const factsSchema = rowSchema.omit({ sealed: true })
  const given = new Map<string, number>()

  return {
    all: (): SealedSecret[] => all.all().map((row) => rowSchema.parse(row)),
    list: (environmentId: string): SecretFacts[] =>
      ofEnvironment.all(environmentId).map((row) => factsSchema.parse(row)),
    get: (environmentId: string, name: SecretName, slot: Slot): SealedSecret | null => {
      const row = one.get(environmentId, name, slot)
      return row === undefined ? null : rowSchema.parse(row)
    },
    /** Above every version of this secret that there is or was since the start: a token may still name one that is gone. */
    nextVersion: (environmentId: string, name: SecretName): number => {
      const place = `${environmentId} ${name}`
      const stored = Number(newest.get(environmentId, name)?.['version'] ?? 0)
      const version = Math.max(stored, given.get(place) ?? 0) + 1
      given.set(place, version)
      return version
    },
    put: ({ environmentId, name, slot, version, setAt, sealed }: SealedSecret): void => {
      put.run(environmentId, name, slot, version, setAt, sealed)
    },
    delete: (environmentId: string, name: SecretName, slot: Slot): void => {
      remove.run(environmentId, name, slot)
    },
    /** Puts what waits in the place of the secret in use. */
    promote: (environmentId: string, name: SecretName): void => {
      promote.run(environmentId, name)
    },
    count: (): number => Number(count.get()?.['count'] ?? 0),
    clear: (): void => {
      clear.run()
    },
  }
}
