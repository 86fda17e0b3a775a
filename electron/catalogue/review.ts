import type { ReviewCode } from '../contract/review-codes.ts'
import type { NoProbe, ReviewFinding } from '../contract/review.ts'
import { credentialStorage } from './review/credential-storage.ts'
import { field, type ReviewEntry, type ReviewPlace } from './review/entry.ts'
import { errorsAndLogging } from './review/errors-and-logging.ts'
import { networkSecurity } from './review/network-security.ts'
import { rfc9700 } from './review/rfc-9700.ts'
import { scopesAndPermissions } from './review/scopes-and-permissions.ts'
import { tokenManagement } from './review/token-management.ts'
import { tokenValidation } from './review/token-validation.ts'

/** Check, status, section, evidence and place of every code of a review. */
export const reviewEntries = {
  ...credentialStorage,
  ...tokenManagement,
  ...networkSecurity,
  ...tokenValidation,
  ...errorsAndLogging,
  ...scopesAndPermissions,
  ...rfc9700,
} as const satisfies Readonly<Record<ReviewCode, ReviewEntry>>

/** Where it is changed that a probe cannot be sent. */
const placesOfNoProbe: Readonly<Record<NoProbe, ReviewPlace>> = {
  no_token_endpoint: field('token_endpoint'),
  no_introspection_endpoint: field('introspection_endpoint'),
  no_revocation_endpoint: field('revocation_endpoint'),
  nothing_published: field('issuer'),
  no_safe_call: { kind: 'tab', tab: 'api-calls' },
  no_scope_to_leave_out: { kind: 'tab', tab: 'api-calls' },
  no_https: field('token_endpoint'),
  token_not_jwt: { kind: 'tab', tab: 'token' },
}
const isNoProbe = (text: string): text is NoProbe => Object.hasOwn(placesOfNoProbe, text)

/** Where it is changed, or seen: the field that the evidence names, what keeps its probe from being sent, else that of its code. */
export function placeOf({ code, evidence }: Pick<ReviewFinding, 'code' | 'evidence'>): ReviewPlace {
  const place: ReviewPlace = reviewEntries[code].place
  const { field: named, cannot } = evidence
  if (cannot !== undefined && isNoProbe(cannot)) return placesOfNoProbe[cannot]
  if (place.kind !== 'field' || named === undefined) return place
  if (named.startsWith('accepted.')) return { kind: 'tab', tab: 'review' }
  return named.startsWith('apiCalls.') ? { kind: 'tab', tab: 'api-calls' } : field(named)
}
