import type { EvidenceOf, NamesAlways } from '../catalogue/evidence.ts'
import { findings } from '../catalogue/findings.ts'
import type { FindingEntry } from '../catalogue/findings/entry.ts'
import type { Finding, FindingCode } from '../contract/finding.ts'

type Entries = typeof findings

export type FindingEvidence<Code extends FindingCode> = EvidenceOf<Entries[Code]> &
  (Entries[Code] extends { open: true } ? Readonly<Record<string, string>> : unknown)

/** What the catalogue leaves open for a code, and has to be said of each finding. */
type Varying<Entry extends FindingEntry> = (Entry['severity'] extends readonly (infer Severity)[]
  ? { severity: Severity }
  : unknown) &
  (Entry['section'] extends readonly (infer Section)[] ? { section: Section } : unknown)

type Said = Partial<Pick<Finding, 'confidence' | 'pointers'>> & Pick<Finding, 'change'>

type Rest<Code extends FindingCode> =
  unknown extends Varying<Entries[Code]>
    ? [NamesAlways<Entries[Code]>] extends [never]
      ? [evidence?: FindingEvidence<Code>, said?: Said]
      : [evidence: FindingEvidence<Code>, said?: Said]
    : [evidence: FindingEvidence<Code>, said: Said & Varying<Entries[Code]>]

/** A finding with the severity, section, confidence and pointers that its code has in the catalogue, where none is given. */
export function finding<Code extends FindingCode>(code: Code, ...rest: Rest<Code>): Finding
export function finding(
  code: FindingCode,
  evidence: Record<string, string> = {},
  said: Partial<Finding> = {},
): Finding {
  const { severity, section, confidence = 'certain', pointers = [] }: FindingEntry = findings[code]
  return {
    code,
    severity: typeof severity === 'string' ? severity : 'error',
    section: typeof section === 'string' ? section : null,
    confidence,
    pointers,
    ...said,
    evidence,
  }
}
