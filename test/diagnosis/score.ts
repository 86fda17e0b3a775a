import type { DiagnosisRecord } from './record.ts'
import type { Finding, FindingCode } from '../../electron/contract/finding.ts'

export interface Expected {
  name: string
  /** Null for an exchange that is healthy. */
  cause: string | null
  also: readonly string[]
}

export type Verdict = 'first' | 'in three' | 'missed' | 'false' | 'healthy'

/** How a diagnosis compares with what is known: a warning or an error on a healthy exchange is false. */
export function scored({ cause, also }: Expected, findings: readonly Finding[]): Verdict {
  if (cause === null) return findings.some(({ severity }) => severity !== 'info') ? 'false' : 'healthy'
  const right = new Set([cause, ...also])
  const shown = findings.slice(0, 3).map(({ code }) => code)
  if (shown[0] !== undefined && right.has(shown[0])) return 'first'
  return shown.some((code) => right.has(code)) ? 'in three' : 'missed'
}

export const firstCode = (findings: readonly Finding[]): FindingCode | 'nothing' => findings[0]?.code ?? 'nothing'

/** Where no cause is found, the failure's own sentence is what people read. */
export const verdictOnFailure = ({ failure }: Pick<DiagnosisRecord, 'failure'>, { cause, also }: Expected): Verdict =>
  failure !== undefined && [cause, ...also].includes(failure.code) ? 'first' : 'missed'
