import { isCause } from '../../catalogue/causes.ts'
import type { Finding } from '../../contract/finding.ts'

/** The findings of a failure as they are shown. */
export interface Explained {
  /** The likeliest cause; null where none was found. */
  cause: Finding | null
  /** What else may be the cause, the likeliest first. */
  others: readonly Finding[]
  /** What was noticed beside the causes. */
  noticed: readonly Finding[]
}

export function explained(findings: readonly Finding[]): Explained {
  const [cause = null, ...others] = findings.filter(isCause)
  return { cause, others, noticed: findings.filter((finding) => !isCause(finding)) }
}
