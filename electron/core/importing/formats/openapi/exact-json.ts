import { isMembers } from '../../../json/json-members.ts'
import { type Part, itemsOf, membersOf } from './part.ts'

/** A number with the digits that the description has. */
export class WrittenNumber {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** Values of one example, and levels in it; a larger one is not taken. */
const mostValues = 20_000
const mostDepth = 50

/** An example with numbers as they are written; undefined where it is too large. */
export function exactValue(part: Part): unknown {
  let left = mostValues
  const exact = (at: Part, depth: number): unknown => {
    if (--left < 0 || depth > mostDepth) throw new TooLarge()
    const { value } = at
    if (typeof value === 'number') return Number.isSafeInteger(value) ? value : numberOf(at, value)
    if (Array.isArray(value)) return itemsOf(at).map((item) => exact(item, depth + 1))
    if (isMembers(value))
      return Object.fromEntries(membersOf(at).map(([name, member]) => [name, exact(member, depth + 1)]))
    return value
  }
  try {
    return exact(part, 0)
  } catch (error) {
    if (error instanceof TooLarge) return undefined
    throw error
  }
}

class TooLarge extends Error {}

/** YAML writes some numbers as JSON does not: `.5`, `0x1F`, `.inf`. */
function numberOf({ file, path }: Part, value: number): unknown {
  const text = file.numberAt(path) ?? ''
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? new WrittenNumber(text) : value
}

/** As JSON with two spaces for each level. */
export function jsonText(value: unknown, indent = ''): string {
  if (value instanceof WrittenNumber) return value.text
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    return `[\n${value.map((item) => `${inner}${jsonText(item, inner)}`).join(',\n')}\n${indent}]`
  }
  if (isMembers(value)) {
    const members = Object.entries(value).map(
      ([name, member]) => `${inner}${JSON.stringify(name)}: ${jsonText(member, inner)}`,
    )
    return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`
  }
  return JSON.stringify(value) ?? 'null'
}
