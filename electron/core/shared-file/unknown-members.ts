import type { z } from 'zod'
import { canonicalJson } from '../json/canonical-json.ts'
import { isMembers, type Members, memberNamed } from '../json/json-members.ts'
import type { Path } from '../json/json-place.ts'

/**
 * Members that this version of the app does not know, at the object that has them; and those further inside, by the name
 * of the member, or by what tells an item of a list from the others.
 */
export interface Unknown {
  members?: Members
  within?: Readonly<Record<string, Unknown>>
}

export type Taken<Value> =
  | { ok: true; value: Value; unknown: Unknown; paths: readonly Path[] }
  | { ok: false; path: Path; message: string }

/** Parses what is known of a value, and takes aside every member that the (strict) schema does not know. */
export function takeUnknown<Value>(schema: z.ZodType<Value>, given: unknown): Taken<Value> {
  const first = schema.safeParse(given)
  if (first.success) return { ok: true, value: first.data, unknown: {}, paths: [] }
  const extra = first.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((name) => [...issue.path.map(stepOf), name]) : [],
  )
  const known = extra.length === 0 ? first : schema.safeParse(without(given, extra))
  if (!known.success) return problemOf(known.error)
  const paths: Path[] = []
  return { ok: true, value: known.data, unknown: differing(given, known.data, [], paths), paths }
}

/** Puts back what was taken aside. What became known meanwhile wins. */
export function withUnknown(value: unknown, { members = {}, within = {} }: Unknown): unknown {
  const inside = new Map(Object.entries(within))
  const deeper = (item: unknown, key: string): unknown => {
    const unknown = inside.get(key)
    return unknown === undefined ? item : withUnknown(item, unknown)
  }
  if (Array.isArray(value)) {
    const keyOf = itemKeys()
    return value.map((item: unknown) => deeper(item, keyOf(item)))
  }
  if (!isMembers(value)) return value
  const known = Object.entries(value).map(([name, member]): [string, unknown] => [name, deeper(member, name)])
  return Object.fromEntries([...Object.entries(members), ...known])
}

function without(value: unknown, paths: readonly Path[]): unknown {
  const gone = new Set(paths.flatMap((path) => (path.length === 1 ? path : [])))
  const deeper = Map.groupBy(
    paths.filter((path) => path.length > 1),
    ([first]) => first,
  )
  const under = (step: string | number) => (deeper.get(step) ?? []).map((path) => path.slice(1))
  const isGone = (name: string) => gone.has(name)
  if (paths.length === 0) return value
  if (Array.isArray(value)) return value.map((item: unknown, index) => without(item, under(index)))
  if (!isMembers(value)) return value
  const kept = Object.entries(value).filter(([name]) => !isGone(name))
  return Object.fromEntries(kept.map(([name, member]) => [name, without(member, under(name))]))
}

/** What `given` has and `known`, its parsed form, has not. */
function differing(given: unknown, known: unknown, path: Path, paths: Path[]): Unknown {
  const within: [string, Unknown][] = []
  const look = (key: string, step: string | number, from: unknown, to: unknown) => {
    const unknown = differing(from, to, [...path, step], paths)
    if (unknown.members !== undefined || unknown.within !== undefined) within.push([key, unknown])
  }
  const members: [string, unknown][] = []
  if (Array.isArray(given) && Array.isArray(known)) {
    const keyOf = itemKeys()
    for (const [index, item] of known.entries()) look(keyOf(item), index, given[index], item)
  } else if (isMembers(given) && isMembers(known)) {
    for (const [name, member] of Object.entries(given)) {
      if (Object.hasOwn(known, name)) look(name, name, member, known[name])
      else {
        members.push([name, member])
        paths.push([...path, name])
      }
    }
  }
  return {
    ...(members.length > 0 && { members: Object.fromEntries(members) }),
    ...(within.length > 0 && { within: Object.fromEntries(within) }),
  }
}

/**
 * Names items of a list by their id, else by what they say and how often it was said before, so that what is unknown of
 * an item follows it, and goes when the item is changed rather than to a neighbour.
 */
function itemKeys(): (item: unknown) => string {
  const counts = new Map<string, number>()
  return (item) => {
    const id = isMembers(item) ? memberNamed(item, 'id') : undefined
    const text = typeof id === 'string' ? `id ${id}` : canonicalJson(item)
    const count = (counts.get(text) ?? 0) + 1
    counts.set(text, count)
    return `${count} ${text}`
  }
}

const stepOf = (step: PropertyKey): string | number => (typeof step === 'number' ? step : String(step))

function problemOf({ issues: [issue] }: z.core.$ZodError): { ok: false; path: Path; message: string } {
  if (issue === undefined) return { ok: false, path: [], message: '' }
  // Of an empty text or something else, what is wrong with the something else.
  const [inner] = issue.code === 'invalid_union' ? (issue.errors.at(-1) ?? []) : []
  return { ok: false, path: issue.path.map(stepOf), message: (inner ?? issue).message }
}
