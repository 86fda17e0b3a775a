import type { AcceptedFinding } from '../../contract/accepted-finding.ts'
import type { Review, ReviewFinding, Seen } from '../../contract/review.ts'
import type { TypedSecrets } from '../../contract/secret.ts'
import { maskValues, type Mask } from '../redaction/mask.ts'
import { secretMasker } from '../redaction/mask-secrets.ts'
import { secretValuesIn } from '../variables/secret-values.ts'

/** Shorter ones are parts of words. */
const shortest = 8
/** Characters of what servers say, which may be a megabyte. Evidence may be a list of names that are counted. */
const longest = { evidence: 10_000, seen: 1000 }

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text)

/**
 * A review without the secrets of its environment, which may be written in settings and calls, and in what a person accepted,
 * and short enough to be shown, no matter what a server says.
 * What a probe would send is as it is set.
 */
export function maskedReview(review: Review, { secret_variables = '', ...secrets }: TypedSecrets): Review {
  const texts = [...Object.values(secrets), ...secretValuesIn(secret_variables).values()]
  const mask = secretMasker(texts.filter((text) => text.length >= shortest))
  return {
    ...review,
    environmentName: mask(review.environmentName),
    items: review.items.map((item) => Object.assign({}, item, { findings: item.findings.map(findingBy(mask)) })),
    notFound: review.notFound.map((one) => acceptedBy(mask, one)),
    probes: review.probes.map((state) =>
      Object.assign({}, state, {
        last: state.last && {
          ...state.last,
          evidence: evidenceBy(mask, state.last.evidence),
          seen: seenBy(mask, state.last.seen),
        },
      }),
    ),
  }
}

const findingBy =
  (mask: Mask) =>
  (finding: ReviewFinding): ReviewFinding => ({
    ...finding,
    evidence: evidenceBy(mask, finding.evidence),
    seen: seenBy(mask, finding.seen),
    accepted: finding.accepted && acceptedBy(mask, finding.accepted),
  })

// Masked first: half of a secret would not be found.
const evidenceBy = (mask: Mask, evidence: ReviewFinding['evidence']): Record<string, string> =>
  maskValues(evidence, (text) => cut(mask(text), longest.evidence))

const seenBy = (mask: Mask, seen: readonly Seen[]): Seen[] =>
  seen.map((each) =>
    Object.assign({}, each, {
      name: cut(mask(each.name), longest.seen),
      value: cut(mask(each.value), longest.seen),
    }),
  )

const acceptedBy = (mask: Mask, accepted: AcceptedFinding): AcceptedFinding => ({
  ...accepted,
  reason: mask(accepted.reason),
})
