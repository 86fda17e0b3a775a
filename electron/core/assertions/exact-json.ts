import { exactNumber } from '../json/exact-number.ts'
import { isMembers } from '../json/json-members.ts'

/**
 * A JSON value in which no digit is lost: texts and names begin with `s`, numbers are texts that begin with `n`. Of
 * duplicate names the last counts.
 */
export type Exact = string | boolean | null | readonly Exact[] | { readonly [name: string]: Exact }

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g

/** Reads JSON, which may be hostile but not too deep. @throws where it is none */
export function exactOf(json: string): Exact {
  // It judges first, because what is replaced below would be JSON as well.
  JSON.parse(json)
  const marked = json.replace(tokens, (token) =>
    token.startsWith('"') ? `"s${token.slice(1)}` : `"n${exactNumber(token)}"`,
  )
  const value: Exact = JSON.parse(marked)
  return value
}

/** Whether two values mean the same; the order of members does not count. */
export function isSameJson(one: Exact, other: Exact): boolean {
  if (one === other) return true
  if (isList(one)) {
    return (
      isList(other) && one.length === other.length && one.every((item, index) => isSameJson(item, other[index] ?? null))
    )
  }
  if (!isObject(one) || !isObject(other)) return false
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => hasSame(other, name, one[name] ?? null))
}

/**
 * Whether a text has this part, a list an item that means the same, an object all members of the other. Other values have
 * what they are.
 */
export function hasJson(value: Exact, wanted: Exact): boolean {
  if (isText(value) && isText(wanted)) return value.slice(1).includes(wanted.slice(1))
  if (isList(value)) return value.some((item) => isSameJson(item, wanted))
  if (isObject(value) && isObject(wanted)) {
    return Object.keys(wanted).every((name) => hasSame(value, name, wanted[name] ?? null))
  }
  return isSameJson(value, wanted)
}

const hasSame = (object: Readonly<Record<string, Exact>>, name: string, value: Exact): boolean =>
  Object.hasOwn(object, name) && isSameJson(object[name] ?? null, value)

export const isText = (value: Exact): value is string => typeof value === 'string' && value.startsWith('s')
const isList = (value: Exact): value is readonly Exact[] => Array.isArray(value)
const isObject = (value: Exact): value is Readonly<Record<string, Exact>> => isMembers(value)
