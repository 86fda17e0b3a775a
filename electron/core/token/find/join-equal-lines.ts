import { joseHeaderAt } from '../decode/jose-header.ts'
import { beginsLikeJson } from '../decode/segment.ts'

/** Nobody breaks a token into shorter lines. */
const minWidth = 16

/**
 * A broken token over lines of one width: what is cut off has not the length that its header asks for. Null where the text is
 * anything else, such as several tokens, one a line.
 */
export function joinEqualLines(text: string): string | null {
  const lines = text.split('\n').map((line) => line.replace(/^[\s>|]+/, '').trimEnd())
  const [first = '', ...others] = lines
  const last = others.pop()
  if (last === undefined || !beginsLikeJson(first) || first.length < minWidth || last.length > first.length) return null
  // A line with all three parts may be whole.
  if (first.split('.').length > 2 || others.some(({ length }) => length !== first.length)) return null
  const isOfToken = lines.every(
    (line, at) => /^[\w.~+/=-]+$/.test(line) && (at === 0 || joseHeaderAt(line, 0) === null),
  )
  return isOfToken ? lines.join('') : null
}
