import { Buffer } from 'node:buffer'
import { setImmediate as pause } from 'node:timers/promises'
import { isMembers } from './json-members.ts'

/**
 * JSON that changes as little as what it says: members sorted by code point, one value a line, two spaces, LF, a final
 * newline. The same value gives the same text.
 */
export function canonicalJson(value: unknown): string {
  return [...linesOf(value, '\n')].join('') + '\n'
}

/** Pieces that are made between two breaths. */
const piecesAtOnce = 10_000

/** The same text of a large value, made without holding up the window. */
export async function canonicalJsonOfMany(value: unknown): Promise<string> {
  const pieces: string[] = []
  for (const piece of linesOf(value, '\n')) if (pieces.push(piece) % piecesAtOnce === 0) await pause()
  return pieces.join('') + '\n'
}

function* linesOf(value: unknown, line: string): Generator<string, void> {
  const inner = `${line}  `
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield (index === 0 ? '[' : ',') + inner
      yield* linesOf(item, inner)
    }
    yield value.length === 0 ? '[]' : `${line}]`
  } else if (isMembers(value)) {
    const names = Object.keys(value).filter((name) => value[name] !== undefined)
    names.sort(byCodePoint)
    for (const [index, name] of names.entries()) {
      yield `${index === 0 ? '{' : ','}${inner}${JSON.stringify(name)}: `
      yield* linesOf(value[name], inner)
    }
    yield names.length === 0 ? '{}' : `${line}}`
  } else yield JSON.stringify(value)
}

/** UTF-16 has surrogates before U+E000 to U+FFFF, which UTF-8, in the order of code points, has not. */
export function byCodePoint(one: string, other: string): number {
  if (/[\uD800-\uFFFF]/.test(one) && /[\uD800-\uFFFF]/.test(other)) {
    return Buffer.compare(Buffer.from(one), Buffer.from(other))
  }
  if (one === other) return 0
  return one < other ? -1 : 1
}
