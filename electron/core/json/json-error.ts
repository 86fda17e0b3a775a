import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser'

/** What JSON would have there; `character` and `escape` are about strings, in which some must be escaped, and how. */
export type JsonExpected =
  | 'value'
  | 'number'
  | 'name'
  | 'colon'
  | 'comma'
  | 'closing_brace'
  | 'closing_bracket'
  | 'end'
  | 'string_end'
  | 'character'
  | 'escape'

/** `offset` counts UTF-16 units from the start of the text. */
export interface JsonError {
  offset: number
  expected: JsonExpected
}

/** By the parser's own names of its errors. */
const expectations: Readonly<Record<string, JsonExpected>> = {
  InvalidNumberFormat: 'number',
  UnexpectedEndOfNumber: 'number',
  PropertyNameExpected: 'name',
  ColonExpected: 'colon',
  CommaExpected: 'comma',
  CloseBraceExpected: 'closing_brace',
  CloseBracketExpected: 'closing_bracket',
  EndOfFileExpected: 'end',
  UnexpectedEndOfString: 'string_end',
  InvalidCharacter: 'character',
  InvalidUnicode: 'escape',
  InvalidEscapeCharacter: 'escape',
}

const expectedBy = (code: ParseErrorCode): JsonExpected => expectations[printParseErrorCode(code)] ?? 'value'

/** Leaves the parser at the first error, so that a hostile text does not make millions of them. */
class FirstError extends Error {
  readonly found: JsonError
  constructor(found: JsonError) {
    super(found.expected)
    this.found = found
  }
}

/** Where a text that JSON.parse refuses stops being JSON. The text must not be nested too deeply for recursion. */
export function jsonErrorOf(text: string): JsonError {
  try {
    const onError = (code: ParseErrorCode, offset: number): never => {
      throw new FirstError({ offset, expected: expectedBy(code) })
    }
    visit(text, { onError }, { disallowComments: true, allowTrailingComma: false })
  } catch (error) {
    if (!(error instanceof FirstError)) throw error
    const { offset, expected } = error.found
    return { offset: text[offset] === '"' ? placeInString(text, offset) : offset, expected }
  }
  return { offset: text.length, expected: 'value' }
}

/** Where the string that begins here goes wrong; its start when it does not, so that it is what should not be here. */
function placeInString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '"') return start
    if (character < ' ') return at
    if (character === '\\') {
      if (!isEscape(text, at)) return at
      at += 1
    }
  }
  return text.length
}

function isEscape(text: string, at: number): boolean {
  const next = text.charAt(at + 1)
  return next === 'u' ? /^[0-9a-f]{4}$/i.test(text.slice(at + 2, at + 6)) : next !== '' && '"\\/bfnrt'.includes(next)
}
