import type { DatabaseSync } from 'node:sqlite'

export type SealedTable = ReturnType<typeof sealedTable>

/** Sealed texts that belong to no environment, by name: one's own keys for sharing. */
export function sealedTable(database: DatabaseSync) {
  const all = database.prepare('SELECT name, sealed FROM sealed_values')
  const one = database.prepare('SELECT sealed FROM sealed_values WHERE name = ?')
  const put = database.prepare(
    'INSERT INTO sealed_values (name, sealed) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed',
  )
  const clear = database.prepare('DELETE FROM sealed_values')

  return {
    all: (): { name: string; sealed: Uint8Array }[] =>
      all.all().map((row) => ({ name: String(row['name']), sealed: bytesOf(row['sealed']) })),
    get: (name: string): Uint8Array | null => {
      const row = one.get(name)
      return row === undefined ? null : bytesOf(row['sealed'])
    },
    put: (name: string, sealed: Uint8Array): void => {
      put.run(name, sealed)
    },
    clear: (): void => {
      clear.run()
    },
  }
}

function bytesOf(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new Error('A sealed value is no blob.')
  return value
}
