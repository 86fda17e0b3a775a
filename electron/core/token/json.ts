import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { JsonObject } from '../../contract/token.ts'

/** Deeper nesting than this is refused: nobody reads it, and recursive code would overflow. */
export const maxDepth = 200

export type JsonReading =
  | { kind: 'object'; object: JsonObject }
  | { kind: 'not_object' }
  | { kind: 'too_deep' }
  | { kind: 'empty' }
  /** `offset` counts UTF-16 units from the start of the text. */
  | { kind: 'invalid'; offset: number; reason: string }

/**
 * Reads a JSON object without losing anything: members stay in order, with the exact source of their values, duplicates
 * included. Names such as `__proto__` are plain data here.
 * @see RFC 8259 §4
 */
export function readJsonObject(text: string): JsonReading {
  if (text.trim() === '') return { kind: 'empty' }
  if (isDeeperThan(text, maxDepth)) return { kind: 'too_deep' }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const [error] = errors
  if (error !== undefined) return { kind: 'invalid', offset: error.offset, reason: printParseErrorCode(error.error) }
  if (root === undefined || root.type !== 'object') return { kind: 'not_object' }
  return { kind: 'object', object: { source: text, members: membersOf(root, text) } }
}

function membersOf(root: Node, text: string): JsonObject['members'] {
  const properties = (root.children ?? []).flatMap((property) => {
    const [name, value] = property.children ?? []
    return name === undefined || value === undefined ? [] : [{ name: String(name.value), value }]
  })
  const counts = new Map<string, number>()
  for (const { name } of properties) counts.set(name, (counts.get(name) ?? 0) + 1)
  return properties.map(({ name, value }) => ({
    name,
    source: text.slice(value.offset, value.offset + value.length),
    duplicate: counts.get(name) !== 1,
  }))
}

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
