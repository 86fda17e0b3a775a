import type { Check } from '../../contract/verification.ts'
import type { EvidenceNames } from '../evidence.ts'

/** What belongs to the reason of a check. How a check ends for it, and the section, may vary: then it is a list. */
export interface CheckEntry extends EvidenceNames {
  result: Check['result'] | readonly Check['result'][]
  /** The standard that says so, or null. */
  section: string | null | readonly string[]
}

export type CheckEntries = Readonly<Record<string, CheckEntry>>

/** A header that cannot be read fails a token; a JWE with one stays closed, too. */
export const unreadable = ['failed', 'not_possible'] as const
