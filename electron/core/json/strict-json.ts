import { setImmediate as pause } from 'node:timers/promises'
import type { JsonTextFault } from '../../contract/import-problem.ts'
import { lineAt, type Path, pathText } from './json-place.ts'
import { withoutEnding } from '../../common/without-ending.ts'

/** A value that can be written again as it was; or the first thing that is wrong, without any value. */
export type StrictReading =
  | { ok: true; value: unknown }
  | { ok: false; fault: JsonTextFault; path: string; line: number }

const most = { depth: 50, entries: 10_000, lines: 1_000_000, string: 1_000_000 }

/** Values between two breaths: reading must not hold up the window. */
const valuesAtOnce = 10_000

/**
 * Reads JSON that others wrote, without recursion and only once, so that a hostile text is refused at the first thing
 * that is wrong: duplicate members, depth, numbers and strings that could not be written again as they are, too much.
 * @see RFC 8259 §4, RFC 7493 §2
 */
export async function readStrictJson(text: string): Promise<StrictReading> {
  const reader = createReader(text)
  for (let count = 1; ; count++) {
    const result = reader.step()
    if (result !== null) return result
    if (count % valuesAtOnce === 0) await pause()
  }
}

/** Where the value at this path begins, in a text that {@link readStrictJson} took; or the nearest thing around it. */
export async function offsetOf(text: string, path: Path): Promise<number> {
  const reader = createReader(text)
  let found = { offset: 0, depth: 0 }
  for (let count = 1; found.depth < path.length; count++) {
    const at = reader.place()
    if (at !== null && at.length > found.depth && at.every((step, index) => step === path[index]))
      found = { offset: reader.offset(), depth: at.length }
    if (reader.step() !== null) break
    if (count % valuesAtOnce === 0) await pause()
  }
  return found.offset
}

interface Frame {
  /** Of an object; null for an array. */
  members: Map<string, unknown> | null
  items: unknown[]
  /** The member whose value is read. */
  name: string
}

type Expected = 'value' | 'value_or_end' | 'name' | 'name_or_end' | 'comma_or_end' | 'nothing'

class Refused extends Error {
  readonly fault: JsonTextFault

  constructor(fault: JsonTextFault) {
    super(fault.code)
    this.fault = fault
  }
}

type CodeWithLimit = Extract<JsonTextFault, { evidence: { most: number } }>['code']

function createReader(text: string) {
  const frames: Frame[] = []
  let offset = 0
  let expected: Expected = 'value'
  let whole: unknown

  const path = (): Path => frames.map(({ members, items, name }) => (members === null ? items.length : name))
  const refuse = (code: Exclude<JsonTextFault['code'], CodeWithLimit>): never => {
    throw new Refused({ code, evidence: {} })
  }
  const exceed = (code: CodeWithLimit, limit: number): never => {
    throw new Refused({ code, evidence: { most: limit } })
  }
  const invalid = () => refuse(offset >= text.length ? 'cut_short' : 'not_json')

  const put = (value: unknown): void => {
    const frame = frames.at(-1)
    expected = frame === undefined ? 'nothing' : 'comma_or_end'
    if (frame === undefined) whole = value
    else if (frame.members === null) {
      if (frame.items.push(value) > most.lines) exceed('too_many_items', most.lines)
    } else frame.members.set(frame.name, value)
  }

  const open = (isObject: boolean): void => {
    const frame = frames.at(-1)
    if (frame?.members === null && frame.items.length >= most.entries) exceed('too_many_items', most.entries)
    if (frames.length >= most.depth) exceed('too_deep', most.depth)
    frames.push({ members: isObject ? new Map() : null, items: [], name: '' })
    expected = isObject ? 'name_or_end' : 'value_or_end'
    offset++
  }

  const close = (isObject: boolean): void => {
    const frame = frames.at(-1)
    if (frame === undefined || (frame.members !== null) !== isObject) return invalid()
    frames.pop()
    offset++
    // Own members with any name: nothing is assigned to.
    put(frame.members === null ? frame.items : Object.fromEntries(frame.members))
  }

  const string = (): string => {
    const end = endOfString(text, offset)
    if (end === -1) return refuse('string_without_end')
    if (end - offset > most.string + 2) exceed('string_too_long', most.string)
    const value = parsed(text.slice(offset, end))
    if (typeof value !== 'string') return invalid()
    if (/\p{Surrogate}/u.test(value)) refuse('lone_surrogate')
    offset = end
    return value
  }

  const name = (frame: Frame): void => {
    if (text[offset] !== '"') return invalid()
    const start = offset
    frame.name = string()
    const known = frame.members ?? new Map<string, unknown>()
    if (known.has(frame.name) || frame.name === '__proto__' || known.size >= most.entries) {
      offset = start
      if (known.has(frame.name)) refuse('duplicate_member')
      if (frame.name === '__proto__') refuse('proto_member')
      exceed('too_many_members', most.entries)
    }
    offset = afterSpace(text, offset)
    if (text[offset] !== ':') return invalid()
    offset++
    expected = 'value'
  }

  const plain = (): void => {
    scalar.lastIndex = offset
    const source = scalar.exec(text)?.[0]
    if (source === undefined) return invalid()
    if (!isKept(source)) refuse('number_too_long')
    offset += source.length
    put(parsed(source))
  }

  const next = (): void => {
    const character = text[offset]
    const frame = frames.at(-1)
    if (expected === 'comma_or_end' && character === ',') {
      offset++
      expected = frame?.members === null ? 'value' : 'name'
    } else if (expected !== 'value' && expected !== 'name' && (character === '}' || character === ']')) {
      close(character === '}')
    } else if (frame !== undefined && (expected === 'name' || expected === 'name_or_end')) name(frame)
    else if (expected === 'comma_or_end' || expected === 'nothing') invalid()
    else if (character === '{' || character === '[') open(character === '{')
    else if (character === '"') put(string())
    else plain()
  }

  return {
    /** Of the value that begins at the offset; null when none does. */
    place: () => (expected === 'value' || expected === 'value_or_end' ? path() : null),
    offset: () => offset,
    /** Null while there is more. */
    step: (): StrictReading | null => {
      offset = afterSpace(text, offset)
      if (expected === 'nothing' && offset === text.length) return { ok: true, value: whole }
      try {
        next()
        offset = afterSpace(text, offset)
        return null
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        return { ok: false, fault: error.fault, path: pathText(path()), line: lineAt(text, offset) }
      }
    },
  }
}

const scalar = /-?(?:0|[1-9]\d{0,999})(?:\.\d{1,999})?(?:[eE][+-]?\d{1,9})?|true|false|null/y

function afterSpace(text: string, offset: number): number {
  let after = offset
  while (isSpace(text.charCodeAt(after))) after++
  return after
}

const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09

/** After the quote that ends the string that begins here; -1 when there is none. */
export function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let before = quote
    while (text[before - 1] === '\\') before--
    if ((quote - before) % 2 === 0) return quote + 1
  }
  return -1
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

/** Whether a scalar is the same when it was read and written. Fifteen digits of a number always are. */
function isKept(source: string): boolean {
  if (/^[tfn]/.test(source)) return true
  const value = Number(source)
  const written = (/^-?([\d.]*)/.exec(source)?.[1] ?? '').replace('.', '').replace(/^0+/, '')
  const digits = withoutEnding(written, '0')
  if (!Number.isFinite(value) || (value === 0 && digits !== '')) return false
  return digits.length <= 15 || Number.isSafeInteger(value)
}
