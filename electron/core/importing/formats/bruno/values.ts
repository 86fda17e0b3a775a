import { isMembers, type Members, memberNamed } from '../../../json/json-members.ts'
import { textOf } from '../support/values.ts'

/** What a member is as text; empty for what is none, or an object. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  return textOf(valueAt(value, ...path))
}

/** An own member of a member, or an item of it; undefined where there is none. */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value
  for (const step of path) {
    if (Array.isArray(found)) found = typeof step === 'number' ? found[step] : undefined
    else found = isMembers(found) ? memberNamed(found, String(step)) : undefined
  }
  return found
}

export interface Item {
  members: Members
  index: number
}

/** The objects of a list, with their places in it. */
export function itemsAt(value: unknown, ...path: readonly (string | number)[]): Item[] {
  const list: unknown = valueAt(value, ...path)
  if (!Array.isArray(list)) return []
  return list.flatMap((members: unknown, index) => (isMembers(members) ? [{ members, index }] : []))
}
