import type { NamedText } from './named/named-text.ts'

/** Levels and members that are read: more has no settings of a client. */
const deepest = 8
const most = 5000

/** Characters of a name with those before it: the end counts. */
const longest = 200

export type JsonObjectLike = Record<string, unknown>

export const isJsonObject = (value: unknown): value is JsonObjectLike =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** All texts of a JSON value with the names of the members that lead to them; texts of a list are one, with spaces. */
export function jsonTexts(value: unknown): NamedText[] {
  const found: NamedText[] = []
  const pending: { path: string; value: unknown; depth: number }[] = [{ path: '', value, depth: 0 }]
  for (let at = 0; at < pending.length && at < most; at++) {
    const { path, value: one, depth } = pending[at] ?? { path: '', value: null, depth: deepest }
    if (typeof one === 'string') found.push({ name: path, text: one })
    else if (Array.isArray(one) && one.length > 0 && one.every((item) => typeof item === 'string')) {
      found.push({ name: path, text: one.join(' ') })
    } else if (typeof one === 'object' && one !== null && depth < deepest) {
      for (const [name, member] of Object.entries(one).slice(0, most)) {
        const inner = `${path === '' ? '' : `${path}.`}${name.slice(-longest)}`
        pending.push({ path: inner.slice(-longest), value: member, depth: depth + 1 })
      }
    }
  }
  return found
}

/** Every object within a JSON value, itself included, the outer ones first. */
export function jsonObjects(value: unknown): JsonObjectLike[] {
  const pending: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  const found: JsonObjectLike[] = []
  for (let at = 0; at < pending.length && at < most; at++) {
    const { value: one, depth } = pending[at] ?? { value: null, depth: deepest }
    if (typeof one !== 'object' || one === null) continue
    if (isJsonObject(one)) found.push(one)
    if (depth >= deepest) continue
    for (const member of Object.values(one).slice(0, most)) pending.push({ value: member, depth: depth + 1 })
  }
  return found
}
