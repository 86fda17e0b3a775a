import { isMembers, type Members, memberNamed } from '../../../json/json-members.ts'
import { listOf, textOf, textOrJson } from '../support/values.ts'

/** A description is a text or an object with one. */
export const descriptionOf = (value: unknown): string =>
  isMembers(value) ? textOf(memberNamed(value, 'content')) : textOf(value)

/** Lists of named values: objects with `key` and `value`, which v1 calls `id` or `name`. */
export function rowsOf(value: unknown): Row[] {
  return listOf(value).flatMap((item) => {
    if (!isMembers(item)) return []
    const key = textOf(memberNamed(item, 'key') ?? memberNamed(item, 'id') ?? memberNamed(item, 'name'))
    return [{ key, value: memberNamed(item, 'value'), enabled: isEnabled(item), members: item }]
  })
}

export interface Row {
  key: string
  value: unknown
  enabled: boolean
  members: Members
}

/** Collections say `disabled`, environments `enabled`. */
const isEnabled = (row: Members): boolean =>
  memberNamed(row, 'disabled') !== true && memberNamed(row, 'enabled') !== false

/**
 * The texts of a value: itself, or those of a list or of an object, whose names are ids that say nothing:
 * `{ "21156c61-…": "https://api.example" }`.
 */
export function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return textOf(value) === '' ? [] : [textOf(value)]
  const inner: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
  return inner.map((item) => (isMembers(item) ? textOrJson(memberNamed(item, 'value')) : textOf(item))).filter(Boolean)
}
