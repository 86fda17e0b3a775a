import { Buffer } from 'node:buffer'

const escapes =
  /%[0-9A-Fa-f]{2}|(?:\\u[0-9A-Fa-f]{4})+|\\["'\\/bfnrt]|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);/g

const named: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '\\b': '\b',
  '\\f': '\f',
  '\\n': '\n',
  '\\r': '\r',
  '\\t': '\t',
}

const deepest = 3

/**
 * A text as it stands and with one, two, three layers of percent, JSON and HTML escapes undone, one character a UTF-8
 * byte, so that a secret is found in whatever mixture of encodings a server echoes it. `+` counts as a space.
 */
export function decodedViews(text: string): string[] {
  const views = [bytesOf(text)]
  for (let view = views[0] ?? ''; views.length <= deepest;) {
    const next = view.replace(escapes, unescaped)
    if (next === view) break
    views.push(next)
    view = next
  }
  return views.map((view) => view.replaceAll('+', ' '))
}

function unescaped(escape: string): string {
  if (escape.startsWith('%')) return String.fromCharCode(Number.parseInt(escape.slice(1), 16))
  const known = named[escape]
  if (known !== undefined) return known
  if (escape.startsWith('\\u')) {
    return bytesOf(escape.replaceAll(/\\u(.{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))
  }
  if (escape.startsWith('\\')) return escape.slice(1)
  const digits = escape.slice(2, -1)
  const point = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits)
  return point > 0x10_ff_ff ? escape : bytesOf(String.fromCodePoint(point))
}

/** UTF-8, one character a byte. */
function bytesOf(text: string): string {
  return Buffer.byteLength(text) === text.length ? text : Buffer.from(text).toString('latin1')
}
