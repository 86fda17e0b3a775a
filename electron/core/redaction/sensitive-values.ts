import { type Masking, maskingOf } from './mask.ts'
import { at, type Place, quotedValue, valueAt } from './value-at.ts'

/** A value whose name says that it must not be shown, and how it may be shown. */
interface SensitiveValue {
  name: string
  start: number
  end: number
  /** As in the text, with its escapes. */
  raw: string
  shown: string
}

/** A word of every sensitive name, or the whole of one of a private key; what is around it says whether it is a name. */
const words =
  /token|secret|assertion|passw|passphrase|jwt|bearer|samlresponse|api[-_. ]?key|private[-_. ]?key|verifier|authorization|(?<=["'])(?:d|p|q|dp|dq|qi|k)(?=\\{0,7}["'])/gi
/** A value that was masked before, with its scheme. */
const masked = /^(?:[A-Za-z]{1,20} )?(?:•{8}|\S{6}…(?: \(\d|$))/

const longestName = 80

/**
 * Every value of a sensitive name, in any way in which a text puts names to values: JSON, also within a string, cut off or with
 * other quotation marks; parameters; `name: value` lines and YAML; elements and attributes; tables. It looks for names, not
 * for a format, in one pass.
 */
export function* sensitiveValues(text: string): Generator<SensitiveValue, void> {
  const inKey = text.includes('kty')
  let done = 0
  for (const { start, end } of namesIn(text)) {
    if (start < done) continue
    const name = decodedName(text.slice(start, end))
    const masking = maskingOf(name, inKey)
    const place = masking && (valueAt(text, start, end) ?? markupValue(text, start, end))
    if (masking === null || place === null) continue
    done = place.end
    if (masked.test(text.slice(place.start, Math.min(place.end, place.start + 40)))) continue
    yield { name, start: place.start, end: place.end, ...partsOf(text, place, masking) }
  }
}

/** The text with the values of sensitive names masked. */
export function maskSensitive(text: string): string {
  let hidden = ''
  let done = 0
  for (const { start, end, shown } of sensitiveValues(text)) {
    hidden += text.slice(done, start) + shown
    done = end
  }
  return done === 0 ? text : hidden + text.slice(done)
}

function partsOf(text: string, { start, end, quote }: Place, masking: Masking): Pick<SensitiveValue, 'raw' | 'shown'> {
  const raw = text.slice(start, end)
  // What is left of an escape is no part of a token that anybody could recognise.
  const shown = masking(raw.includes('\\') || raw.includes('&') ? '' : raw)
  return { raw, shown: `${quote}${shown === '' ? masking(' ') : shown}${quote}` }
}

function* namesIn(text: string): Generator<{ start: number; end: number }, void> {
  for (const { 0: word, index } of text.matchAll(words)) {
    const start = nameStart(text, index)
    const end = nameEnd(text, index + word.length)
    if (end - start <= longestName) yield { start, end }
  }
}

function nameStart(text: string, from: number): number {
  let at = from
  while (from - at <= longestName && at > 0) {
    if (isNameCharacter(text[at - 1])) at -= 1
    // A JSON escape before: its `u` and digits were taken for letters.
    else if (text[at - 1] === '\\' && text[at] === 'u' && text[at - 2] !== '\\') at -= 1
    else break
  }
  return at
}

function nameEnd(text: string, from: number): number {
  let at = from
  while (at - from <= longestName) {
    if (isNameCharacter(text[at])) at += 1
    else if (text.startsWith('\\u', at) && text[at + 2] !== undefined) at += 2
    else break
  }
  return at
}

const isNameCharacter = (character: string | undefined): boolean => /^[\w.%-]$/.test(character ?? '')

const decodedName = (name: string): string =>
  name.replaceAll(/%([0-9A-Fa-f]{2})|\\u([0-9A-Fa-f]{4})/g, (_, byte: string | undefined, unit: string | undefined) =>
    String.fromCharCode(Number.parseInt(byte ?? unit ?? '0', 16)),
  )

/**
 * Where the value of a name is that is an element (`<name>value`), that another one names (`name="name" value="…"`,
 * `{"name": "name", "value": …}`), or that is the text before it (`<td>name</td><td>value`).
 */
function markupValue(text: string, nameStart: number, nameEnd: number): Place | null {
  const before = text.slice(Math.max(0, nameStart - 300), nameStart)
  if (/<(?:[\w.-]{1,50}:)?$/.test(before)) return elementValue(text, nameEnd)
  if (/\\?["'`]$/.test(before)) return namedValue(text, nameEnd, /<[^<>]*$/.test(before))
  return />\s{0,50}$/.test(before)
    ? textAfter(text, at(text, /\s{0,50}:?\s{0,50}(?:<[^<>]{0,200}>\s{0,50}){1,6}/y, nameEnd))
    : null
}

function elementValue(text: string, nameEnd: number): Place | null {
  return textAfter(text, at(text, /(?:\s[^<>]{0,2000})?>/y, nameEnd))
}

/** Of an entry with a name and a value, in JSON or as attributes; or the text of the element that has the name. */
function namedValue(text: string, nameEnd: number, isInTag: boolean): Place | null {
  const sign = at(
    text,
    /\\{0,7}["'`][\s,/]{0,50}\\{0,7}["'`]?(?:value|content|text)\\{0,7}["'`]?\s{0,20}[:=]\s{0,20}/iy,
    nameEnd,
  )
  if (sign === null) return isInTag ? textAfter(text, at(text, /["'][^<>]{0,500}>/y, nameEnd)) : null
  const quoted = quotedValue(text, sign.end)
  return quoted === null || quoted.end === quoted.start ? null : quoted
}

/** The text up to the next tag, or the text of a CDATA section, without the blanks around it. */
function textAfter(text: string, tag: { end: number } | null): Place | null {
  if (tag === null) return null
  const opening = at(text, /\s{0,99}(<!\[CDATA\[)?\s{0,99}/y, tag.end)
  const start = opening?.end ?? tag.end
  const close = text.indexOf(opening?.group === '' ? '<' : ']]>', start)
  const end = close === -1 ? text.length : close
  const value = text.slice(start, end).trimEnd()
  return value === '' ? null : { start, end: start + value.length, quote: '' }
}
