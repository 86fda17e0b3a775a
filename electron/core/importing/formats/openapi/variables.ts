import type { DraftCall, DraftVariable } from '../../drafts/import-draft.ts'
import type { MadeCall } from './calls.ts'

/** A variable of the whole description has one value; one that differs from path to path is of each call. */
export function withVariables(made: readonly MadeCall[]): { calls: DraftCall[]; variables: DraftVariable[] } {
  const values = new Map<string, Set<string>>()
  const secrets = new Map<string, DraftVariable>()
  for (const { pathValues, keys } of made) {
    for (const [name, value] of pathValues) {
      const known = values.get(name) ?? new Set()
      values.set(name, value === '' ? known : known.add(value))
    }
    for (const key of keys) secrets.set(key.name, key)
  }
  const calls = made.map(({ call, pathValues }) => {
    const own = [...pathValues].filter(([name, value]) => value !== '' && (values.get(name)?.size ?? 0) > 1)
    return own.length === 0
      ? call
      : Object.assign(call, { variables: own.map(([name, value]) => ({ name, value, secret: false })) })
  })
  const shared = [...values].map(([name, found]) => ({
    name,
    value: found.size === 1 ? ([...found][0] ?? '') : '',
    secret: false,
  }))
  return { calls, variables: [...shared.filter(({ name }) => !secrets.has(name)), ...secrets.values()] }
}
