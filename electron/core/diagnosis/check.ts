import type { causes } from '../../catalogue/causes.ts'
import type { EvidenceOf } from '../../catalogue/evidence.ts'
import type { CauseCode } from '../../contract/cause-codes.ts'
import type { DiagnosisCheck } from '../../contract/diagnosis.ts'
import type { Confidence, Finding } from '../../contract/finding.ts'
import { finding } from '../finding.ts'
import type { Case } from './case.ts'

/**
 * What a cause rests on, the strongest first: a number that the server's vendor has for it, the server's own sentence, what
 * was seen in the request, the token or the way there and agrees with the answer, what changed since it last went well, the
 * error code or status, and what is so in many such cases.
 */
export const bases = ['number', 'words', 'seen', 'changed', 'code', 'experience'] as const
export type Basis = (typeof bases)[number]

export interface Cause {
  finding: Finding
  basis: Basis
}

/**
 * What a check gives: causes, the likeliest first (none: it is ruled out), or null where it does not apply or cannot be
 * known from here.
 */
export type CheckResult = readonly Cause[] | null

/** Looks at one thing. Pure; everything in a case may be hostile. */
export interface Check {
  name: DiagnosisCheck
  look: (kase: Case) => CheckResult
}

type Said = Partial<Pick<Finding, 'pointers'>> & Pick<Finding, 'change'>

/** What belongs to each cause: what was answered is added to its evidence by itself. */
export function cause<Code extends CauseCode>(
  kase: Case,
  code: Code,
  by: { basis: Basis; confidence: Confidence },
  evidence: Omit<EvidenceOf<(typeof causes)[Code]>, keyof Answered>,
  said?: Said,
): Cause
export function cause(
  kase: Case,
  code: CauseCode,
  { basis, confidence }: { basis: Basis; confidence: Confidence },
  evidence: Readonly<Record<string, string>>,
  said: Said = {},
): Cause {
  const made = finding(code, {}, { confidence, ...said })
  return { basis, finding: { ...made, evidence: { ...answeredIn(kase, 'title' in evidence), ...evidence } } }
}

interface Answered {
  step?: string
  status?: string
  error?: string
  said?: string
  place?: string
  page?: string
}

/** What came, for the first sentence of every cause; what a page calls itself only where the cause does not say it. */
function answeredIn({ step, answer }: Case, hasTitle: boolean): Record<string, string> {
  if (answer === null) return { step }
  const { status, error, said, title } = answer
  return {
    step,
    status: String(status).padStart(3, '0'),
    ...(error !== null && { error }),
    ...(said !== null && { said: said.words, place: said.place }),
    ...(title !== '' && !hasTitle && { page: title }),
  }
}
