import { ImportRefused } from './import-refused.ts'

/** Far above what files of tools hold. */
export const textLimits = { values: 2_000_000, lines: 1_000_000, depth: 500 }

/**
 * Refuses a text that would fill the memory once it is parsed or split into lines: where that ends within a function of the
 * engine, such as `JSON.parse`, the whole app would end with its thread.
 *
 * @throws {ImportRefused}
 */
export function checkBounds(text: string): void {
  if (!isAtMost(text, '\n', textLimits.lines) || !isAtMost(text, '\r', textLimits.lines))
    throw new ImportRefused({ code: 'too_many_lines', evidence: { most: textLimits.lines } })
  if (/^\uFEFF?\s*[[{]/.test(text)) checkJson(text)
}

function isAtMost(text: string, mark: string, most: number): boolean {
  let count = 0
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) if (++count > most) return false
  return true
}

/** Counts what begins a value outside of strings, whether or not the text is JSON. */
function checkJson(text: string): void {
  let values = 0
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    switch (text.charAt(at)) {
      case '"':
        at = endOfString(text, at)
        break
      case '[':
      case '{':
        values++
        if (++depth > textLimits.depth)
          throw new ImportRefused({ code: 'nested_too_deep', evidence: { most: textLimits.depth } })
        break
      case ']':
      case '}':
        depth--
        break
      case ',':
      case ':':
        values++
    }
    if (values > textLimits.values)
      throw new ImportRefused({ code: 'too_many_values', evidence: { most: textLimits.values } })
  }
}

/** The place of the quotation mark that ends a string, or of the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"') return at
    if (text[at] === '\\') at++
  }
  return text.length
}
