import { wordsIn } from '../../common/words-in.ts'

/** Something that is searched for: `query` is its string of FTS5, `words` the same for other texts, all lower case. */
export interface SearchTerm {
  query: string
  words: readonly string[]
  /** Whether the last word may be the beginning of one. */
  isBeginning: boolean
}

/**
 * What a person typed, as terms of which each must be found: each word the beginning of one, what is in quotes next to each
 * other. The last quotes may be open still: it is being typed. Every other character only separates words.
 */
export function searchTerms(typed: string): SearchTerm[] {
  return typed
    .replaceAll('\0', ' ')
    .split('"')
    .flatMap((part, place, parts) => {
      const isQuoted = place % 2 === 1
      if (!isQuoted) return part.split(/\s+/).flatMap((word) => termOf(word, true))
      return termOf(part, place === parts.length - 1)
    })
}

/** All of these at once, for FTS5. */
export const queryOf = (terms: readonly SearchTerm[]): string => terms.map(({ query }) => query).join(' AND ')

/** A quotation mark cannot be in it: the text was split at them. */
function termOf(text: string, isBeginning: boolean): SearchTerm[] {
  const words = wordsIn(text)
  return words.length === 0 ? [] : [{ query: `"${text}"${isBeginning ? '*' : ''}`, words, isBeginning }]
}

/** Whether a text, by its words, has a term in it. */
export function hasTerm(text: readonly string[], { words, isBeginning }: SearchTerm): boolean {
  return text.some((_first, at) =>
    words.every((word, place) => {
      const there = text[at + place] ?? ''
      return isBeginning && place === words.length - 1 ? there.startsWith(word) : there === word
    }),
  )
}
