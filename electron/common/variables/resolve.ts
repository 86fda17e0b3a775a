import type { ApiRequest } from '../../contract/api-call.ts'
import { variablePattern } from '../../vocabulary/variables.ts'
import { withTexts } from './with-texts.ts'

export interface Resolved {
  request: ApiRequest
  /** Variables that have no value, each once for each field; they are left in the request as they are. */
  missing: readonly { name: string; field: string }[]
  /** The fields that would be too long with their values in them; they are left as they are. */
  tooLong: readonly string[]
}

/** Characters of a request with its values in it: a short text may name a long value ten thousand times. */
const mostResolved = 8_000_000

/** Characters of a URL with its values in it: where a longer one leads is not looked at when a file with it is taken in. */
export const mostUrl = 100_000

/** Replaces every `{{name}}` with its value, literally and once: what is in a value stays as it is. */
export function resolve(
  request: ApiRequest,
  values: ReadonlyMap<string, string>,
  most: number = mostResolved,
): Resolved {
  const missing: { name: string; field: string }[] = []
  const tooLong: string[] = []
  let left = most
  const resolved = withTexts(request, (text, field) => {
    const room = field === 'url' ? Math.min(left, mostUrl) : left
    const result = resolveText(text, field.startsWith('query.') ? inParameter : asItIs, values, room)
    for (const name of result.missing) missing.push({ name, field })
    if (result.text === null) {
      tooLong.push(field)
      return text
    }
    left -= result.text.length
    return result.text
  })
  return { request: resolved, missing, tooLong }
}

const asItIs = (value: string): string => value
/** A value in a parameter of a query begins no other one. */
const inParameter = (value: string): string => value.replaceAll('&', '%26')

/** `text` is null where it would be longer than `most` characters. */
export function resolveText(
  text: string,
  written: (value: string) => string,
  values: ReadonlyMap<string, string>,
  most: number,
): { text: string | null; missing: ReadonlySet<string> } {
  const missing = new Set<string>()
  const parts: string[] = []
  let length = 0
  let end = 0
  const add = (part: string) => {
    parts.push(part)
    length += part.length
  }
  for (const { 0: whole, 1: name = '', index } of text.matchAll(variablePattern)) {
    const value = values.get(name)
    if (value === undefined) missing.add(name)
    add(text.slice(end, index))
    add(value === undefined ? whole : written(value))
    end = index + whole.length
    if (length > most) return { text: null, missing }
  }
  add(text.slice(end))
  return { text: length > most ? null : parts.join(''), missing }
}
