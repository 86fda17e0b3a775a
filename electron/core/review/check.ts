import { reviewEntries } from '../../catalogue/review.ts'
import type { EvidenceArguments } from '../../catalogue/evidence.ts'
import type { ReviewCode } from '../../contract/review-codes.ts'
import type { ReviewFinding, Seen } from '../../contract/review.ts'
import type { ReviewCheckName } from '../../vocabulary/review.ts'
import type { ReviewCase } from './case.ts'

/** What a check found, before it is known what is accepted. */
export type Judged = Omit<ReviewFinding, 'accepted'>

/** Looks at one thing and says at least one thing of it, the worst first. Pure; everything in a case may be hostile. */
export interface ReviewCheck {
  name: ReviewCheckName
  look: (kase: ReviewCase) => readonly [Judged, ...Judged[]]
}

type Entries = typeof reviewEntries

/** A finding of this code; `seen` is what shows it. */
export function judged<Code extends ReviewCode>(
  code: Code,
  seen: readonly Seen[],
  ...rest: EvidenceArguments<Entries[Code]>
): Judged
export function judged(
  code: ReviewCode,
  seen: readonly Seen[],
  evidence: Readonly<Record<string, string>> = {},
): Judged {
  const { check, status } = reviewEntries[code]
  return { check, code, status, evidence: { ...evidence }, seen }
}

/** What is seen in settings and figures, which no exchange shows. */
export const seenHere = (kind: Seen['kind'], name: string, value: string): Seen => ({
  kind,
  name,
  value,
  exchangeId: null,
  at: null,
})

/** What an exchange shows. */
export const seenIn = (
  { exchangeId, at }: { exchangeId: string; at: number },
  kind: Seen['kind'],
  name: string,
  value: string,
): Seen => ({ kind, name, value, exchangeId, at })
