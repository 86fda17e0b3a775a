/**
 * The words of a POSIX shell command, quotes and escapes undone. Nothing is expanded, and no character ends the command,
 * since what is pasted is read and not run; at most so many words are read. Linear in the text.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
 */
export function shellSplit(text: string, maxWords: number): string[] {
  const words: string[] = []
  let pieces: string[] = []
  let at = 0
  const endWord = (): void => {
    if (pieces.length > 0) words.push(pieces.join(''))
    pieces = []
  }
  while (at < text.length && words.length < maxWords) {
    const character = text.charAt(at)
    if (/\s/.test(character)) {
      endWord()
      at += 1
    } else if (character === "'" || character === '"') {
      const end = endOfQuoted(text, at + 1, character, character === '"')
      pieces.push(character === '"' ? unescaped(text.slice(at + 1, end)) : text.slice(at + 1, end))
      at = end + 1
    } else if (character === '$' && text[at + 1] === "'") {
      const end = endOfQuoted(text, at + 2, "'", true)
      pieces.push(unescapedC(text.slice(at + 2, end)))
      at = end + 1
    } else if (character === '\\') {
      const length = text.startsWith('\r\n', at + 1) ? 3 : 2
      const escaped = text.slice(at + 1, at + length)
      if (!/[\r\n]/.test(escaped)) pieces.push(escaped)
      at += length
    } else {
      const start = at
      while (at < text.length && !isSpecial(text.charCodeAt(at))) at += 1
      if (at === start) at += 1
      pieces.push(text.slice(start, at))
    }
  }
  endWord()
  return words
}

/** White space, quotation marks, backslash and dollar sign. */
function isSpecial(code: number): boolean {
  return code <= 0x20 || code === 0x22 || code === 0x24 || code === 0x27 || code === 0x5c || code === 0xa0
}

/** Where the quotation ends; the end of the text when it does not. */
function endOfQuoted(text: string, start: number, quote: string, escapes: boolean): number {
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === quote) return at
    if (escapes && text[at] === '\\') at += 1
  }
  return text.length
}

/** Within double quotes a backslash escapes these only. */
function unescaped(text: string): string {
  return text.replaceAll(/\\(\r?\n|["$\\`])/g, (_all, escaped: string) => (escaped.endsWith('\n') ? '' : escaped))
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

/** What browsers write, as `$'…'`: of the escapes of C those that are in what they copy. */
function unescapedC(text: string): string {
  return text.replaceAll(
    /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([^]))/gi,
    (_all, unicode?: string, hex?: string, one: string = '') => {
      const code = unicode ?? hex
      return code === undefined ? (escapes.get(one) ?? one) : String.fromCharCode(Number.parseInt(code, 16))
    },
  )
}
