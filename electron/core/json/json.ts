import type { JsonObject } from '../../contract/json-object.ts'
import { cutJson } from './json-cut.ts'
import { type JsonExpected, jsonErrorOf } from './json-error.ts'

/** Deeper nesting than this is refused: nobody reads it, and recursive code would overflow. */
export const maxDepth = 200

export type JsonFault =
  | { kind: 'too_deep' }
  | { kind: 'empty' }
  /** `offset` counts UTF-16 units from the start of the text. */
  | { kind: 'invalid'; offset: number; expected: JsonExpected }

export type JsonReading = JsonFault | { kind: 'object'; object: JsonObject } | { kind: 'not_object' }

/**
 * Reads a JSON object without losing anything: members stay in order, with the exact source of their values, duplicates
 * included. Names such as `__proto__` are plain data here.
 * @see RFC 8259 §4
 */
export function readJsonObject(text: string): JsonReading {
  const fault = faultOf(text)
  if (fault !== null) return fault
  const members = cutJson(text, maxDepth)
  if (members === null) return { kind: 'too_deep' }
  if (!/^\s*\{/.test(text)) return { kind: 'not_object' }
  return { kind: 'object', object: { source: text, members } }
}

/** The sources of the elements of a JSON array; null when it is none. */
export function readJsonArray(text: string): string[] | null {
  if (!/^\s*\[/.test(text) || faultOf(text) !== null) return null
  return cutJson(text, maxDepth)?.map(({ source }) => source) ?? null
}

/** JSON.parse judges, because it is by far the fastest that does; what it made is not looked at. */
function faultOf(text: string): JsonFault | null {
  try {
    JSON.parse(text)
    return null
  } catch {
    if (text.trim() === '') return { kind: 'empty' }
    return isDeeperThan(text, maxDepth) ? { kind: 'too_deep' } : { kind: 'invalid', ...jsonErrorOf(text) }
  }
}

/** Counts in text that need not be JSON. */
function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (inString) {
      if (code === 0x5c) index++
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > limit) return true
    } else if (code === 0x7d || code === 0x5d) depth--
  }
  return false
}
