/** A name and a value, of a query parameter, a header or a form field. */
export interface PastedRow {
  name: string
  value: string | null
}

/**
 * The rows in a text that is pasted into an empty name: `a=1&b=2`, or lines `name: value` or `name=value`. Null when it is
 * one name.
 */
export function pastedRows(text: string): PastedRow[] | null {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [first = ''] = lines
  if (lines.length > 1) return lines.map(rowOfLine)
  if (/^\??[^:\s]*[=&]/.test(first)) {
    return first.replace(/^\?/, '').split('&').map(rowOfParameter)
  }
  return /^[^\s:]+:\s/.test(first) ? [rowOfLine(first)] : null
}

const rowOfParameter = (text: string): PastedRow => parted(text, text.indexOf('='))

/** At the first of ":" and "=". The colon that a pseudo-header of HTTP/2 begins with is part of its name. */
function rowOfLine(line: string): PastedRow {
  const { name, value } = parted(line, line.slice(1).search(/[:=]/) + 1 || -1)
  return { name: name.trim(), value: value?.trim() ?? null }
}

const parted = (text: string, at: number): PastedRow =>
  at === -1 ? { name: text, value: null } : { name: text.slice(0, at), value: text.slice(at + 1) }
