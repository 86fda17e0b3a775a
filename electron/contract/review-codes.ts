import { credentialStorageCodes } from './review-codes/credential-storage.ts'
import { errorsAndLoggingCodes } from './review-codes/errors-and-logging.ts'
import { networkSecurityCodes } from './review-codes/network-security.ts'
import { rfc9700Codes } from './review-codes/rfc-9700.ts'
import { scopesAndPermissionsCodes } from './review-codes/scopes-and-permissions.ts'
import { tokenManagementCodes } from './review-codes/token-management.ts'
import { tokenValidationCodes } from './review-codes/token-validation.ts'

/** Everything that a review can find, good and bad; the sentence is in `wording/review`, what belongs to it in `catalogue/review`. */
export const reviewCodes = [
  ...credentialStorageCodes,
  ...tokenManagementCodes,
  ...networkSecurityCodes,
  ...tokenValidationCodes,
  ...errorsAndLoggingCodes,
  ...scopesAndPermissionsCodes,
  ...rfc9700Codes,
] as const
export type ReviewCode = (typeof reviewCodes)[number]
