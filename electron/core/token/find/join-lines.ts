import { joseHeaderAt } from '../decode/jose-header.ts'
import { beginsLikeJson } from '../decode/segment.ts'
import { type WholeLength, wholeLengthOf } from '../decode/whole-length.ts'

/** So often a token is looked for in vain over several lines, since hostile text may look broken on every line. */
const maxAttempts = 100

const lineEnd = /\r\n|[\n\r\u2028\u2029]/g

/** What looks like the beginning of a token, anywhere: without one there is nothing to join. */
const beginning = /e(?:y[A-DI-L]|w[k-r0-3]|30)/

/**
 * The text with JWTs in one piece that a mail client, a terminal or a person broke over lines. What belongs to one is recognized
 * by the length that its header asks for, and by lines of equal length.
 */
export function joinLines(text: string): string {
  if (!beginning.test(text)) return text.replaceAll(lineEnd, '\n')
  const lines = text.split(lineEnd)
  if (lines.length === 1) return text
  const widths = lines.map(({ length }) => length)
  const joined: string[] = []
  let attempts = 0
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const run = attempts < maxAttempts ? runAtEnd(line) : null
    const whole = run === null ? null : joinFrom(lines, widths, at, run)
    if (run !== null && whole === null) attempts += 1
    if (run === null || whole === null || whole.next === at + 1) {
      joined.push(line)
      continue
    }
    const text = line.slice(0, run.start) + whole.token
    if (whole.rest === '') joined.push(text)
    // Behind what ends on this line another token may begin.
    else lines[whole.next] = text + whole.rest
    at = whole.next - 1
  }
  return joined.join('\n')
}

interface Run {
  start: number
  text: string
}

/** The characters of a token at the end of a line, before a soft line break or the escape of a shell, when they begin as a JWT. */
function runAtEnd(line: string): Run | null {
  const end = line
    .trimEnd()
    .replace(/[=\\^]$/, '')
    .trimEnd()
  let start = end.length
  while (start > 0 && isTokenCharacter(end[start - 1])) start -= 1
  const text = end.slice(start)
  return beginsLikeJson(text) ? { start, text } : null
}

/** Within a JWT, an SD-JWT or a PASETO. */
const isTokenCharacter = (character: string | undefined): boolean => /^[\w.~-]$/.test(character ?? '')

/** What is joined so far. */
class Joined {
  text = ''
  dots = 0
  lastPart = 0
  whole: WholeLength | null = null

  add(piece: string): void {
    this.text += piece
    const lastDot = piece.lastIndexOf('.')
    this.dots += piece.split('.').length - 1
    this.lastPart = lastDot === -1 ? this.lastPart + piece.length : piece.length - lastDot - 1
    if (this.whole !== null || this.dots === 0) return
    const header = joseHeaderAt(this.text, 0)
    this.whole = header === null ? null : wholeLengthOf(header)
  }

  /** Null when the algorithm does not tell. */
  get isWhole(): boolean | null {
    if (this.whole === null || this.dots < this.whole.dots) return false
    if (this.whole.lastPart === null) return null
    return this.dots === this.whole.dots && this.whole.lastPart.includes(this.lastPart)
  }
}

/** A token put together of lines. `next` is the first line that is no part of it, or on which `rest` is behind it. */
interface WholeToken {
  token: string
  next: number
  rest: string
}

/** The whole token that begins on this line; null when no lines make one. */
function joinFrom(lines: readonly string[], widths: readonly number[], at: number, run: Run): WholeToken | null {
  const joined = new Joined()
  joined.add(run.text)
  const width = widths[at] ?? 0
  let best: WholeToken | null = joined.isWhole === true ? { token: joined.text, next: at + 1, rest: '' } : null
  for (let next = at + 1; next < lines.length; next += 1) {
    const isFull = widths[next - 1] === width
    // Only a line as long as the first may have been broken where the token seems to be whole.
    if (joined.isWhole !== false && !isFull) break
    const piece = pieceOf(lines[next] ?? '', isFull)
    if (piece === null || (beginsLikeJson(piece.text) && joined.dots !== 1)) break
    joined.add(piece.text)
    if (joined.dots > (joined.whole?.dots ?? 0)) break
    if (joined.isWhole === true || (joined.isWhole === null && widths[next] !== width))
      best = { token: joined.text, next: piece.rest === '' ? next + 1 : next, rest: piece.rest }
    if (piece.rest !== '') break
  }
  return best
}

/** What a line goes on with: nothing else may be on it, unless the one before was broken and text goes on behind it. */
function pieceOf(line: string, isAfterFull: boolean): { text: string; rest: string } | null {
  const start = /^[\s>|]*/.exec(line)?.[0].length ?? 0
  let end = start
  while (end < line.length && isTokenCharacter(line[end])) end += 1
  if (end === start) return null
  const text = line.slice(start, end)
  const rest = line.slice(end)
  if (/^=?[ \t]*(?:[\\^][ \t]*)?$/.test(rest)) return { text, rest: '' }
  return isAfterFull && /^["'&,;}\\]/.test(rest) ? { text, rest } : null
}
