import type { Confidence, Finding } from '../contract/finding.ts'

/** How sure a finding is, as a word beside its title; nothing of what is certain. */
export const confidenceWords: Readonly<Record<Confidence, string>> = {
  certain: '',
  likely: 'Likely',
  possible: 'Possible',
}

/** The title of a finding where it is text alone: `Scope missing (likely)`. */
export function titleWithConfidence(title: string, { confidence }: Pick<Finding, 'confidence'>): string {
  const word = confidenceWords[confidence].toLowerCase()
  return word === '' ? title : `${title} (${word})`
}
