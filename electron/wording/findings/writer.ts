import type { Lookup } from '../lookup.ts'
import type { NamesOf } from '../../catalogue/evidence.ts'
import type { findings } from '../../catalogue/findings.ts'
import type { FindingCode } from '../../contract/finding.ts'

type Entries = typeof findings

export type FindingWords = [title: string, sentence: string, advice?: string]

/** For each code one that writes title, sentence and advice of its evidence, and of no other. */
export type FindingWriters = {
  readonly [Code in FindingCode]: (
    evidence: Lookup<Entries[Code] extends { open: true } ? string : NamesOf<Entries[Code]>>,
  ) => FindingWords
}

/**
 * The server's own words, after an error code: those of the member that the standard has for them, else those that were
 * found in another member, with its place.
 */
export function described(evidence: Lookup<'error_description' | 'message' | 'place'>): string {
  const [description, message] = [evidence('error_description').trim(), evidence('message').trim()]
  if (description) return `: ${quoted(description)}.`
  return message ? `: ${messageAt(evidence)}.` : '.'
}

/** What was found in a member that the standard does not have for words, with its place. */
export const messageAt = (evidence: Lookup<'message' | 'place'>) =>
  `${quoted(evidence('message'))} (at ${evidence('place') || 'the top'})`

/** The server's own words, or that it gave no reason, after a status and the error code, if there is one. */
export function reasonGiven(evidence: Lookup<'error' | 'error_description' | 'message' | 'place'>): string {
  const isGiven = [evidence('error'), evidence('error_description'), evidence('message')].some((text) => text !== '')
  return isGiven ? described(evidence) : ' and gave no reason.'
}

/** That the answer is a web page, and what it calls itself, after a status. */
export const withPage = (evidence: Lookup<'page'>) =>
  ` with a web page${evidence('page') === '' ? '' : ` titled ${quoted(evidence('page'))}`}`

export const quoted = (words: string) => `“${words.replace(/\.$/, '')}”`

const longest = 600

/** Evidence as a sentence can hold it: what is blank is empty, a list of names loses its end, and says how many; other text says its length. */
export function shortened(text: string): string {
  if (text.length <= longest) return text.trim() === '' ? '' : text
  const start = text.slice(0, longest)
  const names = text.split(' ')
  if (names.length < 10 || names.some((name) => name.length > 120)) {
    return `${start.replace(/[\uD800-\uDBFF]$/, '')}… (${text.length} characters)`
  }
  const shown = start.split(' ').slice(0, -1)
  return `${shown.join(' ')} … and ${names.length - shown.length} more`
}
