/**
 * Rows as CSV that a spreadsheet shows and never computes. Every cell is quoted; one that a spreadsheet could take for a formula,
 * also where it splits at another separator, has an apostrophe before it. With a byte order mark, by which spreadsheets know UTF-8.
 * @see RFC 4180
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export const csvStart = '\uFEFF'

export const csvLine = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`

const cellOf = (text: string): string => `"${inert(text).replaceAll('"', '""')}"`

/** Control characters, tabs and line breaks among them, become spaces: none begins a cell or a line. */
function inert(text: string): string {
  let made = ''
  let mayBegin = true
  for (const character of text) {
    const shown = invisible.test(character) ? ' ' : character
    if (mayBegin && formulaStarts.has(shown)) made += "'"
    // What is before a formula and is trimmed, or ends a cell elsewhere.
    mayBegin = separators.has(shown) || (mayBegin && (quotes.has(shown) || blank.test(shown)))
    made += shown
  }
  return made
}

const invisible = /[\p{Cc}\p{Cf}\u2028\u2029]/u
const blank = /\s/u
const formulaStarts = new Set('=+-@＝＋－＠﹦﹢﹣﹫−')
const separators = new Set(',;|，；')
const quotes = new Set('"\'`“”‘’«»＂＇')
