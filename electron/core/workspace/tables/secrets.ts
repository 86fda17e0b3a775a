import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type SecretName, secretNameSchema } from '../../../contract/secret.ts'
import { checkedTable, type DamageListener, type Row } from './checked-table.ts'
import { transactionOf } from './transaction.ts'

/** `current` is the secret in use, `next` one that waits to prove itself. */
export type Slot = 'current' | 'next'

const secretSchema = z.strictObject({
  environmentId: z.string(),
  name: secretNameSchema,
  slot: z.enum(['current', 'next']),
  version: z.number(),
  /** Milliseconds since 1970. */
  setAt: z.number(),
  sealed: z.instanceof(Uint8Array),
})
export type SealedSecret = z.infer<typeof secretSchema>
/** Everything about a stored secret but itself. */
export type SecretFacts = Omit<SealedSecret, 'sealed'>

export type SecretTable = ReturnType<typeof secretTable>

/**
 * What seals a secret notices damage to it itself, so a row whose checksum does not match is given all the same, as long as
 * it can be read: it says that there is a secret.
 */
export function secretTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'secrets', ['environment_id', 'name', 'slot'], noticed)
  const all = rows.selectAll('')
  const ofEnvironment = rows.selectAll('WHERE environment_id = ?')
  const one = rows.selectAll('WHERE environment_id = ? AND name = ? AND slot = ?')
  const newest = database.prepare('SELECT max(version) AS version FROM secrets WHERE environment_id = ? AND name = ?')
  const remove = database.prepare('DELETE FROM secrets WHERE environment_id = ? AND name = ? AND slot = ?')
  const count = database.prepare('SELECT count(*) AS count FROM secrets')
  const clear = database.prepare('DELETE FROM secrets')
  const transaction = transactionOf(database)
  const given = new Map<string, number>()

  return {
    all: (): SealedSecret[] => all().flatMap(fromRow),
    list: (environmentId: string): SecretFacts[] =>
      ofEnvironment(environmentId)
        .flatMap(fromRow)
        .map(({ sealed: _sealed, ...facts }) => facts),
    get: (environmentId: string, name: SecretName, slot: Slot): SealedSecret | null =>
      one(environmentId, name, slot).flatMap(fromRow)[0] ?? null,
    /** Above every version of this secret that there is or was since the start: a token may still name one that is gone. */
    nextVersion: (environmentId: string, name: SecretName): number => {
      const place = `${environmentId} ${name}`
      const stored = Number(newest.get(environmentId, name)?.['version'] ?? 0)
      const version = Math.max(stored, given.get(place) ?? 0) + 1
      given.set(place, version)
      return version
    },
    put: ({ environmentId, name, slot, version, setAt, sealed }: SealedSecret): void => {
      rows.put({ environment_id: environmentId, name, slot, version, set_at: setAt, sealed: Uint8Array.from(sealed) })
    },
    delete: (environmentId: string, name: SecretName, slot: Slot): void => {
      remove.run(environmentId, name, slot)
    },
    /** Puts what waits in the place of the secret in use. */
    promote: (environmentId: string, name: SecretName): void => {
      transaction(() => {
        const [row] = one(environmentId, name, 'next')
        if (row === undefined) return
        remove.run(environmentId, name, 'next')
        rows.put({ ...row, slot: 'current' })
      })
    },
    count: (): number => Number(count.get()?.['count'] ?? 0),
    clear: (): void => {
      clear.run()
    },
  }
}

function fromRow({ environment_id: environmentId, set_at: setAt, name, slot, version, sealed }: Row): SealedSecret[] {
  const { data } = secretSchema.safeParse({ environmentId, name, slot, version, setAt, sealed })
  return data === undefined ? [] : [data]
}

export type DataKeyTable = ReturnType<typeof dataKeyTable>

/** The one row that holds the wrapped key of the stored secrets, as JSON. */
export function dataKeyTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'data_key', ['id'], noticed)
  const one = rows.selectAll('WHERE id = 1')
  const remove = database.prepare('DELETE FROM data_key')

  return {
    /** Null when there is none. A damaged one is given as it is: it has a check value, and no other may take its place. */
    get: (): unknown => {
      const [row] = one()
      return row === undefined ? null : parse(String(row['value']))
    },
    put: (value: object): void => {
      rows.put({ id: 1, value: JSON.stringify(value) })
    },
    delete: (): void => {
      remove.run()
    },
  }
}

/** What is no JSON is given as the text that it is. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
