import type { DatabaseSync } from 'node:sqlite'

/** The name that an environment has; null where it is gone. */
export function environmentNames(workspace: DatabaseSync): (id: string | null) => string | null {
  const name = workspace.prepare(
    `SELECT CASE WHEN json_valid(value) THEN json_extract(value, '$.name') END AS name
     FROM environments WHERE id = ? AND deleted_at IS NULL`,
  )
  return (id) => {
    const found = id === null ? undefined : name.get(id)?.['name']
    return typeof found === 'string' ? found : null
  }
}
