import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import type { Filter, RowState } from '../../queries/environment-filter.ts'

/** What a person typed, as words in lower case. */
export const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean)

type Found = Pick<EnvironmentSummary, 'name' | 'issuer' | 'stage'>

/** Whether each word is somewhere in name, issuer, stage or state, in any order. */
export function passes(filter: Filter, environment: Found, states: readonly RowState[]): boolean {
  if (filter.stage !== '' && environment.stage !== filter.stage) return false
  if (filter.state !== '' && !states.includes(filter.state)) return false
  return hasWords(wordsOf(filter.text), environment, states.map(stateWords))
}

/** The words by which a state is found. */
export const stateWords = (state: RowState): string => (state === 'no secret' ? 'no secret, needs a secret' : state)

/** The same for words alone. */
export function hasWords(words: readonly string[], { name, issuer, stage }: Found, more: readonly string[]): boolean {
  const text = [name, issuer.replace(/^https?:\/\//i, ''), stage, ...more].join('\n').toLowerCase()
  return words.every((word) => text.includes(word))
}

interface Part {
  text: string
  isMatch: boolean
}

/** A name in parts: those in which a word was found, and those between. */
export function markedParts(name: string, words: readonly string[]): Part[] {
  const lower = name.toLowerCase()
  // A few letters are longer in lower case; places in one text are none in the other then.
  if (lower.length !== name.length) return [{ text: name, isMatch: false }]
  const isMarked = new Uint8Array(name.length)
  for (const word of words) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) isMarked.fill(1, at, at + word.length)
  }
  const parts: Part[] = []
  let start = 0
  for (let end = 1; end <= name.length; end++) {
    if (end < name.length && isMarked[end] === isMarked[start]) continue
    parts.push({ text: name.slice(start, end), isMatch: isMarked[start] === 1 })
    start = end
  }
  return parts
}
