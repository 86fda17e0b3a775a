import { nameOfStep } from '../../../common/json-pointer.ts'
import { type Reading, unreadable } from '../../credentials/reading.ts'

/** The string that a JSON pointer leads to in a file. A problem names the pointer and where the way ends. @see RFC 6901 */
export function stringAt(document: unknown, pointer: string, path: string): Reading<string> {
  let value = document
  let way = ''
  for (const token of pointer.split('/').slice(1)) {
    const next = memberOf(value, nameOfStep(token))
    if (next === undefined) {
      const within = way === '' ? {} : { within: way }
      return unreadable('source_pointer_leads_nowhere', {
        path,
        pointer,
        name: JSON.stringify(nameOfStep(token)),
        ...within,
      })
    }
    way += `/${token}`
    value = next.value
  }
  if (typeof value === 'string') return { ok: true, value }
  return unreadable('source_pointer_to_no_string', { path, pointer, found: kindOf(value) })
}

/** Own members only, so that "constructor" and "__proto__" are names like any other. */
function memberOf(value: unknown, name: string): { value: unknown } | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value) && !/^(?:0|[1-9]\d*)$/.test(name)) return undefined
  const member = Object.getOwnPropertyDescriptor(value, name)
  return member === undefined ? undefined : { value: member.value }
}

/** What a JSON value is, by its name in JSON. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
