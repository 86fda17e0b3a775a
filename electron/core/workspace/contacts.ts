import type { DatabaseSync } from 'node:sqlite'

export type ContactKind = 'own' | 'recipient' | 'author'

/** A public key that files are encrypted to or signed with, with a person's name for it. */
export interface Contact {
  /** An age recipient, or an Ed25519 public key in base64url. */
  key: string
  name: string
}

export type ContactTable = ReturnType<typeof contactTable>

export function contactTable(database: DatabaseSync) {
  const list = database.prepare('SELECT key, value FROM sharing_contacts WHERE kind = ? ORDER BY value, key')
  const put = database.prepare(
    'INSERT INTO sharing_contacts (kind, key, value) VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value',
  )
  const remove = database.prepare('DELETE FROM sharing_contacts WHERE kind = ? AND key = ?')
  const clear = database.prepare('DELETE FROM sharing_contacts WHERE kind = ?')

  return {
    list: (kind: ContactKind): Contact[] =>
      list.all(kind).map((row) => ({ key: String(row['key']), name: String(row['value']) })),
    put: (kind: ContactKind, { key, name }: Contact): void => {
      put.run(kind, key, name)
    },
    delete: (kind: ContactKind, key: string): void => {
      remove.run(kind, key)
    },
    clear: (kind: ContactKind): void => {
      clear.run(kind)
    },
  }
}
