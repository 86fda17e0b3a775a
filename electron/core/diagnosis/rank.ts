import type { Confidence, Finding } from '../../contract/finding.ts'
import { isCause, isSaidBy, isSymptom, lessTellingThan } from '../../catalogue/causes.ts'
import { bases, type Cause } from './check.ts'

const confidences: readonly Confidence[] = ['certain', 'likely', 'possible']
const most = 3

/**
 * The findings of a request that failed in the order in which they are read: at most three causes, the likeliest first, then
 * what was noticed beside them. A judge's finding that says no more than that it failed gives way to a cause; a guess
 * gives way to what is certain.
 */
export function rank(causes: readonly Cause[], judged: readonly Finding[]): Finding[] {
  const known = judged.filter(isCause).map((finding): Cause => ({ finding, basis: 'seen' }))
  const unsaid = causes.filter(({ finding }) => !isSaidBy(finding, judged))
  const sorted = [...unsaid, ...known].toSorted(byStrength)
  const isCertain = sorted[0]?.finding.confidence === 'certain'
  const first = whyBeforeThat(distinct(sorted))
    .filter(({ finding: { confidence } }) => !isCertain || confidence !== 'possible')
    .slice(0, most)
    .map(({ finding }) => finding)
  const rest = judged.filter((finding) => !isCause(finding) && (first.length === 0 || !isSymptom(finding)))
  return [...first, ...rest]
}

const byStrength = (one: Cause, other: Cause): number =>
  confidences.indexOf(one.finding.confidence) - confidences.indexOf(other.finding.confidence) ||
  bases.indexOf(one.basis) - bases.indexOf(other.basis)

/** Of one cause that several checks found, the strongest, with the evidence and the change that only others have. */
function distinct(sorted: readonly Cause[]): Cause[] {
  const byCode = new Map<string, Cause>()
  for (const weaker of sorted) {
    const { code } = weaker.finding
    const strongest = byCode.get(code)
    byCode.set(code, strongest === undefined ? weaker : { ...strongest, finding: merged(strongest, weaker) })
  }
  return [...byCode.values()]
}

const merged = ({ finding: strong }: Cause, { finding: weak }: Cause): Finding => ({
  ...weak,
  ...strong,
  evidence: { ...weak.evidence, ...strong.evidence },
})

/** A cause that says why comes before the one that says only that, unless it is a guess. */
function whyBeforeThat(causes: readonly Cause[]): Cause[] {
  const place = ({ finding }: Cause, index: number): number => {
    const less = finding.confidence === 'possible' ? null : lessTellingThan(finding)
    const other = less === null ? -1 : causes.findIndex(({ finding: { code } }) => code === less)
    return other === -1 ? index : Math.min(index, other - 0.5)
  }
  const placed = causes.map((cause, index) => ({ cause, place: place(cause, index) }))
  return placed.toSorted((one, other) => one.place - other.place).map(({ cause }) => cause)
}
