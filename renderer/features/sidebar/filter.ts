import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { wordsOf } from '../../ui/marked-parts.ts'
import type { Filter, RowState } from '../../queries/environment-filter.ts'

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
