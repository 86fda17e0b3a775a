import type { ReviewCode } from '../contract/review-codes.ts'
import type { ReviewFinding, ReviewItem } from '../contract/review.ts'
import type { Lookup } from './lookup.ts'
import { shortened } from './findings/writer.ts'
import { credentialStorageWriters } from './review/credential-storage.ts'
import { errorsAndLoggingWriters } from './review/errors-and-logging.ts'
import { networkSecurityWriters } from './review/network-security.ts'
import { rfc9700Writers } from './review/rfc-9700.ts'
import { scopesAndPermissionsWriters } from './review/scopes-and-permissions.ts'
import { tokenManagementWriters } from './review/token-management.ts'
import { tokenValidationWriters } from './review/token-validation.ts'
import type { ReviewWords } from './review/writer.ts'

/** The words of every code of a review. */
const writers: Readonly<Record<ReviewCode, (evidence: Lookup<string>) => ReviewWords>> = {
  ...credentialStorageWriters,
  ...tokenManagementWriters,
  ...networkSecurityWriters,
  ...tokenValidationWriters,
  ...errorsAndLoggingWriters,
  ...scopesAndPermissionsWriters,
  ...rfc9700Writers,
}

/** What a person reads of a finding of a review. */
export function reviewText({ code, evidence }: Pick<ReviewFinding, 'code' | 'evidence'>): ReviewWords {
  return writers[code]((name) => shortened(evidence[name] ?? ''))
}

/** What is read of a practice in the list: the line of the finding that decides. */
export const itemLine = ({ findings: [first] }: Pick<ReviewItem, 'findings'>): string =>
  first === undefined ? '' : reviewText(first).line
