import { oneOf } from '../../../common/one-of.ts'
import type { ProbeResult } from '../../../contract/review.ts'
import { type UnclearProbe, unclearProbes } from '../../../vocabulary/review.ts'

/** Why the answers to a probe do not say what they were to show. */
export const whyUnclear = ({ evidence }: ProbeResult): UnclearProbe =>
  oneOf(unclearProbes, evidence['why']) ?? 'not_readable'
