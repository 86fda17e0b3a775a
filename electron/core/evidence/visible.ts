/** Control, bidirectional and other invisible characters, separators of lines, and halves of characters. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

const escaped = (character: string) => `\\u{${character.codePointAt(0)?.toString(16)}}`

/** A text of several lines with everything visible that would hide or reorder something; line feeds and tabs stay. */
export function visibleLines(text: string): string {
  return text.replace(hidden, (character) =>
    character === '\n' || character === '\t' ? character : escaped(character),
  )
}

/** The same in one line. */
export function visibleLine(text: string): string {
  return text.replace(hidden, escaped)
}
