import type { ReviewCode } from '../contract/review-codes.ts'
import type { ReviewFinding } from '../contract/review.ts'
import { credentialStorage } from './review/credential-storage.ts'
import type { ReviewEntry, ReviewPlace } from './review/entry.ts'
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

/** Where it is changed, or seen: the field that the evidence names, else that of its code. */
export function placeOf({ code, evidence }: Pick<ReviewFinding, 'code' | 'evidence'>): ReviewPlace {
  const place: ReviewPlace = reviewEntries[code].place
  const { field } = evidence
  if (place.kind !== 'field' || field === undefined) return place
  return field.startsWith('apiCalls.') ? { kind: 'tab', tab: 'api-calls' } : { kind: 'field', field }
}
