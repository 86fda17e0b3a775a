import type { DatabaseSync } from 'node:sqlite'
import { checkedTable, type DamageListener } from './checked-table.ts'

export type ContactKind = 'own' | 'recipient' | 'author'

/** A public key that files are encrypted to or signed with, with a person's name for it. */
export interface Contact {
  /** An age recipient, or an Ed25519 public key in base64url. */
  key: string
  name: string
}

export type ContactTable = ReturnType<typeof contactTable>

export function contactTable(database: DatabaseSync, noticed: DamageListener = () => {}) {
  const rows = checkedTable(database, 'sharing_contacts', ['kind', 'key'], noticed)
  const list = rows.select('WHERE kind = ? ORDER BY value, key')
  const remove = database.prepare('DELETE FROM sharing_contacts WHERE kind = ? AND key = ?')
  const clear = database.prepare('DELETE FROM sharing_contacts WHERE kind = ?')

  return {
    list: (kind: ContactKind): Contact[] =>
      list(kind).map((row) => ({ key: String(row['key']), name: String(row['value']) })),
    put: (kind: ContactKind, { key, name }: Contact): void => {
      rows.put({ kind, key, value: name })
    },
    delete: (kind: ContactKind, key: string): void => {
      remove.run(kind, key)
    },
    clear: (kind: ContactKind): void => {
      clear.run(kind)
    },
  }
}
