import type { Checked } from '../../electron/contract/diagnosis.ts'
import type { Finding } from '../../electron/contract/finding.ts'

/** Of an outcome, why it failed. */
export interface Failed {
  findings: readonly Finding[]
  checked?: readonly Checked[]
  exchangeId: string
}

/** What is known of a failure whose cause was not found. */
export interface Known {
  title: string
  reason: string
  /** What happened, where no answer says it. */
  fact?: string
  /** True where the reason says why already: nothing more is to be explained. */
  isExplained?: boolean
  /** Fields that may be at fault, the likeliest first. */
  fields: readonly string[]
}
