import type { Confidence, Pointer, Severity } from '../../contract/finding.ts'
import type { EvidenceNames } from '../evidence.ts'

/**
 * What belongs to the code of a finding. A severity or section that varies is a list, from which each finding takes one.
 * `open` is for a finding that repeats a check: beside its own evidence it has that of the check.
 */
export interface FindingEntry extends EvidenceNames {
  severity: Severity | readonly Severity[]
  /** The standard that says so, or null. */
  section: string | null | readonly string[]
  /** `certain` where it is absent. */
  confidence?: Confidence
  /** What each of these findings is about; none where it is absent. */
  pointers?: readonly Pointer[]
  open?: true
}
