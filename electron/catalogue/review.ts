import type { ReviewCode } from '../contract/review-codes.ts'
import { credentialStorage } from './review/credential-storage.ts'
import type { ReviewEntry } from './review/entry.ts'
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
