import { pointerStep } from '../../common/json-pointer.ts'
import type { JsonObject, Member } from '../../contract/json-object.ts'
import { jsonErrorOf, type JsonExpected } from './json-error.ts'

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
  const members = cutJson(text)
  if (members === null) return { kind: 'too_deep' }
  if (!/^\s*\{/.test(text)) return { kind: 'not_object' }
  return { kind: 'object', object: { source: text, members } }
}

/** The sources of the elements of a JSON array; null when it is none. */
export function readJsonArray(text: string): string[] | null {
  if (!/^\s*\[/.test(text) || faultOf(text) !== null) return null
  return cutJson(text)?.map(({ source }) => source) ?? null
}

/** JSON.parse judges, because it is by far the fastest that does; what it made is not looked at. */
function faultOf(text: string): JsonFault | null {
  try {
    JSON.parse(text)
    return null
  } catch {
    if (text.trim() === '') return { kind: 'empty' }
    return isTooDeep(text) ? { kind: 'too_deep' } : { kind: 'invalid', ...jsonErrorOf(text) }
  }
}

/** Counts in text that need not be JSON. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (inString) {
      if (code === backslash) index++
      else if (code === quote) inString = false
    } else if (code === quote) inString = true
    else if (code === openBrace || code === openBracket) {
      if (++depth > maxDepth) return true
    } else if (code === closeBrace || code === closeBracket) depth--
  }
  return false
}

/** Names that come twice within one value: this many are reported, so that a hostile text does not grow by being read. */
const maxDuplicatesWithin = 20

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a
const openBrace = 0x7b
const closeBrace = 0x7d
const openBracket = 0x5b
const closeBracket = 0x5d

/** A container that the scan is inside of. `names` says how often each was read so far; null for an array. */
interface Frame {
  names: Map<string, number> | null
  /** What the member or element that is being read is called in a JSON Pointer. */
  name: string
  index: number
}

/**
 * Cuts a JSON object or array into the exact sources of its members or elements, in one pass and without recursion.
 * Elements have no name, so that none is a duplicate. The text must be valid JSON. Null when it is nested deeper than `maxDepth`.
 */
function cutJson(text: string): Member[] | null {
  const pieces: Member[] = []
  const twice = new Set<string>()
  const stack: Frame[] = []
  let duplicates: string[] = []
  let frame: Frame = { names: null, name: '', index: 0 }
  let start = -1
  let isName = false

  const finish = (end: number): void => {
    if (start === -1) return
    const source = text.slice(start, end).trimEnd()
    const piece = { name: frame.name, source, duplicate: false }
    pieces.push(duplicates.length === 0 ? piece : { ...piece, duplicatesWithin: duplicates })
    duplicates = []
    start = -1
  }

  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    switch (code) {
      case quote: {
        const end = endOfString(text, at)
        if (isName) {
          frame.name = nameOf(text, at, end)
          isName = false
          if (isSecond(frame)) {
            if (stack.length === 1) twice.add(frame.name)
            else if (duplicates.length < maxDuplicatesWithin) duplicates.push(pointerOf(stack))
          }
        } else if (start === -1 && stack.length === 1) start = at
        at = end - 1
        break
      }
      case openBrace:
      case openBracket:
        if (stack.length === maxDepth) return null
        if (start === -1 && stack.length === 1) start = at
        isName = code === openBrace
        frame = { names: isName ? new Map() : null, name: '', index: 0 }
        stack.push(frame)
        break
      case closeBrace:
      case closeBracket:
        if (stack.length === 1) finish(at)
        stack.pop()
        frame = stack[stack.length - 1] ?? frame
        isName = false
        break
      case comma:
        if (stack.length === 1) finish(at)
        frame.index += 1
        isName = frame.names !== null
        break
      case colon:
        break
      default:
        // What is no white space begins a number or a literal, or goes on with it.
        if (start === -1 && stack.length === 1 && code > 0x20) start = at
    }
  }
  if (twice.size > 0) for (const piece of pieces) piece.duplicate = twice.has(piece.name)
  return pieces
}

/** Counts the name that was read; true at the second time, and at no later one. */
function isSecond({ names, name }: Frame): boolean {
  const count = (names?.get(name) ?? 0) + 1
  names?.set(name, count)
  return count === 2
}

/** Just behind the closing quotation mark. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end + 1
}

function isEscaped(text: string, at: number): boolean {
  let count = 0
  while (text.charCodeAt(at - count - 1) === backslash) count += 1
  return count % 2 === 1
}

function nameOf(text: string, start: number, end: number): string {
  const name = text.slice(start + 1, end - 1)
  return name.includes('\\') ? String(JSON.parse(text.slice(start, end))) : name
}

/** Within the top-level value: the outermost frame is not part of it. @see RFC 6901 §3 */
function pointerOf(stack: readonly Frame[]): string {
  return stack
    .slice(1)
    .map(({ names, name, index }) => `/${names === null ? index : pointerStep(name)}`)
    .join('')
}
