import { at, type Place, quotedValue } from './value-at.ts'

/**
 * Where the value of a name is that is an element (`<name>value`), that another one names (`name="name" value="…"`,
 * `{"name": "name", "value": …}`), or that is the text before it (`<td>name</td><td>value`).
 */
export function markupValue(text: string, nameStart: number, nameEnd: number): Place | null {
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
