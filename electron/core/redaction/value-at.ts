/** Where a value is; `quote` goes around what is shown instead, where a mask alone would break the syntax. */
export interface Place {
  start: number
  end: number
  quote: string
}

const harmless = /^(?:true|false|null|none|undefined|nil|~)$/i

/** Where the value of a name is that is written `"name": value`, `name=value`, `name: value` or `name => value`. */
export function valueAt(text: string, nameStart: number, nameEnd: number): Place | null {
  const quote = quoteBefore(text, nameStart)
  if (quote !== '' && text.startsWith(quote, nameEnd)) return memberValue(text, nameEnd + quote.length, quote)
  const sign = at(text, /[ \t]{0,99}(=>|[:=])[ \t]{0,99}/y, nameEnd)
  if (sign === null || text.startsWith('//', sign.end)) return null
  return sign.group === ':' ? lineValue(text, nameStart, nameEnd, sign.end) : parameterValue(text, sign.end)
}

/** The quotation mark in front, with the backslashes of the strings that it is in. */
function quoteBefore(text: string, start: number): string {
  const mark = text[start - 1]
  if (mark === ';') return /&(?:quot|apos|#34|#39);$/.exec(text.slice(Math.max(0, start - 6), start))?.[0] ?? ''
  if (mark !== '"' && mark !== "'" && mark !== '`') return ''
  return `${backslashesBefore(text, start - 1)}${mark}`
}

function backslashesBefore(text: string, end: number): string {
  let start = end
  while (end - start < 15 && text[start - 1] === '\\') start -= 1
  return text.slice(start, end)
}

function memberValue(text: string, afterName: number, quote: string): Place | null {
  const sign = at(text, /\s{0,99}(?:=>|[:=])\s{0,99}/y, afterName)
  if (sign === null) return null
  const quoted = quotedValue(text, sign.end)
  if (quoted !== null) return quoted.end === quoted.start ? null : quoted
  const inside = at(
    text,
    /\[\s{0,99}(?=\\{0,7}["'])|\{\s{0,99}\\{0,7}["'](?:value|content|text|raw)\\{0,7}["']\s{0,99}:\s{0,99}/iy,
    sign.end,
  )
  if (inside !== null)
    return text[sign.end] === '[' ? listValue(text, inside.end, quote) : quotedValue(text, inside.end)
  const bare = at(text, /[^\s,}\]"'{[\\]+/y, sign.end)
  return bare === null || harmless.test(bare.text) ? null : { start: sign.end, end: bare.end, quote }
}

/** All strings of a list at once. */
function listValue(text: string, start: number, quote: string): Place | null {
  const list = at(text, /[^\]]+/y, start)
  return list && { start, end: start + list.text.trimEnd().length, quote }
}

/** A value in quotation marks; null where none begins. It ends with its marks, or with the text. */
export function quotedValue(text: string, start: number): Place | null {
  const entity = at(text, /&(?:quot|apos|#34|#39);/y, start)
  if (entity !== null) {
    const end = text.indexOf(entity.text, entity.end)
    return { start: entity.end, end: end === -1 ? text.length : end, quote: '' }
  }
  const opening = at(text, /(\\{0,15})["'`]/y, start)
  if (opening === null) return null
  const mark = opening.text.at(-1) ?? ''
  return { start: opening.end, end: endOfString(text, opening.end, mark, opening.group.length), quote: '' }
}

/**
 * Where the string ends: before the first mark that closes it, or at the end of the text. A string whose own marks
 * carry `depth` backslashes writes a mark inside as `2 × depth + 1`, and a backslash as twice `depth + 1`.
 */
function endOfString(text: string, start: number, mark: string, depth: number): number {
  for (let found = text.indexOf(mark, start); found !== -1; found = text.indexOf(mark, found + 1)) {
    let backslashes = 0
    while (found - backslashes > start && text[found - backslashes - 1] === '\\') backslashes += 1
    if (backslashes < depth) return found - backslashes
    if ((backslashes - depth) % (2 * (depth + 1)) === 0) return found - depth
  }
  return text.length
}

function parameterValue(text: string, start: number): Place | null {
  const quoted = quotedValue(text, start)
  if (quoted !== null) return quoted.end === quoted.start ? null : quoted
  const bare = at(text, /[^&#;,\s"'<>()\\]+/y, start)
  return bare === null || harmless.test(bare.text) ? null : { start, end: bare.end, quote: '' }
}

const credentials = /(?:bearer|dpop|basic|token|digest|negotiate|apikey)[ \t]{1,9}[^\s"'<>]+/iy
/** A scheme that is named without credentials, as the picture of a flow does. */
const schemeAlone = /(?:bearer|dpop) · /iy

/** A `name: value`, of a header field, a log or YAML. A sentence may look like one, so a word of it is left. */
function lineValue(text: string, nameStart: number, nameEnd: number, start: number): Place | null {
  const quoted = quotedValue(text, start)
  if (quoted !== null) return quoted.end === quoted.start ? null : quoted
  if (at(text, schemeAlone, start) !== null) return null
  const authorization = at(text, credentials, start)
  if (authorization !== null) return { start, end: authorization.end, quote: '' }
  // A YAML block begins on the next line. @see YAML 1.2 §8.1
  const block = at(text, /[>|][-+]?[ \t]{0,99}\r?\n[ \t]{1,99}/y, start)
  const from = block?.end ?? start
  const isLine =
    block !== null || /(?:^|[\r\n])[ \t]{0,40}(?:- )?$/.test(text.slice(Math.max(0, nameStart - 45), nameStart))
  const bare = at(text, isLine ? /\S+/y : /[^\s,}\]"'<>]+/y, from)
  if (bare === null || harmless.test(bare.text)) return null
  const isAlone = at(text, /[ \t]{0,99}(?:[\r\n,;}\]<]|#|$)/y, bare.end) !== null
  const isWord = /^[A-Za-z]+$/.test(text.slice(nameStart, nameEnd))
  return block !== null || (isAlone && !isWord) || looksRandom(bare.text)
    ? { start: from, end: bare.end, quote: '' }
    : null
}

/** No word of a language. */
const looksRandom = (text: string): boolean => text.length >= 16 || /\d/.test(text) || /[a-z][A-Z]/.test(text)

interface Found {
  text: string
  /** The first group; empty without one. */
  group: string
  end: number
}

/** What a sticky pattern finds at a place. */
export function at(text: string, pattern: RegExp, start: number): Found | null {
  pattern.lastIndex = start
  const found = pattern.exec(text)
  return found === null ? null : { text: found[0], group: found[1] ?? '', end: pattern.lastIndex }
}
