import { decodeUtf8 } from '../encodings.ts'

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  v: '\v',
}

/** One character by its number, or the bytes of one, each of which has its own number. */
const numbered = /\\(?:x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|u[0-9A-Fa-f]{1,4}|U[0-9A-Fa-f]{1,8}|c[\x20-\x7e])/y
const byte = /(?:\\(?:x[0-9A-Fa-f]{1,2}|[0-7]{1,3}))+/y

/**
 * The text of `$'…'` from behind its mark on, and where it ends, which is -1 when nothing closes it. Browsers write what has
 * quotes or line breaks in it so. @see bash(1), QUOTING
 */
export function readAnsiC(text: string, from: number): { value: string; end: number } {
  let value = ''
  let at = from
  while (at < text.length) {
    const character = text.charAt(at)
    if (character === "'") return { value, end: at + 1 }
    if (character !== '\\') {
      const end = nextSpecial(text, at)
      value += text.slice(at, end)
      at = end
      continue
    }
    byte.lastIndex = at
    numbered.lastIndex = at
    const bytes = byte.exec(text)?.[0] ?? ''
    const one = bytes || numbered.exec(text)?.[0] || ''
    value += bytes !== '' ? ofBytes(bytes) : one !== '' ? ofNumber(one) : unescaped(text.charAt(at + 1))
    at += one === '' ? 2 : one.length
  }
  return { value, end: -1 }
}

const unescaped = (character: string): string =>
  escapes[character] ?? ('\\\'"?'.includes(character) ? character : `\\${character}`)

function nextSpecial(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== "'" && text[at] !== '\\') at++
  return at
}

const ofBytes = (bytes: string): string =>
  decodeUtf8(
    bytes
      .slice(1)
      .split('\\')
      .map((one) =>
        String.fromCharCode(one.startsWith('x') ? Number.parseInt(one.slice(1), 16) : Number.parseInt(one, 8) % 256),
      )
      .join(''),
  )

function ofNumber(escape: string): string {
  if (escape[1] === 'c') return String.fromCharCode(escape.charCodeAt(2) % 32)
  const point = Number.parseInt(escape.slice(2), 16)
  return point > 0x10_ff_ff ? '\ufffd' : String.fromCodePoint(point)
}
