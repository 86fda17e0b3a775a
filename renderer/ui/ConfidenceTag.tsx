import type { Finding } from '../../electron/contract/finding.ts'
import { confidenceWords } from '../../electron/wording/confidence.ts'

/** How sure a finding is; nothing beside what is certain. */
export function ConfidenceTag({ confidence }: Pick<Finding, 'confidence'>) {
  const word = confidenceWords[confidence]
  return word === '' ? null : <span className="confidence">{word}</span>
}
