import type { DatabaseSync } from 'node:sqlite'
import { checkedTable, type DamageListener, type Row } from './checked-table.ts'

export type SealedTable = ReturnType<typeof sealedTable>

interface SealedValue {
  name: string
  sealed: Uint8Array
}

/** Sealed texts that belong to no environment, by name: one's own keys for sharing. What seals them notices damage itself. */
export function sealedTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'sealed_values', ['name'], noticed)
  const all = rows.selectAll('')
  const one = rows.selectAll('WHERE name = ?')
  const clear = database.prepare('DELETE FROM sealed_values')

  return {
    all: (): SealedValue[] => all().map(fromRow),
    get: (name: string): Uint8Array | null => one(name).map(fromRow)[0]?.sealed ?? null,
    put: (name: string, sealed: Uint8Array): void => {
      rows.put({ name, sealed: Uint8Array.from(sealed) })
    },
    clear: (): void => {
      clear.run()
    },
  }
}

/** What is no blob cannot be opened, as any other damage. */
function fromRow({ name, sealed }: Row): SealedValue {
  return { name: String(name), sealed: sealed instanceof Uint8Array ? sealed : new Uint8Array() }
}
