import type { DatabaseSync } from 'node:sqlite'
import { wordsIn } from '../../common/words-in.ts'
import { hasTerm, type SearchTerm } from './search-text.ts'

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

/** Environments with each of some terms in the names that they have now: the index has those that they had. */
export function environmentsNamed(workspace: DatabaseSync): (terms: readonly SearchTerm[]) => Set<string>[] {
  const all = workspace.prepare(
    `SELECT id, CASE WHEN json_valid(value) THEN json_extract(value, '$.name') END AS name
     FROM environments WHERE deleted_at IS NULL`,
  )
  const words = new Map<string, readonly string[]>()
  const wordsOf = (name: string): readonly string[] => {
    const known = words.get(name) ?? wordsIn(name)
    words.set(name, known)
    return known
  }
  return (terms) => {
    const named = all.all().map(({ id, name }) => ({ id: String(id), words: wordsOf(String(name ?? '')) }))
    return terms.map((term) => new Set(named.flatMap(({ id, words }) => (hasTerm(words, term) ? [id] : []))))
  }
}
