/** Behind white space, continued lines and comments; line breaks too where `overLines` says so. */
export function skipBlank(text: string, from: number, overLines: boolean): number {
  let at = from
  while (at < text.length) {
    const character = text.charAt(at)
    if (character === '`' && /^\r?\n/.test(text.slice(at + 1, at + 3))) at += text[at + 1] === '\r' ? 3 : 2
    else if (character === '<' && text[at + 1] === '#') at = behind(text, '#>', at + 2)
    else if (character === '#') {
      const end = text.indexOf('\n', at)
      at = end < 0 ? text.length : end
    } else if (character === '\n' ? overLines : /\s/.test(character)) at++
    else break
  }
  return at
}

export function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? text.length : found + mark.length
}

/** Behind the closing mark of what is opened at this place; quotes within it are skipped. */
export function behindPair(text: string, from: number): number {
  const pairs: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' }
  const open = text.charAt(from)
  const close = pairs[open]
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === open) depth++
    else if (character === close && --depth === 0) return at + 1
    else if (character === '`') at++
    else if (character === "'" || character === '"') at = behindQuote(text, at) - 1
  }
  return text.length
}

/** Behind the string that begins at this quotation mark; a doubled mark is none. */
export function behindQuote(text: string, from: number): number {
  const quote = text.charAt(from)
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '`' && quote === '"') at++
    else if (text[at] === quote) {
      if (text[at + 1] !== quote) return at + 1
      at++
    }
  }
  return text.length
}

export const wordAt = (text: string, from: number, pattern: RegExp): string => {
  pattern.lastIndex = from
  return pattern.exec(text)?.[0] ?? ''
}
