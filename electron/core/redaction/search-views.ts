import { Buffer } from 'node:buffer'

/** Escapes of JSON in runs that do not end within a pair of surrogates; longer ones overflow the stack of the matcher. */
const escapes =
  /%[0-9A-Fa-f]{2}|(?:\\u[dD][89ABab][0-9A-Fa-f]{2}\\u[dD][C-Fc-f][0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}){1,500}|\\["'\\/bfnrt]|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);/g

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
 * A text as it is and with one, two, three layers of percent, JSON and HTML escapes undone, one character a UTF-8 byte, so
 * that a secret is found in any mixture of encodings in which a server echoes it. `+` counts as a space.
 */
export const decodedViews = (text: string): string[] => layersOf(text).map(withSpaces)

/** Where each form of a needle is looked for. */
export interface SearchViews {
  plain: readonly string[]
  /** Also without the line breaks of MIME and PEM. @see RFC 2045 §6.8 */
  base64: readonly string[]
  /** In lower case, without what people put between bytes: `:`, `-`, a blank, a comma, `0x`, `\x`. */
  hex: readonly string[]
}

export function searchViews(text: string): SearchViews {
  const layers = layersOf(text)
  const plain = layers.map(withSpaces)
  const folded = layers.filter((layer) => /[\r\n]/.test(layer))
  const unfolded = folded.map((layer) => withSpaces(layer.replaceAll(/[\r\n][ \t\r\n]{0,99}/g, '')))
  const hex = layers.map((layer) => layer.toLowerCase().replaceAll(betweenBytes, ''))
  return { plain, base64: [...plain, ...unfolded], hex }
}

// The first of its characters is looked for first: a look back at every place would be dear.
const betweenBytes = /(?=[:\-, \r\n\\])(?<=[\da-f]{2})(?:[:\-, \r\n]{1,3}(?:0x|\\x)?|\\x)(?=[\da-f]{2})/g

function layersOf(text: string): string[] {
  const layers = [bytesOf(text)]
  for (let layer = layers[0] ?? ''; layers.length <= deepest;) {
    const next = layer.replace(escapes, unescaped)
    if (next === layer) break
    layers.push(next)
    layer = next
  }
  return layers
}

const withSpaces = (layer: string): string => layer.replaceAll('+', ' ')

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

/** A text to look for in views, whose characters are bytes. */
export interface Look {
  text: string
}

/** Shorter looks are in too many texts by chance. */
export const shortestLook = 4

/** Some hundred looks leave most buckets empty, and a larger table takes longer to make than it saves. */
const bucketBits = 14

/**
 * Makes what finds any of many texts in one pass, so that it takes time by the length of the view and not by the number of
 * looks. What it finds is in the order of the view.
 */
export function lookFinder<Wanted extends Look>(looks: Iterable<Wanted>) {
  const byKey = new Map<number, Wanted[]>()
  const isLikely = new Uint8Array(1 << bucketBits)
  for (const look of looks) {
    const key = keyOf(look.text)
    isLikely[bucketOf(key)] = 1
    const others = byKey.get(key)
    if (others === undefined) byKey.set(key, [look])
    else others.push(look)
  }
  return (view: string, onFound: (look: Wanted, at: number) => void): void => {
    if (byKey.size === 0) return
    const bytes = Buffer.from(view, 'latin1')
    let key = 0
    for (let end = 0; end < bytes.length; end += 1) {
      key = (key << 8) | (bytes[end] ?? 0)
      if (end < shortestLook - 1 || isLikely[bucketOf(key)] === 0) continue
      const at = end - shortestLook + 1
      for (const look of byKey.get(key) ?? []) if (view.startsWith(look.text, at)) onFound(look, at)
    }
  }
}

/** Its first four bytes as a number. */
const keyOf = (text: string): number =>
  (text.charCodeAt(0) << 24) | (text.charCodeAt(1) << 16) | (text.charCodeAt(2) << 8) | text.charCodeAt(3)

/** Mixes the four bytes (Knuth's multiplicative hash), for most of a text is of few characters. */
const bucketOf = (key: number): number => Math.imul(key, 0x9e_37_79_b1) >>> (32 - bucketBits)
